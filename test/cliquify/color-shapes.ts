import { parseCssColor } from '../../ui/cliquify/decode/css-color.ts'
import type { SampleColor, SamplePalette } from './brand/brand.ts'
import type { Fields } from './settings.ts'

/** The colors of a kit, as a list or as an object keyed by name. */
export function showColors(
  palettes: readonly SamplePalette[],
  fields: Fields,
): readonly unknown[] | Readonly<Record<string, string>> {
  const all = palettes.flatMap((palette) =>
    palette.colors.map((color) => ({ palette: palette.name, color })),
  )
  switch (fields.colorList) {
    case 'palettes':
      return palettes.map(({ name, colors }) => ({
        name,
        colors: colors.map((color) => showColor(color, fields)),
      }))
    case 'objects':
      return all.map(({ palette, color }) => ({ ...showColor(color, fields), palette }))
    case 'strings':
      return all.map(({ color }) => color.value)
    case 'by-name':
      return Object.fromEntries(all.map(({ color }) => [color.name, color.value]))
  }
}

function showColor(color: SampleColor, fields: Fields): Record<string, unknown> {
  const id = fields.ids === 'string' ? String(color.id) : color.id
  return {
    ...(fields.colorIds && { id }),
    ...(fields.name !== 'none' && { [fields.name]: color.name }),
    ...showValue(color.value, fields),
  }
}

/** Numbers from 0 to 255, alpha from 0 to 1; null where the value is no color. */
function showValue(value: string, { colorValue }: Fields): Record<string, unknown> {
  if (colorValue !== 'rgb' && colorValue !== 'channels') return { [colorValue]: value }
  const color = parseCssColor(value)
  const channel = (part: number): number => Math.round(part * 255)
  const numbers =
    color === null
      ? null
      : { r: channel(color.r), g: channel(color.g), b: channel(color.b), a: color.a }
  return colorValue === 'rgb' ? { rgb: numbers } : { ...numbers }
}
