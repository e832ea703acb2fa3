import { describe, expect, it } from 'vitest'
import {
  captionText,
  dayText,
  dimensionsText,
  durationText,
  fileSizeText,
  kindText,
} from '../../../ui/browse/asset-texts.ts'
import { brandAsset } from '../placement/brand-asset.ts'

describe('the words for', () => {
  it('a kind are the format, or a picture where that is not told', () => {
    expect(kindText({ format: 'svg' })).toBe('SVG')
    expect(kindText({ format: null })).toBe('Picture')
  })

  it('dimensions are the width first', () => {
    expect(dimensionsText({ width: 640, height: 480 })).toBe('640 × 480')
    expect(dimensionsText(null)).toBeNull()
  })

  it('a day leave out the time, and are missing where the time is none', () => {
    expect(dayText('2026-03-03T10:00:00.000Z')).toBe('3 Mar 2026')
    expect(dayText('soon')).toBeNull()
    expect(dayText(null)).toBeNull()
  })

  it('a length are minutes and seconds, with hours where there are any', () => {
    expect(durationText(0.2)).toBe('0:01')
    expect(durationText(65)).toBe('1:05')
    expect(durationText(3725.4)).toBe('1:02:05')
    expect(durationText(null)).toBeNull()
  })

  it('a size have the unit that fits', () => {
    expect(fileSizeText(0)).toBe('0 B')
    expect(fileSizeText(999)).toBe('999 B')
    expect(fileSizeText(12_345)).toBe('12 kB')
    expect(fileSizeText(999_900)).toBe('1.0 MB')
    expect(fileSizeText(1_230_000)).toBe('1.2 MB')
    expect(fileSizeText(123_000_000)).toBe('123 MB')
    expect(fileSizeText(null)).toBeNull()
  })
})

describe('a caption', () => {
  it.each([
    ['Wordmark, dark (SVG)', 'svg', 'Wordmark, dark'],
    ['Symbol, dark (WEBP)', 'webp', 'Symbol, dark'],
    ['logo-dark.svg', 'svg', 'logo-dark'],
    ['acme_dark_PNG', 'png', 'acme_dark'],
    ['Photo.JPG', 'jpeg', 'Photo'],
    ['Photo.jpeg', 'jpeg', 'Photo'],
    ['شعار dark [svg]', 'svg', 'شعار dark'],
  ] as const)('of “%s” leaves out what the badge says', (name, format, caption) => {
    expect(captionText(brandAsset({ name, format }), null)).toBe(caption)
  })

  it.each([
    ['Logo (SVG)', 'png'],
    ['Logo.svg', null],
    ['SVG', 'svg'],
    ['.svg', 'svg'],
    ['Stencilsvg', 'svg'],
    ['SVG guide', 'svg'],
    ['Press video', 'video'],
    ['Any other', 'other'],
  ] as const)('is all of “%s” where its badge does not say that', (name, format) => {
    expect(captionText(brandAsset({ name, format }), null)).toBe(name)
  })

  it('is what differs where a family is shown by itself', () => {
    const name = 'Northwind Studio lockup, mono (WebP)'
    expect(captionText(brandAsset({ name, format: 'webp' }), 'northwind studio')).toBe(
      'lockup, mono',
    )
  })
})
