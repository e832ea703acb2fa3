import { describe, expect, it } from 'vitest'
import { readBytes } from '../../../ui/cliquify/read-bytes.ts'

const MEGABYTE = 1024 * 1024
const MOST = 100 * MEGABYTE

/** A body that hands out megabytes, and counts how many were asked for. */
function bodyOf(megabytes: number): { body: ReadableStream<Uint8Array>; given: () => number } {
  let given = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (given === megabytes) {
        controller.close()
        return
      }
      given += 1
      controller.enqueue(new Uint8Array(MEGABYTE).fill(given))
    },
  })
  return { body, given: () => given }
}

describe('a download', () => {
  it('gives its parts in their order, and tells of each', async () => {
    let parts = 0
    const bytes = await readBytes(new Response(bodyOf(3).body), MOST, () => parts++)
    if (bytes === 'too-large') throw new Error('refused')
    expect(bytes.length).toBe(3 * MEGABYTE)
    expect([bytes[0], bytes[MEGABYTE], bytes[3 * MEGABYTE - 1]]).toEqual([1, 2, 3])
    expect(parts).toBe(3)
  })

  it('that tells more than it may have is not begun', async () => {
    const { body, given } = bodyOf(200)
    const headers = { 'Content-Length': String(200 * MEGABYTE) }
    expect(await readBytes(new Response(body, { headers }), MOST, () => undefined)).toBe(
      'too-large',
    )
    expect(given()).toBeLessThan(3)
  })

  it('that does not tell ends as soon as there are more', async () => {
    const { body, given } = bodyOf(200)
    expect(await readBytes(new Response(body), MOST, () => undefined)).toBe('too-large')
    expect(given()).toBeLessThan(105)
  })

  it('of nothing is empty', async () => {
    expect(await readBytes(new Response(null), MOST, () => undefined)).toEqual(new Uint8Array())
  })
})
