import type { BrandColor } from '../../shared/brand.ts'
import type { ColorUse, KitRef } from '../../shared/protocol.ts'
import { isCancelled, troubleOf } from '../../shared/trouble.ts'
import type { Plugin } from '../plugin.ts'
import { appliedText } from './applied-text.ts'

/** What a person can do with one color of a kit. */
export interface ColorApplier {
  readonly kit: KitRef
  readonly announce: (message: string) => void
  /** Applies it to the selected layers, and tells what came of it. */
  apply(color: BrandColor, colors: readonly BrandColor[], as: ColorUse['as']): Promise<void>
}

export function createColorApplier(
  plugin: Plugin,
  { id, name }: KitRef,
  announce: (message: string) => void,
): ColorApplier {
  const kit = { id, name }
  return {
    kit,
    announce,
    async apply(color, colors, as) {
      const namesakes = colors.filter((each) => each !== color && each.name === color.name)
      try {
        const used = await plugin.request('colors:use', { kit, color, namesakes, as })
        announce(appliedText(color.name, as, used))
      } catch (error) {
        if (isCancelled(error)) return
        const { message } = troubleOf(error)
        announce('')
        plugin.emit('notify', { message, error: true })
      }
    },
  }
}
