import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { byPalette, leafName, nameAt, valueText } from '../../../ui/colors/color-texts.ts'

const RED = { r: 1, g: 0, b: 0, a: 1 }

describe('the value of a color', () => {
  it('is its hex where it is opaque', () => {
    expect(valueText(RED)).toBe('#FF0000')
  })

  it('has its opacity in percent where it is not', () => {
    expect(valueText({ ...RED, a: 0.5 })).toBe('#FF0000 50%')
    expect(valueText({ ...RED, a: 0 })).toBe('#FF0000 0%')
  })

  it('does not round an opacity to all or nothing', () => {
    expect(valueText({ ...RED, a: 0.999 })).toBe('#FF0000 99%')
    expect(valueText({ ...RED, a: 0.001 })).toBe('#FF0000 1%')
  })
})

describe('the name of a color among others', () => {
  const color = (name: string, alpha: number): BrandColor => ({
    ...{ id: null, name, palette: null, notation: 'red' },
    value: { ...RED, a: alpha },
  })

  it('has its value where another has the same name', () => {
    const colors = [color('Link', 1), color('Link', 0.5), color('Ink', 1)]
    expect(colors.map((_, place) => nameAt(colors, place))).toEqual([
      'Link #FF0000',
      'Link #FF0000 50%',
      'Ink',
    ])
  })
})

describe('the short name of a style', () => {
  it('has no folders', () => {
    expect(leafName('Northwind/Primary/Ink')).toBe('Ink')
  })

  it('is the whole name where the last part is empty', () => {
    expect(leafName('Northwind/')).toBe('Northwind/')
  })
})

describe('colors by palette', () => {
  it('gather each palette, in the order of its first color', () => {
    const color = (name: string, palette: string | null): BrandColor => ({
      id: name,
      name,
      palette,
      value: RED,
      notation: 'red',
    })
    const palettes = byPalette([
      color('a', 'Secondary'),
      color('b', null),
      color('c', 'Primary'),
      color('d', 'Secondary'),
    ])
    expect(palettes.map(({ name, colors }) => [name, colors.map((each) => each.name)])).toEqual([
      ['Secondary', ['a', 'd']],
      [null, ['b']],
      ['Primary', ['c']],
    ])
    expect(palettes.map(({ first }) => first)).toEqual([0, 2, 3])
  })
})
