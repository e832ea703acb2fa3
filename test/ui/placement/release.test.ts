import { describe, expect, it } from 'vitest'
import { isDrop, type Release } from '../../../ui/placement/release.ts'

/** A release on Figma's canvas. */
const ON_CANVAS: Release = {
  clientX: 600,
  clientY: 500,
  screenX: 700,
  screenY: 640,
  framesInView: 1,
  userCancelled: false,
}

describe('isDrop', () => {
  it('drops what was released over Figma', () => {
    expect(isDrop(ON_CANVAS)).toBe(true)
    expect(isDrop({ ...ON_CANVAS, framesInView: 3 })).toBe(true)
  })

  it('ignores a release inside the plugin window', () => {
    expect(isDrop({ ...ON_CANVAS, framesInView: 0 })).toBe(false)
  })

  it('ignores a drag that the person cancelled, where the browser tells', () => {
    expect(isDrop({ ...ON_CANVAS, userCancelled: true })).toBe(false)
  })

  it('ignores a drag that ended without a pointer', () => {
    expect(isDrop({ ...ON_CANVAS, clientX: 0, clientY: 0, screenX: 0, screenY: 0 })).toBe(false)
    expect(isDrop({ ...ON_CANVAS, framesInView: null })).toBe(false)
  })

  it('drops in the very corner of Figma', () => {
    expect(isDrop({ ...ON_CANVAS, clientX: 0, clientY: 0 })).toBe(true)
  })

  it('ignores a release beside or above the browser', () => {
    expect(isDrop({ ...ON_CANVAS, clientX: -1 })).toBe(false)
    expect(isDrop({ ...ON_CANVAS, clientY: -40 })).toBe(false)
  })
})
