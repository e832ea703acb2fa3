import { describe, expect, it } from 'vitest'
import { sizeAfterKey } from '../../../ui/window/resize-keys.ts'

const SIZE = { width: 360, height: 600 }

describe('the arrow keys on the resize handle', () => {
  it('move the corner that the handle is in', () => {
    expect(sizeAfterKey('ArrowRight', SIZE)).toEqual({ width: 380, height: 600 })
    expect(sizeAfterKey('ArrowLeft', SIZE)).toEqual({ width: 340, height: 600 })
    expect(sizeAfterKey('ArrowDown', SIZE)).toEqual({ width: 360, height: 620 })
    expect(sizeAfterKey('ArrowUp', SIZE)).toEqual({ width: 360, height: 580 })
  })

  it('leave every other key alone', () => {
    expect(sizeAfterKey('Tab', SIZE)).toBeNull()
  })
})
