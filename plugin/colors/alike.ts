import { hexOf } from '../../shared/color.ts'
import { sameAppearance, type PaintAppearance } from './appearance.ts'
import type { FileItem } from './file-item.ts'

/** What people made by hand that looks like a color of the brand. */
export interface Alikes {
  /** One that looks the same, for one color only; null where there is none left. */
  take(look: PaintAppearance): FileItem | null
}

export function openAlikes(items: readonly FileItem[]): Alikes {
  const byLook = new Map<string, FileItem[]>()
  for (const item of items) {
    if (item.link !== null || item.isBoundElsewhere === true) continue
    const key = keyOf(item)
    if (key === null) continue
    const same = byLook.get(key)
    if (same === undefined) byLook.set(key, [item])
    else same.push(item)
  }
  return {
    take(look) {
      const same = byLook.get(keyOf(look) ?? '') ?? []
      const at = same.findIndex((item) => sameAppearance(item, look))
      return at === -1 ? null : (same.splice(at, 1)[0] ?? null)
    },
  }
}

/** By type and first color alone for a gradient; the rest is compared. */
function keyOf({ value, gradient }: PaintAppearance): string | null {
  if (gradient === undefined) return value === null ? null : hexOf(value)
  const [first] = gradient.stops
  return first === undefined ? null : gradient.type + hexOf(first.color)
}
