import type { BrandColor } from '../../shared/brand.ts'
import type { ColorUse, Editor, KitRef, UsedColor } from '../../shared/protocol.ts'
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

  async function put(
    color: BrandColor,
    colors: readonly BrandColor[],
    as: ColorUse['as'],
    over: Pick<ColorUse, 'overPictures'> = {},
  ): Promise<UsedColor | null> {
    const namesakes = colors.filter((each) => each !== color && each.name === color.name)
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

  function tell(
    { name }: BrandColor,
    as: ColorUse['as'],
    used: UsedColor,
    action: StatusAction | null = null,
  ): void {
    announce(appliedText(name, as, used), action, used.layers > 0)
  }

  /** Makes the color's style or variable, and links what is selected to it. */
  async function syncAndApply(
    color: BrandColor,
    colors: readonly BrandColor[],
    as: ColorUse['as'],
  ): Promise<void> {
    if (!(await sync.syncOne(color, colors))) return
    const used = await put(color, colors, as)
    if (used !== null) tell(color, as, used)
  }

  async function applyOverPictures(
    color: BrandColor,
    colors: readonly BrandColor[],
    as: ColorUse['as'],
  ): Promise<void> {
    const used = await put(color, colors, as, { overPictures: true })
    if (used !== null) tell(color, as, used)
  }

  return {
    kit,
    announce,
    async apply(color, colors, as) {
      const used = await put(color, colors, as)
      if (used === null) return
      if (used.pictures > 0) {
        tell(color, as, used, {
          label: used.pictures === 1 ? 'Replace the picture' : 'Replace the pictures',
          run: () => void applyOverPictures(color, colors, as),
        })
        return
      }
      if (used.layers === 0 || used.linked !== null || noStylesReason(editor) !== null) {
        tell(color, as, used)
        return
      }
      const linking = {
        label: 'Sync and link',
        run: () => void syncAndApply(color, colors, as),
      }
      announce(
        `${appliedText(color.name, as, used)} Not linked, as it is not synced yet.`,
        linking,
        true,
      )
    },
  }
}
