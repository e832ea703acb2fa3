import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, type Layout } from '../../../plugin/placement/arrange.ts'
import { boxAroundAll, centreOf, ENDLESS, overlaps } from '../../../plugin/placement/geometry.ts'

const LAYOUT: Layout = {
  anchor: 'middle',
  centre: { x: 500, y: 300 },
  room: { width: 800, height: 600 },
}
const square = (side: number) => ({ width: side, height: side })

describe('arrange', () => {
  it('puts things side by side in order, their middle where it is wanted', () => {
    expect(arrange([square(100), { width: 50, height: 20 }], LAYOUT)).toEqual([
      { x: 417, y: 250, width: 100, height: 100 },
      { x: 533, y: 250, width: 50, height: 20 },
    ])
  })

  it('begins a new row where the room has no more width', () => {
    const boxes = arrange([square(300), square(300), square(300)], {
      ...LAYOUT,
      room: { width: 800, height: 700 },
    })
    expect(boxes.map(({ x, y }) => [x, y])).toEqual([
      [192, -8],
      [508, -8],
      [192, 308],
    ])
  })

  it('makes nothing larger than the room, and all fit into one with edges', () => {
    const many = Array.from({ length: 12 }, () => square(500))
    const boxes = arrange(many, { ...LAYOUT, centre: { x: 400, y: 300 } })
    const { x, y, width, height } = boxAroundAll(boxes)
    expect(x).toBeGreaterThanOrEqual(0)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(800)
    expect(y + height).toBeLessThanOrEqual(600)
  })

  it('goes on from the first, whose middle is at the pointer', () => {
    const boxes = arrange([square(100), square(60), square(60)], {
      ...LAYOUT,
      anchor: 'first',
      room: { width: 650, height: 600 },
    })
    expect(boxes).toEqual([
      { x: 450, y: 250, ...square(100) },
      { x: 566, y: 250, ...square(60) },
      { x: 450, y: 366, ...square(60) },
    ])
  })

  it('never lets one cover another, nor changes an aspect', () => {
    const side = fc.double({ min: 0.01, max: 5000, noNaN: true })
    const size = fc.record({ width: side, height: side })
    const layout = fc.record({
      anchor: fc.constantFrom<Layout['anchor']>('middle', 'first'),
      centre: fc.record({ x: fc.integer(), y: fc.integer() }),
      room: fc.oneof(
        fc.constant(ENDLESS),
        fc.record({
          width: fc.integer({ min: 1, max: 4000 }),
          height: fc.integer({ min: 1, max: 4000 }),
        }),
      ),
    })
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 12 }), layout, (sizes, given) => {
        const centre = { x: given.centre.x % 5000, y: given.centre.y % 5000 }
        const boxes = arrange(sizes, { ...given, centre })
        expect(boxes).toHaveLength(sizes.length)
        for (const [index, box] of boxes.entries()) {
          const { width = 0, height = 1 } = sizes[index] ?? {}
          expect(box.width / box.height / (width / height)).toBeCloseTo(1, 6)
          for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false)
        }
        for (const { x, y } of boxes) expect([x % 1, y % 1].map(Math.abs)).toEqual([0, 0])
        // Of several with edges around them, none goes beyond those for the sake of the pointer.
        if (given.anchor === 'first' && given.room !== ENDLESS && sizes.length > 1) return
        const middle = given.anchor === 'first' ? boxes.slice(0, 1) : boxes
        expect(Math.abs(centreOf(boxAroundAll(middle)).x - centre.x)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
