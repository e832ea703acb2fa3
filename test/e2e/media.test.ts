import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { encodeGif } from '../cliquify/brand/gif.ts'
import { pictureFile } from '../cliquify/brand/picture-files.ts'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { bmp, emptyMp4, ico, jpeg, png } from '../ui/media/files.ts'
import { openMediaDesk, type MediaDesk } from './media-desk.ts'
import { screenshot } from './screenshot.ts'

let media: MediaDesk
beforeAll(async () => {
  media = await openMediaDesk()
})
afterEach(() => media.clear())
afterAll(() => media.desk.close())

interface Shown {
  readonly width: number
  readonly height: number
  readonly start: string
  readonly isOriginal: boolean
  readonly alpha: number
}

/** The image of a layer as Figma has it. */
async function imageOf(layer: NodeSnapshot): Promise<Shown> {
  const hash = layer.fills[0]?.imageHash
  if (typeof hash !== 'string') throw new Error(`${layer.name} shows no image`)
  return media.file.page.evaluate(
    async ({ given, original }) => {
      const bytes = window.preview.host.imageBytes(given)
      if (bytes === null) throw new Error('no such image')
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]), {
        imageOrientation: 'none',
      })
      const reader = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      reader?.drawImage(bitmap, 0, 0)
      return {
        width: bitmap.width,
        height: bitmap.height,
        start: String.fromCharCode(...bytes.subarray(0, 4)),
        isOriginal: bytes.length === original.length && bytes.every((b, at) => b === original[at]),
        alpha: reader?.getImageData(0, 0, 1, 1).data[3] ?? -1,
      }
    },
    { given: hash, original: [...media.answer()] },
  )
}

const frame = (tone: number) => ({
  width: 90,
  height: 70,
  data: new Uint8ClampedArray(90 * 70 * 4).fill(tone),
})

describe('a picture', () => {
  it.each([
    ['PNG', png({ width: 120, height: 80 })],
    ['JPEG', jpeg({ width: 120, height: 80 })],
    ['GIF that moves', encodeGif([frame(99), frame(255)], 90)],
  ])('is placed byte for byte as %s', async (_, bytes) => {
    const image = await imageOf(await media.place(bytes))
    expect(image.isOriginal).toBe(true)
  })

  it('keeps its transparency', async () => {
    const image = await imageOf(await media.place(png({ width: 120, height: 80 })))
    expect(image.alpha).toBeLessThan(200)
  })

  it('keeps its transparency out of an icon', async () => {
    const icon = await imageOf(await media.place(ico([png({ width: 64, height: 64 })])))
    expect(icon).toMatchObject({ width: 64, height: 64, start: '\x89PNG' })
    expect(icon.alpha).toBeLessThan(200)
  })

  it('that a camera turned lands upright and in its upright size', async () => {
    const layer = await media.place(jpeg({ width: 120, height: 80, orientation: 6 }))
    expect([layer.width, layer.height]).toEqual([80, 120])
    expect(await imageOf(layer)).toMatchObject({ width: 80, height: 120 })
  })

  it('in AVIF, BMP, CMYK or 16 bits becomes one that Figma reads', async () => {
    const avif = await readFile(new URL('../ui/media/tiny.avif', import.meta.url))
    for (const [bytes, width, height] of [
      [avif, 64, 48],
      [bmp(50, 30, 'file'), 50, 30],
      [jpeg({ width: 64, height: 48, channels: 4 }), 64, 48],
      [png({ width: 30, height: 20, depth: 16 }), 30, 20],
    ] as const) {
      const layer = await media.place(bytes)
      const image = await imageOf(layer)
      expect(image).toMatchObject({ width, height, isOriginal: false })
      expect(image.start).toMatch(/^(?:\x89PNG|\xff\xd8)/)
      await media.file.edit({ type: 'remove-node', id: layer.id })
    }
  })

  it('over 4096 px is scaled down, aspect kept, and people are told', async () => {
    const layer = await media.place(jpeg({ width: 5000, height: 2500 }))
    expect(await imageOf(layer)).toMatchObject({ width: 4096, height: 2048 })
    await media.file.status.filter({ hasText: 'from 5000 × 2500 to 4096 × 2048 px' }).waitFor()
  })
})

describe('an SVG', () => {
  const NS = 'xmlns="http://www.w3.org/2000/svg"'

  it('becomes vectors in its own size, also packed', async () => {
    const svg = `<svg ${NS} viewBox="0 0 60 30"><script>alert(1)</script><path d="M0 0h60v30z"/></svg>`
    const layer = await media.place(gzipSync(svg))
    expect([layer.type, layer.width, layer.height]).toEqual(['FRAME', 60, 30])
    expect(layer.children).toHaveLength(1)
  })

  it('has the colors of its style sheet, with which Figma cannot do', async () => {
    const svg = `<svg ${NS} width="60" height="30"><style>.a{fill:hsl(120 100% 50%)}</style><rect class="a" width="60" height="30"/></svg>`
    const layer = await media.place(Buffer.from(svg))
    expect(layer.children[0]?.fills).toMatchObject([{ color: { r: 0, g: 1, b: 0 } }])
  })

  it('that Figma cannot convert is a crisp picture of the same size, and people are told', async () => {
    const svg = `<svg ${NS} width="60" height="30"><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h2v2z"/></pattern><rect width="60" height="30" fill="url(#p)"/></svg>`
    const layer = await media.place(Buffer.from(svg))
    expect([layer.type, layer.width, layer.height]).toEqual(['RECTANGLE', 60, 30])
    expect(await imageOf(layer)).toMatchObject({ width: 120, height: 60, start: '\x89PNG' })
    await media.file.status.filter({ hasText: 'It is a picture' }).waitFor()
  })
})

describe('a video', () => {
  const film = async (): Promise<Uint8Array> => {
    const asset = media.desk.cliquify.brand.assets.find(({ format }) => format === 'webm')
    if (asset === undefined) throw new Error('the sample brand has no film')
    return readFile(pictureFile(asset))
  }

  it('is placed as a video in its own size', async () => {
    const layer = await media.place(await film())
    expect([layer.width, layer.height]).toEqual([320, 240])
    expect(layer.fills).toMatchObject([{ type: 'VIDEO', scaleMode: 'FILL' }])
    const length = await media.file.page.evaluate(
      (hash) => window.preview.host.imageBytes(hash)?.length,
      layer.fills[0]?.videoHash ?? '',
    )
    expect(length).toBe(media.answer().length)
    await screenshot(media.file, 'video-placed')
  })

  it('is its first picture where the plan takes no videos, and people are told', async () => {
    await media.file.page.evaluate(() => window.preview.host.setPlan('starter'))
    const layer = await media.place(await film())
    expect([layer.type, layer.width, layer.height]).toEqual(['RECTANGLE', 320, 240])
    expect(await imageOf(layer)).toMatchObject({ width: 320, height: 240, alpha: 255 })
    await media.file.status.filter({ hasText: 'paid plans' }).waitFor()
  })

  it('that no browser plays is the thumbnail of it there', async () => {
    await media.file.page.evaluate(() => window.preview.host.setPlan('starter'))
    const layer = await media.place(emptyMp4(320, 180, 'upright'))
    expect(layer.fills).toMatchObject([{ type: 'IMAGE' }])
  })
})
