import type { BrandColor, Rgba, KitRef } from '../../../shared/brand.ts'
import { hexOf } from '../../../shared/color.ts'
import type { ItemKind } from '../../../shared/color-name.ts'
import { DEFAULT_SYNC_OPTIONS, type ColorState, type SyncRequest } from '../../../shared/sync.ts'
import type { Link } from '../../../plugin/colors/link.ts'
import type { FileItem } from '../../../plugin/colors/file-item.ts'
import { identifyColors } from '../../../plugin/colors/identity.ts'
import { planItems, type PlannedItem } from '../../../plugin/colors/plan-items.ts'

export const KIT: KitRef = { id: 'kit-1', name: 'Acme' }
export const RED: Rgba = { r: 1, g: 0, b: 0, a: 1 }
export const GREEN: Rgba = { r: 0, g: 1, b: 0, a: 1 }
export const BLUE: Rgba = { r: 0, g: 0, b: 1, a: 1 }

export function brandColor(
  color: Partial<BrandColor> & { readonly id: string | null },
): BrandColor {
  const value = color.value ?? RED
  return { name: 'Red', palette: null, notation: hexOf(value), ...color, value }
}

export const red = brandColor({ id: '1' })
export const leaf = brandColor({
  id: '2',
  name: 'Leaf',
  palette: 'Nature',
  value: { ...GREEN, a: 0.5 },
})

/** Two hundred colors. */
export const many = Array.from({ length: 200 }, (_, i) =>
  brandColor({ id: String(i), name: `Color ${String(i)}` }),
)

export function syncOf(...colors: readonly BrandColor[]): SyncRequest {
  return { kit: KIT, colors }
}

/** The plan for items of one kind. */
export function planSync(
  { kit, colors, options = DEFAULT_SYNC_OPTIONS }: SyncRequest,
  items: readonly FileItem[],
  kind: ItemKind = 'style',
): Promise<readonly PlannedItem[]> {
  return planItems(kit, options, identifyColors(colors), { kind, items, otherNames: new Set() })
}

/** A style as a sync of this kit left it, then perhaps changed in the file. */
export function syncedStyle(
  id: string,
  link: Partial<Link> & { readonly color: string },
  now: Partial<ColorState> = {},
): FileItem {
  const full: Link = {
    kitId: KIT.id,
    name: 'Acme/Red',
    wanted: link.name ?? 'Acme/Red',
    value: RED,
    ...link,
  }
  return { id, name: full.name, value: full.value, ...now, link: full }
}

export function foreignStyle(id: string, name: string, value: Rgba | null): FileItem {
  return { id, name, value, link: null }
}
