import { describe, expect, it } from 'vitest'
import type { Content } from '../../../shared/placement.ts'
import { open } from './open-placement.ts'
import { png, svg } from './samples.ts'

describe('what Figma refuses', () => {
  it.each([
    ['too large', png(5000, 10), 'larger than 4096 px'],
    ['no picture', { type: 'image', bytes: new Uint8Array([1, 2]), width: 1, height: 1 }, 'PNG'],
    ['without a size', { ...png(10, 10), width: 0 } as Content, 'no size'],
  ] as const)('a picture that is %s: plain words and no write', async (_, content, words) => {
    const { file, put } = open()
    await expect(put(content)).rejects.toMatchObject({
      kind: 'image-refused',
      message: expect.stringContaining(words) as string,
    })
    expect(file.writes()).toEqual([])
  })

  it('a broken SVG: a code for the raster fallback and no write', async () => {
    const { file, put } = open()
    await expect(put({ type: 'vector', svg: '<svg' })).rejects.toMatchObject({
      kind: 'svg-refused',
    })
    expect(file.writes()).toEqual([])
  })

  it.each([png(4000, 1000), svg(4000, 1000)])(
    'a later write: nothing half-made stays, whichever it is',
    async (content) => {
      const complete = open()
      await complete.put(content)
      const writes = complete.file.writes().length
      for (let k = 2; k <= writes; k++) {
        const { file, put } = open()
        file.failWrite(k)
        await expect(put(content)).rejects.toBeInstanceOf(Error)
        expect(file.snapshot().pages[0]?.children).toEqual([])
        expect(file.snapshot().selection).toEqual([])
      }
    },
  )
})
