import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boundsOf,
  ENDLESS,
  fitted,
  insertionIndex,
  toLocal,
} from '../../../plugin/placement/geometry.ts'

describe('fitted', () => {
  it('makes a big picture fit its room, by the side that needs it most', () => {
    const room = { width: 200, height: 100 }
    expect(fitted({ width: 400, height: 100 }, room)).toEqual({ width: 200, height: 50 })
    expect(fitted({ width: 100, height: 400 }, room)).toEqual({ width: 25, height: 100 })
  })

  it('never makes anything larger', () => {
    const small = { width: 10, height: 10 }
    expect(fitted(small, { width: 200, height: 100 })).toEqual(small)
  })

  it('takes an endless room or a picture of no size for no limit', () => {
    const [wide, empty] = [
      { width: 400, height: 100 },
      { width: 0, height: 0 },
    ]
    expect(fitted(wide, ENDLESS)).toEqual(wide)
    expect(fitted(empty, { width: 10, height: 10 })).toEqual(empty)
  })
})

describe('insertionIndex', () => {
  const row = [0, 100, 200].map((x) => ({ x, y: 0, width: 80, height: 40 }))

  it.each([
    ['before the middle of the first', 20, 0],
    ['after the middle of the first', 60, 1],
    ['in a gap', 90, 1],
    ['after the last', 400, 3],
  ])('is found along a row: %s', (_, x, index) => {
    expect(insertionIndex(row, 'HORIZONTAL', false, { x, y: 300 })).toBe(index)
  })

  it('is found along a column', () => {
    const column = row.map(({ x }) => ({ x: 0, y: x, width: 40, height: 80 }))
    expect(insertionIndex(column, 'VERTICAL', false, { x: 300, y: 130 })).toBe(1)
  })

  it('is found in the line under the pointer where a row wraps', () => {
    const second = row.map((box) => ({ ...box, y: 60 }))
    expect(insertionIndex([...row, ...second], 'HORIZONTAL', true, { x: 20, y: 80 })).toBe(3)
    expect(insertionIndex([...row, ...second], 'HORIZONTAL', true, { x: 400, y: 20 })).toBe(3)
    expect(insertionIndex([...row, ...second], 'HORIZONTAL', true, { x: 400, y: 80 })).toBe(6)
    expect(insertionIndex([...row, ...second], 'HORIZONTAL', true, { x: 20, y: 500 })).toBe(3)
  })

  it('is found in the line under the pointer where its layers differ in height', () => {
    const heights = [40, 10, 40]
    for (const aligned of [0, 0.5, 1]) {
      const mixed = row.map((box, index) => {
        const height = heights[index] ?? 0
        return { ...box, y: (40 - height) * aligned, height }
      })
      const second = row.map((box) => ({ ...box, y: 60 }))
      for (const y of [2, 20, 38]) {
        const at = (x: number): number =>
          insertionIndex([...mixed, ...second], 'HORIZONTAL', true, { x, y })
        expect([20, 120, 160, 220, 270].map(at)).toEqual([0, 1, 2, 2, 3])
      }
    }
  })
})

describe('boundsOf', () => {
  it('is the box around what is turned', () => {
    const quarterTurn: Transform = [
      [0, 1, 100],
      [-1, 0, 50],
    ]
    expect(boundsOf(quarterTurn, { width: 40, height: 10 })).toEqual({
      x: 100,
      y: 10,
      width: 10,
      height: 40,
    })
  })
})

describe('toLocal', () => {
  it('undoes a translation and a rotation', () => {
    const quarterTurn: Transform = [
      [0, 1, 100],
      [-1, 0, 50],
    ]
    expect(toLocal(quarterTurn, { x: 110, y: 20 })).toEqual({ x: 30, y: 10 })
  })

  it('finds the point that the transform has moved', () => {
    const number = fc.double({ min: -1000, max: 1000, noNaN: true })
    fc.assert(
      fc.property(number, number, number, number, number, (angle, dx, dy, x, y) => {
        const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
        const transform: Transform = [
          [cos, sin, dx],
          [-sin, cos, dy],
        ]
        const moved = { x: cos * x + sin * y + dx, y: -sin * x + cos * y + dy }
        const there = toLocal(transform, moved)
        expect(there.x).toBeCloseTo(x, 6)
        expect(there.y).toBeCloseTo(y, 6)
      }),
    )
  })
})
