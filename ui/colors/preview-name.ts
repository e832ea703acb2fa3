import type { BrandColor } from '../../shared/brand.ts'
import { colorName } from '../../shared/color-name.ts'
import type { KitRef, SyncOptions } from '../../shared/protocol.ts'

/** What a color would be called in the file. */
export function previewName(
  kit: KitRef,
  color: BrandColor,
  { target, collection, naming }: SyncOptions,
): string {
  // Kits share a variable by its name, so no kit's own name is in it.
  const nameless = target === 'variables' && collection === 'shared' && naming.prefix.type === 'kit'
  return colorName(kit, color, nameless ? { ...naming, prefix: { type: 'none' } } : naming)
}
