import { describe, expect, it } from 'vitest'
import { logoFamily, variantsTogether } from '../../../ui/logos/variants.ts'
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
