import { convertRgbToOklab } from 'culori/fn'
import type { Rgba } from '../../shared/brand.ts'
import type { PaintAppearance } from '../colors/appearance.ts'
import type { FileColor } from '../../shared/export.ts'

/** A color of the brand as it is seen. */
export interface Look {
  readonly color: FileColor
  readonly seen: PaintAppearance
}

/** A color of the brand, and how far it is: 0 is the same, 1 is from black to white. */
export interface Near {
  readonly color: FileColor
  readonly distance: number
}

/** The solid color that looks most like it, by OKLab; null where there is none. */
export function nearestColor(value: Rgba, looks: readonly Look[]): Near | null {
  const one = convertRgbToOklab(value)
  let nearest: Near | null = null
  for (const { color, seen } of looks) {
    if (seen.value === null) continue
    const other = convertRgbToOklab(seen.value)
    const alpha = value.a - seen.value.a
    const distance = Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b, alpha)
    if (nearest === null || distance < nearest.distance) nearest = { color, distance }
  }
  return nearest
}
