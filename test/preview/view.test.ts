import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounds, fit, pan, toCanvas, toScreen, zoomAround } from './page/view.ts'

const area = { left: 240, top: 0, width: 800, height: 600 }
const near = (value: number): unknown => expect.closeTo(value, 6)

const anyNumber = fc.integer({ min: -5000, max: 5000 })
const anyView = fc.record({
  x: anyNumber,
  y: anyNumber,
  zoom: fc.double({ min: 0.05, max: 20, noNaN: true }),
})
const anyPoint = fc.record({ x: anyNumber, y: anyNumber })

describe('toScreen and toCanvas', () => {
  it('put the view’s point at the middle of the area', () => {
    const view = { x: 100, y: -50, zoom: 2 }
    expect(toScreen(view, area, { x: 100, y: -50 })).toEqual({ x: 640, y: 300 })
    expect(toScreen(view, area, { x: 110, y: -50 })).toEqual({ x: 660, y: 300 })
  })

  it('undo each other', () => {
    fc.assert(
      fc.property(anyView, anyPoint, (view, point) => {
        const back = toCanvas(view, area, toScreen(view, area, point))
        expect(back).toEqual({ x: near(point.x), y: near(point.y) })
      }),
    )
  })
})

describe('pan', () => {
  it('moves the content with the pointer, whatever the zoom', () => {
    fc.assert(
      fc.property(anyView, anyPoint, (view, point) => {
        const before = toScreen(view, area, point)
        const after = toScreen(pan(view, 30, -12), area, point)
        expect(after).toEqual({ x: near(before.x + 30), y: near(before.y - 12) })
      }),
    )
  })
})

describe('zoomAround', () => {
  it('keeps what lies under the pointer under the pointer', () => {
    fc.assert(
      fc.property(anyView, anyPoint, fc.constantFrom(0.5, 0.9, 1.1, 2), (view, around, factor) => {
        const under = toCanvas(view, area, around)
        const zoomed = zoomAround(view, area, around, factor)
        expect(toScreen(zoomed, area, under)).toEqual({ x: near(around.x), y: near(around.y) })
      }),
    )
  })

  it('stops at the limits', () => {
    const view = { x: 0, y: 0, zoom: 1 }
    expect(zoomAround(view, area, { x: 0, y: 0 }, 1e9).zoom).toBe(32)
    expect(zoomAround(view, area, { x: 0, y: 0 }, 1e-9).zoom).toBe(0.02)
  })
})

describe('fit', () => {
  it('shows the whole rectangle within the margin', () => {
    const view = fit(area, { x: 0, y: 0, width: 4000, height: 1000 }, 40)
    expect(toScreen(view, area, { x: 0, y: 500 })).toEqual({ x: near(280), y: near(300) })
    expect(toScreen(view, area, { x: 4000, y: 500 })).toEqual({ x: near(1000), y: near(300) })
  })

  it('does not magnify what is small', () => {
    expect(fit(area, { x: 0, y: 0, width: 10, height: 10 }, 40)).toEqual({ x: 5, y: 5, zoom: 1 })
  })
})

describe('bounds', () => {
  it('encloses all of them, and is null for none', () => {
    const one = { x: 10, y: 10, width: 5, height: 5 }
    const other = { x: -10, y: 12, width: 5, height: 50 }
    expect(bounds([one, other])).toEqual({ x: -10, y: 10, width: 25, height: 52 })
    expect(bounds([])).toBeNull()
  })
})
