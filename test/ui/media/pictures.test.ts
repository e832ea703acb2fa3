import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { encodeGif } from '../../cliquify/brand/gif.ts'
import { bmp, exif, ico, jpeg, png, uint32 } from './files.ts'
import type { MediaRooms } from './media-page.ts'
import { prepareBytes } from './prepare-bytes.ts'
import { useMediaPage } from './use-media-page.ts'

declare const media: MediaRooms

const page = useMediaPage()

/** Draws in the page: a red square on `ground`, encoded as `type`. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly ground: string | null
  readonly type: string
  readonly noise?: boolean
}

interface Placeable {
  readonly width: number
  readonly height: number
  readonly start: readonly number[]
  readonly note: string | null
  readonly cornerAlpha: number
}

function preparePicture(picture: Picture): Promise<Placeable> {
  return page().evaluate(async ({ width, height, ground, type, noise }) => {
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    if (ground !== null) {
      context.fillStyle = ground
      context.fillRect(0, 0, width, height)
    }
    for (let at = 0; noise === true && at < 4000; at++) {
      context.fillStyle = `hsl(${(at * 137) % 360} 60% 50%)`
      context.fillRect((at * 31) % width, (at * 17) % height, 5, 5)
    }
    context.fillStyle = 'red'
    context.fillRect(width / 2, height / 2, width / 4, height / 4)
    const blob = await canvas.convertToBlob({ type, quality: 0.9 })
    const given = new Uint8Array(await blob.arrayBuffer())
    const { content, note } = await media.prepare(given, 'Hero')
    if (content.type !== 'image') throw new Error('not an image')
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(content.bytes)]))
    const reader = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    reader?.drawImage(bitmap, 0, 0)
    return {
      width: bitmap.width,
      height: bitmap.height,
      start: [...content.bytes.subarray(0, 2)],
      note,
      cornerAlpha: reader?.getImageData(0, 0, 1, 1).data[3] ?? -1,
    }
  }, picture)
}

const PNG = [0x89, 0x50]
const JPEG = [0xff, 0xd8]

describe('a picture that Figma refuses', () => {
  it('becomes a PNG where it is transparent', async () => {
    const picture = { width: 300, height: 200, ground: null, type: 'image/webp' }
    expect(await preparePicture(picture)).toEqual({
      width: 300,
      height: 200,
      start: PNG,
      note: null,
      cornerAlpha: 0,
    })
  })

  it('becomes a JPEG where it is opaque and that is smaller', async () => {
    const picture = { width: 400, height: 300, ground: 'navy', type: 'image/webp', noise: true }
    const { start, note } = await preparePicture(picture)
    expect([start, note]).toEqual([JPEG, null])
  })

  it('is scaled to what Figma takes, and people are told', async () => {
    const picture = { width: 5000, height: 3000, ground: 'navy', type: 'image/jpeg' }
    const { width, height, start, note } = await preparePicture(picture)
    expect([width, height, start]).toEqual([4096, 2458, JPEG])
    expect(note).toContain('from 5000 × 3000 to 4096 × 2458 px')
  })

  it('is encoded off the main thread', async () => {
    const worker = page().waitForEvent('worker', { timeout: 10_000 })
    await preparePicture({ width: 20, height: 20, ground: 'navy', type: 'image/webp' })
    expect((await worker).url()).toMatch(/^blob:/)
  })

  it('is encoded all the same where no Worker is allowed', async () => {
    await page().evaluate(() => {
      Object.assign(globalThis, { KeptWorker: Worker, Worker: undefined })
    })
    const picture = { width: 20, height: 20, ground: null, type: 'image/webp' }
    expect((await preparePicture(picture)).start).toEqual(PNG)
    await page().evaluate(() => {
      Object.assign(globalThis, { Worker: Reflect.get(globalThis, 'KeptWorker') as unknown })
    })
  })

  it('and is broken is refused with a sentence', async () => {
    const failure = await page().evaluate(async () => {
      const broken = new TextEncoder().encode(`RIFF\x20\0\0\0WEBPVP8 ${'nonsense'.repeat(4)}`)
      return media.prepare(broken, 'Hero').then(() => 'accepted', String)
    })
    expect(failure).toContain('“Hero” is a broken file')
  })
})

const frame = (tone: number) => ({
  width: 9,
  height: 7,
  data: new Uint8ClampedArray(9 * 7 * 4).fill(tone),
})

/** An icon whose directory tells this length of its one bitmap. */
function icoOfLength(length: number): Uint8Array {
  const file = ico([bmp(16, 16, 'icon')])
  new DataView(file.buffer).setUint32(14, length, true)
  return file
}

