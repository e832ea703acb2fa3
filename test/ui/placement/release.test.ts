import { describe, expect, it } from 'vitest'
import { dragEndOf, type DragEnd, type Grab, type Release } from '../../../ui/placement/release.ts'

const FRAME = { width: 360, height: 600 }
const NOWHERE: DragEnd = { type: 'nowhere' }

/** Held in the middle of a picture of 88 × 16, in a frame at (664, 104) of the page, as measured. */
const GRAB: Grab = {
  client: { x: 100, y: 200 },
  screen: { x: 764, y: 389 },
  hotSpot: { x: 44, y: 8 },
  isWebKit: false,
}

describe('in Chromium', () => {
  const onCanvas: Release = {
    client: { x: 600, y: 500 },
    screen: { x: 700, y: 640 },
    framesInView: 1,
    userCancelled: null,
  }
  const end = (change: Partial<Release>): DragEnd =>
    dragEndOf(GRAB, { ...onCanvas, ...change }, FRAME)

  it('what is released over Figma is dropped there, in the coordinates of its page', () => {
    expect(end({})).toEqual({ type: 'page', at: { x: 600, y: 500 } })
    expect(end({ framesInView: 3, client: { x: 0, y: 0 } })).toMatchObject({ type: 'page' })
  })

  it('a release in the plugin’s window, beside the browser, or without a pointer is none', () => {
    expect(end({ framesInView: 0 })).toEqual(NOWHERE)
    expect(end({ framesInView: null })).toEqual(NOWHERE)
    expect(end({ client: { x: -1, y: 40 } })).toEqual(NOWHERE)
    expect(end({ client: { x: 40, y: -1 } })).toEqual(NOWHERE)
    expect(end({ client: { x: 0, y: 0 }, screen: { x: 0, y: 0 } })).toEqual(NOWHERE)
  })
})

describe('in Firefox', () => {
  const end = (x: number, y: number, userCancelled = false): DragEnd =>
    dragEndOf(
      GRAB,
      { client: { x, y }, screen: { x: 400, y: 555 }, framesInView: 0, userCancelled },
      FRAME,
    )

  it('what is released beside the plugin’s window is dropped, wherever that is', () => {
    expect(end(-264, 366)).toEqual({ type: 'beside', at: { x: -264, y: 366 } })
    expect(end(360, 599)).toMatchObject({ type: 'beside' })
    expect(end(10, 600)).toMatchObject({ type: 'beside' })
  })

  it('a release in the plugin’s window, and Escape, are none', () => {
    expect(end(236, 496)).toEqual(NOWHERE)
    expect(end(0, 0)).toEqual(NOWHERE)
    expect(end(-264, 366, true)).toEqual(NOWHERE)
  })
})

describe('in WebKit', () => {
  const end = (x: number, y: number): DragEnd =>
    dragEndOf(
      { ...GRAB, isWebKit: true },
      {
        // Twice the hot spot, wherever the pointer is.
        client: { x: 88, y: 16 },
        screen: { x, y },
        framesInView: 1,
        userCancelled: null,
      },
      FRAME,
    )

  it('what is released beside the plugin’s window is dropped where the pointer was', () => {
    // The pointer was at (400, 508) of the screen, the frame's corner is at (664, 189).
    expect(end(444, 516)).toEqual({ type: 'beside', at: { x: -264, y: 319 } })
  })

  it('a release in the plugin’s window is none', () => {
    expect(end(664 + 44 + 236, 189 + 8 + 496)).toEqual(NOWHERE)
  })
})
