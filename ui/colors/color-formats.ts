import { computedColor } from '#computed-color'
import { convertRgbToHsl } from 'culori/fn'
import type { BrandColor, Rgba, KitRef } from '../../shared/brand.ts'
import { hexOf } from '../../shared/color.ts'
import { colorName } from '../../shared/color-name.ts'
import { parseCssColor } from '../cliquify/decode/css-color.ts'
import { cssVariable } from '../../shared/css-variable.ts'
import type { SyncOptions } from '../../shared/sync.ts'

/** A color as text to be copied. */
export interface ColorFormat {
  readonly label: string
  readonly text: string
}

/** `options`: what names its variable. */
export function colorFormats(
  kit: KitRef,
  color: BrandColor,
  options: SyncOptions,
): readonly ColorFormat[] {
  if (color.gradient !== undefined) return [{ label: 'CSS gradient', text: color.notation }]
  const { value } = color
  return [
    { label: 'HEX', text: hexOf(value) },
    { label: 'RGB', text: rgbText(value) },
    { label: 'HSL', text: hslText(value) },
    { label: 'OKLCH', text: oklchText(value) },
    { label: 'CSS variable', text: variableText(kit, color, options) },
  ]
}

export function rgbText(value: Rgba): string {
  const [r, g, b] = [value.r, value.g, value.b].map((channel) => Math.round(channel * 255))
  return shortest(value, (digits) => `rgb(${r} ${g} ${b}${alphaText(value, digits)})`)
}

export function hslText(value: Rgba): string {
  const { h = 0, s, l } = convertRgbToHsl(value)
  return shortest(value, (digits) => {
    const parts = [
      round(h, digits) % 360,
      `${round(s * 100, digits)}%`,
      `${round(l * 100, digits)}%`,
    ]
    return `hsl(${parts.join(' ')}${alphaText(value, digits)})`
  })
}

export function oklchText(value: Rgba): string {
  const computed = computedColor(`color(srgb ${value.r} ${value.g} ${value.b})`, 'oklch') ?? ''
  // `none` is no number.
  const [l = 0, c = 0, h = 0] = computed
    .slice('oklch('.length)
    .split(' ')
    .map((part) => parseFloat(part) || 0)
  return shortest(value, (digits) => {
    const chroma = round(c, digits + 2)
    // Without chroma, the hue is noise.
    const hue = chroma === 0 ? 0 : round(h, digits) % 360
    return `oklch(${round(l * 100, digits)}% ${chroma} ${hue}${alphaText(value, digits)})`
  })
}

/** As a sync into variables names it for code: `var(--acme-primary-blue)`. */
function variableText(kit: KitRef, color: BrandColor, options: SyncOptions): string {
  return cssVariable(colorName('variable', kit, color, options))
}

/** The fewest digits that are still read as the same 8-bit color. */
function shortest(value: Rgba, format: (digits: number) => string): string {
  const hex = hexOf(value)
  for (let digits = 0; digits < 3; digits++) {
    const text = format(digits)
    const read = parseCssColor(text)
    if (read !== null && hexOf(read) === hex) return text
  }
  return format(3)
}

function alphaText({ a }: Rgba, digits: number): string {
  return a < 1 ? ` / ${round(a * 100, digits)}%` : ''
}

function round(number: number, digits: number): number {
  return Number(number.toFixed(digits))
}
