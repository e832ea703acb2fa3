import type { BrandColor, Rgba } from '../../shared/brand.ts'
import { hexOf } from '../../shared/color.ts'
import { grouped } from '../../shared/grouped.ts'

/** "#0A84FF", or "#0A84FF 50%" where the color is not opaque. */
export function valueText(value: Rgba): string {
  const hex = hexOf({ ...value, a: 1 })
  return value.a < 1 ? `${hex} ${percent(value.a)}` : hex
}

/** Whole percents, but never 0 % or 100 % for what is neither. */
function percent(alpha: number): string {
  if (alpha <= 0) return '0%'
  return `${Math.min(99, Math.max(1, Math.round(alpha * 100)))}%`
}

/** The name of the color at a place, with its value where another of the kit has the same name. */
export function nameAt(colors: readonly BrandColor[], place: number): string {
  const color = colors[place]
  if (color === undefined) return ''
  const { name, value } = color
  const { length } = colors.filter((each) => each.name === name)
  return length > 1 ? `${name} ${valueText(value)}` : name
}

/** The last part of a style's name, without its folders. */
export function leafName(name: string): string {
  const leaf = name.slice(name.lastIndexOf('/') + 1).trim()
  return leaf === '' ? name : leaf
}

export interface Palette {
  /** Null for colors outside any palette. */
  readonly name: string | null
  /** The place of its first color, palette by palette. */
  readonly first: number
  readonly colors: readonly BrandColor[]
}

/** Colors by palette, both in Cliquify's order. */
export function byPalette(colors: readonly BrandColor[]): readonly Palette[] {
  let next = 0
  return [...grouped(colors, ({ palette }) => palette)].map(([name, members]) => {
    const first = next
    next += members.length
    return { name, first, colors: members }
  })
}
