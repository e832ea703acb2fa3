import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BrandColor, Rgba } from '../../../shared/brand.ts'
import { hexOf } from '../../../shared/color.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../../shared/sync.ts'
import { parseCssColor } from '../../../ui/cliquify/decode/css-color.ts'
import { colorFormats, hslText, oklchText, rgbText } from '../../../ui/colors/color-formats.ts'

const KIT = { id: '11', name: 'Aurora Coffee' }

function color(notation: string, name = 'Night Sky', palette: string | null = 'Core'): BrandColor {
  const value = parseCssColor(notation)
  if (value === null) throw new Error(`no color: ${notation}`)
  return { id: '1', name, palette, value, notation }
}

function texts(of: BrandColor): Record<string, string> {
  return Object.fromEntries(
    colorFormats(KIT, of, DEFAULT_SYNC_OPTIONS).map(({ label, text }) => [label, text]),
  )
}

describe('a color to copy', () => {
  it('is told in the notations of CSS', () => {
    expect(texts(color('#0F1B3D'))).toEqual({
      HEX: '#0F1B3D',
      RGB: 'rgb(15 27 61)',
      HSL: 'hsl(224.3 60.5% 14.9%)',
      OKLCH: 'oklch(23.3% 0.067 266.6)',
      'CSS variable': 'var(--aurora-coffee-core-night-sky)',
    })
  })

  it('keeps its alpha', () => {
    expect(texts(color('rgb(255 0 0 / 50%)'))).toMatchObject({
      HEX: '#FF000080',
      RGB: 'rgb(255 0 0 / 50%)',
      HSL: 'hsl(0 100% 50% / 50%)',
    })
  })

  it('is as short as it can be', () => {
    expect(hslText(color('hsl(24 92% 58%)').value)).toBe('hsl(24 92% 58%)')
    expect(oklchText(color('oklch(62% 0.12 150)').value)).toBe('oklch(62% 0.12 150)')
    // The primaries of sRGB, as CSS Color 4 tells them.
    expect(oklchText(color('red').value)).toMatch(/^oklch\(62\.8\d*% 0\.25[78]\d* 29\.2\d*\)$/)
    expect(oklchText(color('blue').value)).toMatch(/^oklch\(45\.2\d*% 0\.313\d* 264\.\d+\)$/)
  })

  it('has no hue where it is gray', () => {
    expect(hslText(color('#808080').value)).toBe('hsl(0 0% 50%)')
    expect(oklchText(color('#808080').value)).toBe('oklch(60% 0 0)')
    expect(oklchText(color('#FFFFFF').value)).toBe('oklch(100% 0 0)')
    expect(oklchText(color('#000000').value)).toBe('oklch(0% 0 0)')
  })

  it('names its variable without what CSS could not read', () => {
    const named = (name: string, palette: string | null): string | undefined =>
      texts(color('#FFF', name, palette))['CSS variable']
    expect(named('Focus / Ring', 'Digital')).toBe('var(--aurora-coffee-digital-focus-ring)')
    expect(named('v2.0 Accent!', null)).toBe('var(--aurora-coffee-v2-0-accent)')
  })

  it('is named as the kit was synced into this file', () => {
    const ring = color('#FFF', 'Ring', 'Digital')
    const textWith = (options: Partial<SyncOptions>) =>
      colorFormats(KIT, ring, { ...DEFAULT_SYNC_OPTIONS, ...options }).at(-1)?.text
    const naming = { prefix: { type: 'own', text: 'DS' }, grouping: 'flat' } as const
    expect(textWith({ naming })).toBe('var(--ds-ring)')
    // Kits share a variable by its name, so no kit's own name is in it.
    expect(textWith({ collection: 'shared' })).toBe('var(--digital-ring)')
  })

  it('is its own notation where it is a gradient', () => {
    const value = { r: 1, g: 0, b: 0, a: 1 }
    const stops = [
      { position: 0, color: value },
      { position: 1, color: { ...value, g: 1 } },
    ]
    const notation = 'linear-gradient(red, yellow)'
    const gradient: BrandColor = {
      ...color('red'),
      notation,
      gradient: { type: 'linear', angle: 180, stops },
    }
    expect(colorFormats(KIT, gradient, DEFAULT_SYNC_OPTIONS)).toEqual([
      { label: 'CSS gradient', text: notation },
    ])
  })
})

describe('every notation', () => {
  const byte = fc.integer({ min: 0, max: 255 }).map((number) => number / 255)
  const rgba: fc.Arbitrary<Rgba> = fc.record({ r: byte, g: byte, b: byte, a: byte })

  it.each([
    ['RGB', rgbText],
    ['HSL', hslText],
    ['OKLCH', oklchText],
  ])('in %s is read back as the same color', (_, format) => {
    fc.assert(
      fc.property(rgba, (value) => {
        const read = parseCssColor(format(value))
        expect(read && hexOf(read)).toBe(hexOf(value))
      }),
      { numRuns: 500 },
    )
  })
})
