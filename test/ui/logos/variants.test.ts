import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  logoFamilies,
  logoFamily,
  variantsTogether,
  withoutFamily,
} from '../../../ui/logos/variants.ts'
import { brandAsset } from '../placement/brand-asset.ts'

const order = (...names: string[]) =>
  variantsTogether(names.map((name) => brandAsset({ id: name, name }))).map(({ name }) => name)

describe('variantsTogether', () => {
  it('puts dark and light variants of one logo beside each other', () => {
    expect(order('Acme dark', 'Globe', 'Acme – light', 'acme_mono.svg')).toEqual([
      'Acme dark',
      'Acme – light',
      'acme_mono.svg',
      'Globe',
    ])
  })

  it('keeps the order of logos that have nothing in common', () => {
    expect(order('Wordmark', 'Globe', 'Acme')).toEqual(['Wordmark', 'Globe', 'Acme'])
  })
})

describe('logoFamily', () => {
  it('does not take two logos for one because both are dark', () => {
    expect(logoFamily('Acme dark')).not.toBe(logoFamily('Globe dark'))
  })

  it('keeps a name that is made of variant words alone', () => {
    expect(logoFamily('Black')).toBe('black')
    expect(logoFamily('White')).toBe('white')
  })

  it('reads names in any script', () => {
    expect(logoFamily('شعار dark')).toBe(logoFamily('شعار light'))
    expect(logoFamily('شعار dark')).not.toBe(logoFamily('علامة dark'))
  })
})

describe('names of variants', () => {
  it.each([
    ['Logo_white@2x', 'logo'],
    ['logo-dark@3x.png', 'logo'],
    ['acme-wordmark-negative', 'acme'],
    ['Acme – Dark BG', 'acme'],
    ['Acme (on dark background)', 'acme'],
    ['AcmeLogoWhite', 'acme'],
    ['ACME_Logo_RGB_512x512.svg', 'acme'],
    ['acme icon v2', 'acme'],
    ['Northwind Studio lockup, mono (WebP)', 'northwind studio'],
    ['NorthwindStudio-symbol-reversed', 'northwind studio'],
    ['Wordmark, dark (SVG)', 'wordmark'],
    ['App icon', 'app icon'],
    ['Mark', 'mark'],
    ['512', '512'],
  ])('“%s” is one of “%s”', (name, family) => {
    expect(logoFamily(name)).toBe(family)
  })

  it('is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const family = logoFamily(name)
        expect(family === '' && /[\p{L}\p{N}]/u.test(name)).toBe(false)
      }),
    )
  })
})

describe('withoutFamily', () => {
  it.each([
    ['Wordmark, dark', 'dark'],
    ['Logo_white@2x', 'white@2x'],
    ['Acme – Dark BG', 'Dark BG'],
    ['Acme (on dark background)', '(on dark background)'],
    ['Dark Acme', 'Dark Acme'],
    ['AcmeLogoWhite', 'LogoWhite'],
    ['NorthwindStudio-symbol-reversed', 'symbol-reversed'],
    ['شعار dark', 'dark'],
    ['App icon', 'App icon'],
    ['Acme dark studio', 'Acme dark studio'],
    ['?!', '?!'],
  ])('leaves of “%s” “%s”', (name, rest) => {
    expect(withoutFamily(name, logoFamily(name))).toBe(rest)
  })

  it('leaves something of any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        expect(withoutFamily(name, logoFamily(name))).not.toBe('')
      }),
    )
  })
})

describe('logoFamilies', () => {
  it('names the logos that have variants as their first one writes it, in order', () => {
    const names = ['Globe', 'ACME dark', 'acme-light', 'Sun logo', 'Sun icon', 'Acme mono']
    const logos = names.map((name) => brandAsset({ id: name, name }))
    expect(logoFamilies(logos, null)).toEqual([
      { key: 'acme', label: 'ACME', count: 3 },
      { key: 'sun', label: 'Sun', count: 2 },
    ])
    expect(logoFamilies(logos, 'acme')).toEqual(logoFamilies(logos, null))
  })

  it('names the one that is chosen though all others of it are gone', () => {
    const logos = [brandAsset({ name: 'Globe' }), brandAsset({ name: 'Sun dark' })]
    expect(logoFamilies(logos, 'sun')).toEqual([{ key: 'sun', label: 'Sun', count: 1 }])
  })
})
