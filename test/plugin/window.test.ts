import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Size } from '../../shared/placement.ts'
import { openStorage } from '../../plugin/storage.ts'
import { createResizer, windowSize } from '../../plugin/window.ts'
import { openFile } from '../figma/file.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function open(stored: Record<string, unknown> = {}) {
  const saved: unknown[] = []
  const file = openFile({
    storage: stored,
    onStorage: (values) => saved.push(values['window-size']),
  })
  const sizes: Size[] = []
  file.onEvent((event) => {
    if (event.type === 'resize-ui') sizes.push({ width: event.width, height: event.height })
  })
  file.figma.showUI('')
  const storage = openStorage(file.figma)
  return { storage, resize: createResizer(file.figma.ui, storage), sizes, saved }
}

describe('the window', () => {
  it('opens in its default size, or in the size it was left in', async () => {
    expect(await windowSize(open().storage)).toEqual({ width: 360, height: 600 })
    const left = { width: 500, height: 700 }
    expect(await windowSize(open({ 'window-size': left }).storage)).toEqual(left)
  })

  it('opens no larger than what fits, whatever was stored', async () => {
    const { storage } = open({ 'window-size': { width: 9000, height: 1 } })
    expect(await windowSize(storage)).toEqual({ width: 1200, height: 360 })
  })

  it('follows the pointer at once, within its limits and in whole pixels', () => {
    const { resize, sizes } = open()
    resize({ width: 400.4, height: 500.6 })
    resize({ width: 10, height: 10 })
    resize({ width: 9999, height: 9999 })
    expect(sizes).toEqual([
      { width: 400, height: 501 },
      { width: 300, height: 360 },
      { width: 1200, height: 1200 },
    ])
  })

  it('ignores a size that is no number', () => {
    const { resize, sizes } = open()
    resize({ width: Number.NaN, height: 500 })
    expect(sizes).toEqual([])
  })

  it('is remembered once, when the pointer has come to rest', async () => {
    const { resize, saved } = open()
    for (let width = 400; width < 450; width++) {
      resize({ width, height: 500 })
      await vi.advanceTimersByTimeAsync(16)
    }
    expect(saved).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    expect(saved).toEqual([{ width: 449, height: 500 }])
  })
})
