import { describe, expect, it } from 'vitest'
import type { BrandColor, Rgba } from '../../../shared/brand.ts'
import type { FoundColor } from '../../../shared/check.ts'
import { findingsOf } from '../../../ui/check/findings.ts'

function rgb(hex: string): Rgba {
  const at = (start: number): number => parseInt(hex.slice(start, start + 2), 16) / 255
  return { r: at(1), g: at(3), b: at(5), a: 1 }
}

const color = (name: string, hex: string): BrandColor => ({
  ...{ id: name, name, palette: null, notation: hex, value: rgb(hex) },
})

const BRAND = [
  color('Signal', '#FF5A36'),
  color('Tide', '#1F7A8C'),
  color('Ink', '#16202B'),
  color('Brass', '#E1B23D'),
]

const found = (hex: string, layers = 1, exact: number | null = null): FoundColor => ({
  value: rgb(hex),
  exact,
  layers: Array.from({ length: layers }, (_, index) => String(index)),
})

describe('a color that was found is', () => {
  it.each([
    ['#FF5A36', 0, 'unlinked'],
    ['#FE5B37', null, 'almost'],
    ['#FF5F3C', null, 'almost'],
    ['#F0502E', null, 'near'],
    ['#6C47FF', null, 'off-brand'],
    ['#00FF00', null, 'off-brand'],
    ['#FFFFFF', null, 'neutral'],
    ['#000000', null, 'neutral'],
    ['#808080', null, 'neutral'],
    // A grey of the brand's own is compared like any other color.
    ['#17212C', null, 'almost'],
  ] as const)('%s: %s → %s', (hex, exact, kind) => {
    expect(findingsOf([found(hex, 1, exact)], BRAND)).toMatchObject([{ kind }])
  })
})

describe('text that is hard to read', () => {
  const faint = (value: Rgba, needs = 4.5): FoundColor => ({
    value,
    exact: null,
    faint: { ground: rgb('#FFFFFF'), needs },
    layers: ['1'],
  })

  it('proposes the nearest of the brand’s that suffice', () => {
    const [finding] = findingsOf([faint(rgb('#FF8800'))], BRAND)
    expect(finding).toMatchObject({
      key: '#FF8800 on #FFFFFF, 2.39:1 of 4.5:1',
      kind: 'contrast',
      // Not Signal and Brass, which are nearer, and too light.
      nearest: [1, 2],
    })
  })

  it('asks less where it is large', () => {
    expect(findingsOf([faint(rgb('#FF8800'), 3)], BRAND)[0]?.nearest).toEqual([0, 1, 2])
  })

  it('keeps its opacity with the color that is proposed', () => {
    expect(findingsOf([faint({ ...rgb('#000000'), a: 0.5 })], BRAND)[0]?.nearest).toEqual([])
  })
})

describe('findings', () => {
  it('come worst first, then by how many layers have them', () => {
    const all = [
      found('#FF5A36', 9, 0),
      found('#FFFFFF', 9),
      found('#F0502E', 2),
      found('#00FF00', 1),
      found('#6C47FF', 5),
    ]
    expect(findingsOf(all, BRAND).map(({ key }) => key)).toEqual([
      '#6C47FF',
      '#00FF00',
      '#F0502E',
      '#FF5A36',
      '#FFFFFF',
    ])
  })

  it('propose the three nearest of the brand’s, the nearest first', () => {
    const [finding] = findingsOf([found('#F0502E')], BRAND)
    expect(finding?.nearest).toHaveLength(3)
    expect(finding?.nearest[0]).toBe(0)
  })

  it('are none of a kit without colors, but for text that is hard to read', () => {
    const faint = { ground: rgb('#FFFFFF'), needs: 4.5 }
    const all = [found('#00FF00'), { ...found('#FF8800'), faint }]
    expect(findingsOf(all, [])).toMatchObject([{ kind: 'contrast', nearest: [] }])
  })

  it.each([
    ['opaque layers', 1, []],
    ['layers that are as transparent', 0.6, [0]],
    ['layers that are not', 0.5, []],
  ])('propose a half transparent color to %s: %s', (_, alpha, nearest) => {
    const frost = { ...color('Frost', '#D6ECFF'), value: { ...rgb('#D6ECFF'), a: 0.6 } }
    const [finding] = findingsOf([{ ...found('#D0E0FF'), alpha }], [frost])
    expect(finding?.nearest).toEqual(nearest)
  })

  it('propose no gradient', () => {
    const gradient = { type: 'linear', angle: 0, stops: [] } as const
    const [finding] = findingsOf([found('#F0502E')], [{ ...color('Dawn', '#F0502E'), gradient }])
    expect(finding?.nearest).toEqual([])
  })

  it('of a gradient go by its name', () => {
    const gradient = { type: 'linear', angle: 0, stops: [] } as const
    const brand = [{ ...color('Dawn', '#F0502E'), gradient }]
    expect(findingsOf([found('#F0502E', 1, 0)], brand)).toMatchObject([
      { key: 'Dawn', kind: 'unlinked', nearest: [0] },
    ])
  })
})
