import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  createThumbnailMemory,
  thumbnailMemory,
  type ThumbnailMemory,
} from '../../../ui/media/thumbnail-memory.ts'

const HOST = 'https://cdn.example'
const A = `${HOST}/a`
const B = `${HOST}/b`
const C = `${HOST}/c`

/** A memory over a host whose files are of so many bytes, with what was asked of it. */
function memoryOf(
  bytes: number,
  mostBytes?: number,
): { memory: ThumbnailMemory; asked: readonly string[] } {
  const asked: string[] = []
  const memory = createThumbnailMemory((source) => {
    asked.push(source)
    return Promise.resolve(new Blob([new Uint8Array(bytes).fill(7)]))
  }, mostBytes)
  return { memory, asked }
}

const held = (memory: ThumbnailMemory, sources: readonly string[]): readonly string[] =>
  sources.filter((source) => memory.at(source) !== null)

describe('the memory of thumbnails', () => {
  it('has a picture at an address within the window once it is loaded', async () => {
    const { memory, asked } = memoryOf(3)
    expect(memory.at(A)).toBeNull()
    const address = await memory.load(A)
    expect(address).toMatch(/^blob:/)
    expect(memory.at(A)).toBe(address)
    expect(await memory.load(A)).toBe(address)
    expect(asked).toEqual([A])
  })

  it('lends the bytes of a picture that it has', async () => {
    const { memory } = memoryOf(3)
    expect(memory.bytes(A)).toBeNull()
    await memory.load(A)
    expect(await memory.bytes(A)).toEqual(new Uint8Array([7, 7, 7]))
  })

  it('downloads a picture once for all who ask while it is on its way', async () => {
    const { memory, asked } = memoryOf(3)
    const [one, other] = await Promise.all([memory.load(A), memory.load(A)])
    expect(one).toBe(other)
    expect(asked).toEqual([A])
  })

  it('keeps ten thousand thumbnails of five kilobytes', async () => {
    const { memory, asked } = memoryOf(5_000)
    for (let turn = 0; turn < 2; turn++) {
      for (let at = 0; at < 10_000; at++) await memory.load(`${HOST}/${at}`)
    }
    expect(asked).toHaveLength(10_000)
  })

  it('lets go of the one that was used longest ago, where the bytes are too many', async () => {
    const { memory } = memoryOf(10, 25)
    await memory.load(A)
    await memory.load(B)
    memory.at(A)
    await memory.load(C)
    expect(held(memory, [A, B, C])).toEqual([A, C])
  })

  it('keeps the last one, however large', async () => {
    const { memory } = memoryOf(100, 25)
    await memory.load(A)
    await memory.load(B)
    expect(held(memory, [A, B])).toEqual([B])
  })

  it('downloads anew what was no picture', async () => {
    const { memory, asked } = memoryOf(3)
    await memory.load(A)
    memory.forget(A)
    expect(memory.at(A)).toBeNull()
    await memory.load(A)
    expect(asked).toEqual([A, A])
  })

  it('asks again for what failed', async () => {
    let failing = true
    const memory = createThumbnailMemory(() =>
      failing ? Promise.reject(new Error('500')) : Promise.resolve(new Blob(['x'])),
    )
    await expect(memory.load(A)).rejects.toThrow('500')
    failing = false
    expect(await memory.load(A)).toMatch(/^blob:/)
  })

  it('leaves to the browser what may be shown but not read, and tries each host once', async () => {
    const asked: string[] = []
    const memory = createThumbnailMemory((source) => {
      asked.push(source)
      return Promise.reject(new TypeError('Failed to fetch'))
    })
    expect(await memory.load(A)).toBe(A)
    expect(await memory.load(B)).toBe(B)
    memory.shownUnread(B)
    expect(await memory.load(C)).toBe(C)
    expect(asked).toEqual([A, B])
  })
})

describe('the memory of this window', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('gives a picture up whose host does not answer, and can ask for it again', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort())
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) =>
      signal?.aborted === true
        ? Promise.reject(new DOMException('Too late.'))
        : new Promise(() => undefined),
    )
    await expect(thumbnailMemory.load(B)).rejects.toThrow('Too late.')
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('x')))
    expect(await thumbnailMemory.load(B)).toMatch(/^blob:/)
  })

  it('tells a picture that is refused from one that may not be read', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('No.', { status: 500 })))
    await expect(thumbnailMemory.load(A)).rejects.toThrow('refused')
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await thumbnailMemory.load(A)).toBe(A)
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('x')))
    expect(await thumbnailMemory.load(A)).toMatch(/^blob:/)
  })
})
