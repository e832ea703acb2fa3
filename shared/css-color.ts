import {
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  useMode,
} from 'culori/fn'
import type { Rgba } from './brand.ts'

// culori parses and converts only the modes that were registered.
for (const mode of [modeLrgb, modeXyz50, modeXyz65, modeHsl, modeHwb, modeLab, modeLch]) {
  useMode(mode)
}
for (const mode of [modeOklab, modeOklch, modeP3]) useMode(mode)
const toRgb = useMode(modeRgb)

/**
 * Reads any CSS color notation, also hex without its `#`, into sRGB.
 * Colors outside sRGB are clipped to it. Null where the text is no color.
 */
export function parseCssColor(text: string): Rgba | null {
  const trimmed = text.trim().toLowerCase()
  const bareHex = /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(trimmed)
  const color = toRgb(read(bareHex ? `#${trimmed}` : trimmed))
  if (color === undefined) return null
  return { r: unit(color.r), g: unit(color.g), b: unit(color.b), a: unit(color.alpha ?? 1) }
}

/** culori throws on some malformed functions, such as `oklch(0A)`, instead of refusing them. */
function read(text: string): ReturnType<typeof parse> {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

function unit(channel: number): number {
  return Number.isFinite(channel) ? Math.min(1, Math.max(0, channel)) : 0
}
