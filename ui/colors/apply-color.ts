import type { BrandColor, KitRef } from '../../shared/brand.ts'
import type { Editor } from '../../shared/protocol.ts'
import type { ColorUse, UsedColor } from '../../shared/sync.ts'
import { isCancelled, troubleOf } from '../../shared/trouble.ts'
import type { Plugin } from '../plugin.ts'
import type { Announce, StatusAction } from '../status.ts'
import { appliedText } from './applied-text.ts'
import type { ColorSync } from './color-sync.ts'
import { noStylesReason } from './sync-texts.ts'

/** What a person can do with one color of a kit. */
export interface ColorApplier {
  readonly kit: KitRef
  readonly announce: Announce
  /** Applies it to the selected layers, and tells what came of it. */
  apply(color: BrandColor, colors: readonly BrandColor[], as: ColorUse['as']): Promise<void>
}

export interface ColorApplierOptions {
  readonly plugin: Plugin
  readonly editor: Editor
  readonly kit: KitRef
  readonly sync: Pick<ColorSync, 'syncOne'>
  readonly announce: Announce
}

export function createColorApplier(options: ColorApplierOptions): ColorApplier {
  const { plugin, editor, sync, announce } = options
  const { id, name } = options.kit
  const kit = { id, name }
  return {
    kit,
    announce,
    async apply(color, colors, as) {
      const namesakes = colors.filter((each) => each !== color && each.name === color.name)

      /** Null where it failed, which is told. */
      async function put(over: Pick<ColorUse, 'overPictures'> = {}): Promise<UsedColor | null> {
        try {
          return await plugin.request('colors:use', { kit, color, namesakes, as, ...over })
        } catch (error) {
          if (isCancelled(error)) return null
          const { message } = troubleOf(error)
          announce('')
          plugin.emit('notify', { message, error: true })
          return null
        }
      }

      function tell(used: UsedColor | null, action: StatusAction | null = null): void {
        if (used === null) return
        announce(appliedText(color.name, as, used), action, used.layers > 0 || 'asks')
      }

      /** Makes the color's style or variable, and links what is selected to it. */
      async function syncAndPut(): Promise<void> {
        if (await sync.syncOne(color, colors)) tell(await put())
      }

      const used = await put()
      if (used === null) return
      if (used.pictures > 0) {
        tell(used, {
          label: used.pictures === 1 ? 'Replace the picture' : 'Replace the pictures',
          run: () => void put({ overPictures: true }).then((replaced) => tell(replaced)),
        })
      } else if (used.layers === 0 || used.linked !== null || noStylesReason(editor) !== null) {
        tell(used)
      } else {
        announce(
          appliedText(color.name, as, used, true),
          { label: 'Sync and link', run: () => void syncAndPut() },
          true,
        )
      }
    },
  }
}
