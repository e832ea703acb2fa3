import { describe, expect, it } from 'vitest'
import {
  createThumbnailMemory,
  type Picture,
  type ThumbnailMemory,
} from '../../../ui/browse/thumbnail-memory.ts'

interface Loading extends Picture {
  complete: boolean
}

const square = (side: number, complete = true): Loading => ({
  complete,
  naturalWidth: side,
  naturalHeight: side,
})

const held = (memory: ThumbnailMemory, sources: readonly string[]): readonly string[] =>
  sources.filter((source) => memory.has(source))

describe('the memory of thumbnails', () => {
  it('has a picture once that is loaded', () => {
    const memory = createThumbnailMemory()
    const picture = square(8, false)
    memory.keep('a', picture)
    expect(memory.has('a')).toBe(false)
    picture.complete = true
    expect(memory.has('a')).toBe(true)
    expect(memory.has('b')).toBe(false)
  })

  it('lets go of the one that was used longest ago, where there are too many', () => {
    const memory = createThumbnailMemory(2)
    for (const source of ['a', 'b', 'a', 'c']) memory.keep(source, square(8))
    expect(held(memory, ['a', 'b', 'c'])).toEqual(['a', 'c'])
  })

  it('lets go where they are too large, also those that arrived after they were kept', () => {
    const memory = createThumbnailMemory(10, 250)
    const late = square(10, false)
    memory.keep('late', late)
    memory.keep('a', square(10))
    memory.keep('b', square(10))
    late.complete = true
    expect(held(memory, ['late', 'a', 'b'])).toEqual(['late', 'a', 'b'])
    memory.keep('c', square(5))
    expect(held(memory, ['late', 'a', 'b', 'c'])).toEqual(['a', 'b', 'c'])
  })

  it('counts a picture that is kept again once', () => {
    const memory = createThumbnailMemory(10, 250)
    memory.keep('a', square(10))
    for (let time = 0; time < 5; time++) memory.keep('b', square(10))
    expect(held(memory, ['a', 'b'])).toEqual(['a', 'b'])
  })

  it('keeps the last one, however large', () => {
    const memory = createThumbnailMemory(10, 250)
    for (const source of ['a', 'b']) memory.keep(source, square(100))
    expect(held(memory, ['a', 'b'])).toEqual(['b'])
  })

  it('does not measure all of them for each that comes', () => {
    const memory = createThumbnailMemory()
    let measured = 0
    for (let at = 0; at < 500; at++) {
      memory.keep(`${at}`, {
        complete: true,
        naturalHeight: 8,
        get naturalWidth() {
          measured += 1
          return 8
        },
      })
    }
    expect(measured).toBeLessThan(2_000)
  })
})