/** A GIF of a picture of 9 × 7 px on a screen of this size. */
function gifOfScreen(width: number, height: number): Uint8Array {
  const file = Uint8Array.from(encodeGif([frame(99)], 90))
  file.set([width, 0, height, 0], 6)
  return file
}

describe('a picture, whatever it is called,', () => {
  it.each([
    ['PNG', png({ width: 30, height: 20 }), 'image 30 × 20 as it is'],
    ['JPEG', jpeg({ width: 64, height: 48 }), 'image 64 × 48 as it is'],
    ['upright JPEG', jpeg({ width: 64, height: 48, orientation: 1 }), 'image 64 × 48 as it is'],
    ['turned JPEG', jpeg({ width: 64, height: 48, orientation: 6 }), 'image 48 × 64'],
    ['mirrored JPEG', jpeg({ width: 64, height: 48, orientation: 2 }), 'image 64 × 48'],
    ['JPEG in CMYK', jpeg({ width: 64, height: 48, channels: 4 }), 'image 64 × 48'],
    ['PNG of 16 bits', png({ width: 3, height: 2, depth: 16 }), 'image 3 × 2'],
    ['animated GIF', encodeGif([frame(99), frame(255)], 90), 'image 9 × 7 as it is'],
    ['BMP', bmp(5, 3, 'file'), 'image 5 × 3'],
    [
      'icon',
      ico([bmp(16, 16, 'icon'), png({ width: 64, height: 64 }), bmp(32, 32, 'icon')]),
      'image 64 × 64',
    ],
    ['icon of a Windows 95 bitmap', ico([bmp(16, 16, 'icon', 108)]), 'image 16 × 16'],
    ['icon of a Windows 98 bitmap', ico([bmp(24, 24, 'icon', 124)]), 'image 24 × 24'],
    ['icon that tells no length', icoOfLength(0), 'image 16 × 16'],
    ['icon that tells too long a length', icoOfLength(99_999), 'image 16 × 16'],
    ['icon that tells too short a length', icoOfLength(60), 'image 16 × 16'],
    ['GIF without a screen', gifOfScreen(0, 0), 'image 9 × 7'],
    ['GIF without a width', gifOfScreen(0, 99), 'image 9 × 99'],
    ['GIF without a height', gifOfScreen(99, 0), 'image 99 × 7'],
    ['icon of bitmaps', ico([bmp(16, 16, 'icon'), bmp(32, 32, 'icon')]), 'image 32 × 32'],
  ])('is placed in its own size as %s', async (_, bytes, expected) => {
    expect(await prepareBytes(page(), bytes)).toBe(expected)
  })

  it('is placed in its own size as AVIF', async () => {
    const avif = await readFile(new URL('./tiny.avif', import.meta.url))
    expect(await prepareBytes(page(), avif)).toBe('image 64 × 48')
  })

  it('is refused as AVIF that tells no size', async () => {
    const avif = await readFile(new URL('./tiny.avif', import.meta.url))
    avif.write('free', avif.indexOf('ispe'))
    expect(await prepareBytes(page(), avif)).toContain('“Hero” is a broken file')
  })

  it('that is an animated PNG passes, and people are told that it stands still', async () => {
    const animated = png({ width: 3, height: 2, frames: 2 })
    expect(await prepareBytes(page(), animated)).toBe(
      'image 3 × 2 as it is (“Hero” is animated, but only its first picture shows in Figma.)',
    )
  })

  it('is as a whole picture, or refused: cut short anywhere, or spoiled within', async () => {
    const whole = png({ width: 40, height: 40 })
    const spoiled = Uint8Array.from(whole, (byte, at) => (at === 60 ? byte ^ 0xff : byte))
    expect(await prepareBytes(page(), spoiled)).toContain('“Hero” is a broken file')
    expect(await prepareBytes(page(), whole.subarray(0, -20))).toContain('“Hero” is incomplete')
    const photo = jpeg({ width: 640, height: 480 })
    expect(await prepareBytes(page(), photo.subarray(0, photo.length / 2))).toContain(
      'is incomplete',
    )
  })

  it('of so many pixels that the tab would break is refused before it is decoded', async () => {
    const bomb = png({ width: 1, height: 1 })
    bomb.set([...uint32(20_000), ...uint32(20_000)], 16)
    expect(await prepareBytes(page(), bomb)).toContain('too large: 20000 × 20000 px')
  })

  it('keeps its first picture where it is animated and too large', async () => {
    const wide = { width: 4200, height: 2, data: new Uint8ClampedArray(4200 * 2 * 4).fill(99) }
    expect(await prepareBytes(page(), encodeGif([wide, wide], 90))).toBe(
      'image 4096 × 2 (“Hero” was scaled from 4200 × 2 to 4096 × 2 px, the most that Figma takes. ' +
        '“Hero” is animated, but only its first picture shows in Figma.)',
    )
  })

  it('is scaled down without losing lines: stripes become an even grey', async () => {
    const spread = await page().evaluate(async () => {
      const canvas = new OffscreenCanvas(16_380, 64)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.fillRect(0, 0, 16_380, 64)
      context.fillStyle = 'white'
      for (let x = 0; x < 16_380; x += 2) context.fillRect(x, 0, 1, 64)
      const blob = await canvas.convertToBlob({ type: 'image/png' })
      const { content } = await media.prepare(new Uint8Array(await blob.arrayBuffer()), 'Hero')
      if (content.type !== 'image') throw new Error('not an image')
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(content.bytes)]))
      const reader = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      reader?.drawImage(bitmap, 0, 0)
      const { data } = reader?.getImageData(0, 8, bitmap.width, 1) ?? { data: [0] }
      const tones = [...data].filter((_, at) => at % 4 === 0)
      return { width: bitmap.width, from: Math.min(...tones), to: Math.max(...tones) }
    })
    expect(spread.width).toBe(4096)
    expect(spread.from).toBeGreaterThan(110)
    expect(spread.to).toBeLessThan(145)
  })

  it('stands upright', async () => {
    const corner = await page().evaluate(async (exif) => {
      const canvas = new OffscreenCanvas(64, 48)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.fillStyle = 'blue'
      context.fillRect(0, 0, 64, 48)
      context.fillStyle = 'red'
      context.fillRect(0, 0, 32, 24)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 })
      const jpeg = new Uint8Array(await blob.arrayBuffer())
      const turned = Uint8Array.from([...jpeg.subarray(0, 2), ...exif, ...jpeg.subarray(2)])
      const { content } = await media.prepare(turned, 'Hero')
      if (content.type !== 'image') throw new Error('not an image')
      // What is drawn without asking for an orientation is what every reader sees.
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(content.bytes)]), {
        imageOrientation: 'none',
      })
      const reader = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      reader?.drawImage(bitmap, 0, 0)
      const red = (x: number, y: number): number => reader?.getImageData(x, y, 1, 1).data[0] ?? -1
      return { left: red(8, 8) > 128, right: red(bitmap.width - 8, 8) > 128 }
    }, exif(6))
    expect(corner).toEqual({ left: false, right: true })
  })

  it('leaves nothing running behind it', async () => {
    await prepareBytes(page(), bmp(5, 3, 'file'))
    await prepareBytes(page(), png({ width: 40, height: 40 }).subarray(0, -20))
    await expect.poll(() => page().workers()).toEqual([])
  })
})
