import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gridLayout,
  heightOf,
  moveToShow,
  startOf,
  tilesBetween,
  topOf,
} from '../../../../ui/browse/grid/grid-layout.ts'

describe('gridLayout', () => {
  it('has as many columns as fit, and at least one', () => {
    expect(gridLayout('grid', 320, 104).columns).toBe(3)
    expect(gridLayout('grid', 319, 104).columns).toBe(2)
    expect(gridLayout('grid', 40, 104).columns).toBe(1)
  })

  it('fills the width with tiles and gaps', () => {
    const layout = gridLayout('grid', 700, 104)
    expect(startOf(layout, layout.columns - 1) + layout.tileWidth).toBeCloseTo(700)
  })

  it('is one low row after the other as a list, whatever the size of tiles', () => {
    expect(gridLayout('list', 320, 200)).toEqual(gridLayout('list', 320, 80))
    expect(gridLayout('list', 320, 80)).toMatchObject({ columns: 1, tileWidth: 320 })
  })
})

const anyLayout = fc
  .record({
    view: fc.constantFrom('grid' as const, 'list' as const),
    width: fc.integer({ min: 100, max: 1200 }),
    tileSize: fc.integer({ min: 64, max: 300 }),
  })
  .map(({ view, width, tileSize }) => gridLayout(view, width, tileSize))

describe('tilesBetween', () => {
  it('finds the very tiles that a strip touches, and the rest of their rows', () => {
    fc.assert(
      fc.property(
        anyLayout,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: -2000, max: 60_000 }),
        fc.integer({ min: 1, max: 2000 }),
        (layout, count, top, height) => {
          const { from, to } = tilesBetween(layout, count, top, top + height)
          const expected = Array.from({ length: count }, (_, index) => index).filter(
            (index) =>
              topOf(layout, index) < top + height && topOf(layout, index) + layout.tileHeight > top,
          )
          expect(Array.from({ length: to - from }, (_, each) => from + each)).toEqual(expected)
        },
      ),
    )
  })

  it('is bounded by the height of the strip, however many there are', () => {
    const layout = gridLayout('grid', 600, 104)
    const { from, to } = tilesBetween(layout, 10_000, 100_000, 101_200)
    expect(to - from).toBeLessThan(80)
    expect(heightOf(layout, 10_000)).toBeGreaterThan(200_000)
  })
})

describe('moveToShow', () => {
  const layout = gridLayout('list', 300, 100)
  const row = layout.tileHeight

  it('does not move for a row that is in view', () => {
    expect(moveToShow(layout, 3, 2 * row, 6 * row)).toBe(0)
  })

  it('moves by as little as is needed, up or down', () => {
    expect(moveToShow(layout, 1, 2 * row, 6 * row)).toBe(-row)
    expect(moveToShow(layout, 6, 2 * row, 6 * row)).toBe(row)
  })

  it('shows the upper end of a row that is higher than the view', () => {
    expect(moveToShow(layout, 4, 0, row / 2)).toBe(4 * row)
  })
})
