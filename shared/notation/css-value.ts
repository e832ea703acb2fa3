import type { Gradient, Rgba } from '../brand.ts'
import { hexOf } from '../color.ts'
import { channel, channels, rounded } from './numbers.ts'
import type { TokenColor } from './token.ts'

/** A color stop as it is, before it is text. */
export type Stop = Gradient['stops'][number]

/** What shows a color: `srgb` where the browser or tool knows no other. */
export type CssGamut = 'srgb' | 'widest'

/** The color or gradient as CSS. */
export function cssValue({ value, wide, gradient }: TokenColor, gamut: CssGamut): string {
  return gradient === undefined
    ? cssColor({ color: value, wide }, gamut)
    : cssGradient(gradient, (stop) => cssColor(stop, gamut))
}

export function cssColor(
  { color, wide }: { readonly color: Rgba; readonly wide?: Rgba | undefined },
  gamut: CssGamut,
): string {
  return wide === undefined || gamut === 'srgb' ? hexOf(color) : displayP3(wide)
}

/** What a variable holds, with another alpha. */
export function cssFaded(reference: string, alpha: number): string {
  return `rgb(from ${reference} r g b / ${channel(alpha)})`
}

function displayP3(wide: Rgba): string {
  const alpha = wide.a < 1 ? ` / ${channel(wide.a)}` : ''
  return `color(display-p3 ${channels(wide).join(' ')}${alpha})`
}

/** `colorOf`: a stop's color as CSS, or what stands for it. */
export function cssGradient(
  { type, angle, center, radii, stops }: Gradient,
  colorOf: (stop: Stop) => string,
): string {
  const list = stops.map((stop) => `${colorOf(stop)} ${percent(stop.position)}`).join(', ')
  const at = center === undefined ? '' : ` at ${percent(center.x)} ${percent(center.y)}`
  if (type === 'linear') return `linear-gradient(${rounded(angle)}deg, ${list})`
  if (type === 'angular') return `conic-gradient(from ${rounded(angle)}deg${at}, ${list})`
  const size = radii === undefined ? 'ellipse' : `${percent(radii.x)} ${percent(radii.y)}`
  return `radial-gradient(${size}${at}, ${list})`
}

function percent(part: number): string {
  return `${rounded(part * 100)}%`
}

/** Whether any of its colors is wider than sRGB. */
export function isWide({ wide, gradient }: TokenColor): boolean {
  return gradient === undefined
    ? wide !== undefined
    : gradient.stops.some((stop) => stop.wide !== undefined)
}
