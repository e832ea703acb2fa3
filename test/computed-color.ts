import { converter, parse, type Color } from 'culori'

const toRgb = converter('rgb')
const toOklch = converter('oklch')

/**
 * `ui/cliquify/decode/computed-color.ts` where there is no browser: as culori reads the color, in
 * sRGB unless OKLCH is asked for.
 * `test/ui/cliquify/decode/in-browser.test.ts` holds both together.
 */
export function computedColor(css: string, space = 'srgb'): string | null {
  const color = parseOrNull(css)
  if (color === null) return null
  if (space === 'oklch') {
    const { l, c, h } = toOklch(asInChromium(color))
    return `oklch(${l} ${c} ${h ?? 'none'})`
  }
  const { r, g, b } = toRgb(asInChromium(color))
  const channels = [r, g, b]
  return channels.every(Number.isFinite) ? `color(srgb ${channels.join(' ')})` : null
}

/** culori throws for a space by the name of a property that every object has. */
function parseOrNull(css: string): Color | null {
  try {
    return parse(css) ?? null
  } catch {
    return null
  }
}

/** Where Chromium differs from culori. */
function asInChromium(color: Color): Color {
  const { mode } = color
  // What is negative is 0; a saturation is the opposite hue in culori.
  if (mode === 'hsl') return { ...color, s: Math.max(0, color.s), l: Math.max(0, color.l) }
  if (mode === 'hwb') return { ...color, w: Math.max(0, color.w), b: Math.max(0, color.b) }
  // A gamma of 2.2; in the standard it is 563 / 256.
  if (mode === 'a98') return withChannels(color, (size) => size ** ((2.2 * 256) / 563))
  // In the standard its curve begins straight, which is up to 3 / 255 lighter there.
  if (mode === 'prophoto') {
    return withChannels(color, (size) => (size < 16 / 512 ? 16 * size ** 1.8 : size))
  }
  return color
}

function withChannels<T extends { r: number; g: number; b: number }>(
  color: T,
  change: (size: number) => number,
): T {
  const channel = (of: number): number => Math.sign(of) * change(Math.abs(of))
  return { ...color, r: channel(color.r), g: channel(color.g), b: channel(color.b) }
}
