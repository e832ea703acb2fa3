import { describe, expect, it } from 'vitest'
import {
  createThumbnailMemory,
  type LoadingPicture,
  type ThumbnailMemory,
} from '../../../ui/browse/thumbnail-memory.ts'

const LOADING: LoadingPicture = { complete: false, naturalWidth: 0, naturalHeight: 0 }

function image(side: number): LoadingPicture {
  return { complete: true, naturalWidth: side, naturalHeight: side }
}

/** Keeps a picture of 10 by 10 pixels for each address, which is a letter. */
function keepEach(memory: ThumbnailMemory, sources: string): void {
  for (const source of sources) memory.keep(source, image(10))
}

/** Those of the addresses that it holds. */
function held(memory: ThumbnailMemory, sources: string): string {
  return Array.from(sources)
    .filter((source) => memory.has(source))
    .join('')
}

describe('the memory of thumbnails', () => {
  it('knows a picture that is loaded, and not one that is loading or came to nothing', () => {
    const memory = createThumbnailMemory()
    memory.keep('a', image(10))
    memory.keep('b', LOADING)
    memory.keep('c', image(0))
    expect(held(memory, 'abcd')).toBe('a')
  })

  it('knows a picture once it has loaded', () => {
    const memory = createThumbnailMemory()
    const picture = { ...LOADING }
    memory.keep('a', picture)
    expect(memory.has('a')).toBe(false)
    Object.assign(picture, image(10))
    expect(memory.has('a')).toBe(true)
  })

  it('holds no more pictures than it may, and lets go of the oldest first', () => {
    const memory = createThumbnailMemory(3)
    keepEach(memory, 'abcde')
    expect(held(memory, 'abcde')).toBe('cde')
  })

  it('keeps what was used last, however early it was first seen', () => {
    const memory = createThumbnailMemory(3)
    keepEach(memory, 'abcad')
    expect(held(memory, 'abcd')).toBe('acd')
  })

  it('holds no more pixels than it may', () => {
    const memory = createThumbnailMemory(100, 250)
    keepEach(memory, 'abc')
    expect(held(memory, 'abc')).toBe('bc')
  })

  it('counts a picture that is kept again once', () => {
    const memory = createThumbnailMemory(100, 250)
    keepEach(memory, 'abbbb')
    expect(held(memory, 'ab')).toBe('ab')
  })

  it('holds the newest even where it is larger than all that may be held', () => {
    const memory = createThumbnailMemory(100, 250)
    memory.keep('a', image(10))
    memory.keep('b', image(1000))
    expect(held(memory, 'ab')).toBe('b')
  })
})
