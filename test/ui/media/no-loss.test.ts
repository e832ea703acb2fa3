import { describe, expect, it } from 'vitest'
import { exif, jpeg } from './files.ts'
import type { MediaRooms } from './media-page.ts'
import { useMediaPage } from './use-media-page.ts'

declare const media: MediaRooms

const page = useMediaPage()

interface Art {
  readonly width: number
  readonly height: number
  readonly type: string
  readonly quality?: number
  /** As Exif tells it. */
  readonly orientation?: number
  readonly colorSpace?: PredefinedColorSpace
  /** In an animated WebP of one frame. */
  readonly isFrame?: boolean
}

/** Thin red and green lines on white: what halved colors spoil most. */
function prepareArt(art: Art): Promise<{ start: string; far: number; wide: number }> {
  return page().evaluate(
    async ({ width, height, type, quality, colorSpace, isFrame, segment }) => {
      const space = colorSpace ?? 'srgb'
      const canvas = new OffscreenCanvas(width, height)
      const context = canvas.getContext('2d', { colorSpace: space })
      if (context === null) throw new Error('no canvas')
      context.fillStyle = 'white'
      context.fillRect(0, 0, width, height)
      const red = space === 'srgb' ? 'red' : 'color(display-p3 1 0 0)'
      for (let x = 0; x < width; x += 6) {
        context.fillStyle = x % 4 === 0 ? red : 'green'
        context.fillRect(x, 0, 1, height)
      }
      context.fillStyle = red
      context.fillRect(0, 0, width / 4, height / 4)
      const blob = await canvas.convertToBlob({ type, quality: quality ?? 1 })
      let file = new Uint8Array(await blob.arrayBuffer())
      if (segment !== null) {
        file = Uint8Array.from([...file.subarray(0, 2), ...segment, ...file.subarray(2)])
      }
      if (isFrame === true) {
        const little = (value: number, bytes: number): number[] =>
          Array.from({ length: bytes }, (_, at) => (value >> (8 * at)) & 255)
        const chunk = (name: string, data: readonly number[]): number[] => [
          ...[...name].map((letter) => letter.charCodeAt(0)),
          ...little(data.length, 4),
          ...data,
          ...(data.length % 2 === 1 ? [0] : []),
        ]
        const box = [...little(width - 1, 3), ...little(height - 1, 3)]
        const start = String.fromCharCode(...file.subarray(0, 4000)).indexOf('VP8L')
        const frame = [...little(0, 6), ...box, ...little(100, 3), 0, ...file.subarray(start)]
        const inside = [
          ...chunk('VP8X', [2, 0, 0, 0, ...box]),
          ...chunk('ANIM', little(0, 6)),
          ...chunk('ANMF', frame),
        ]
        const whole = chunk('RIFF', [...[...'WEBP'].map((one) => one.charCodeAt(0)), ...inside])
        file = Uint8Array.from(whole)
      }
      const { content } = await media.prepare(file, 'Art')
      if (content.type !== 'image') throw new Error('not a picture')
      const made = new Uint8Array(content.bytes)

      const read = async (bytes: Uint8Array<ArrayBuffer>, imageOrientation: ImageOrientation) => {
        const bitmap = await createImageBitmap(new Blob([bytes]), { imageOrientation })
        const reader = new OffscreenCanvas(content.width, content.height).getContext('2d', {
          colorSpace: space,
          willReadFrequently: true,
        })
        reader?.drawImage(bitmap, 0, 0, content.width, content.height)
        return reader?.getImageData(0, 0, content.width, content.height).data ?? []
      }
      const [before, after] = [await read(file, 'from-image'), await read(made, 'none')]
      let far = 0
      let wide = 0
      for (let at = 0; at < before.length; at += 4) {
        const differs = [0, 1, 2].some(
          (channel) => Math.abs((before[at + channel] ?? 0) - (after[at + channel] ?? 0)) > 32,
        )
        if (differs) far += 1
        if ((after[at] ?? 0) > 250 && (after[at + 1] ?? 255) < 20) wide += 1
      }
      const pixels = before.length / 4
      return {
        start: String.fromCharCode(...made.subarray(0, 4)),
        far: far / pixels,
        wide: wide / pixels,
      }
    },
    { ...art, segment: art.orientation === undefined ? null : exif(art.orientation) },
  )
}

const PNG = '\x89PNG'
const SIZE = { width: 1200, height: 900 }

describe('what lost nothing so far loses nothing', () => {
  it.each<[string, Art]>([
    ['lossless WebP', { ...SIZE, type: 'image/webp' }],
    ['lossless WebP in Display P3', { ...SIZE, type: 'image/webp', colorSpace: 'display-p3' }],
    ['lossless WebP that is animated', { ...SIZE, type: 'image/webp', isFrame: true }],
    ['PNG that is too large', { width: 4300, height: 400, type: 'image/png' }],
  ])('%s', async (_, art) => {
    const { start, far } = await prepareArt(art)
    expect(start).toBe(PNG)
    // What is scaled is compared with what a browser scales in one step.
    expect(far).toBeLessThan(art.width > 4096 ? 0.5 : 0.0001)
  })
})

describe('what is encoded anew loses nothing that is seen', () => {
  it.each<[string, Art]>([
    ['a turned JPEG of sharp colors', { ...SIZE, type: 'image/jpeg', orientation: 6 }],
    ['a mirrored JPEG of sharp colors', { ...SIZE, type: 'image/jpeg', orientation: 2 }],
    ['a JPEG upside down', { ...SIZE, type: 'image/jpeg', orientation: 3 }],
    ['a turned JPEG of few pixels', { width: 90, height: 40, type: 'image/jpeg', orientation: 8 }],
    ['a turned JPEG', { ...SIZE, type: 'image/jpeg', quality: 0.9, orientation: 6 }],
    ['a WebP of lines', { ...SIZE, type: 'image/webp', quality: 0.8 }],
    [
      'a turned JPEG in Display P3',
      { ...SIZE, type: 'image/jpeg', orientation: 6, colorSpace: 'display-p3' },
    ],
  ])('%s', async (_, art) => {
    expect((await prepareArt(art)).far).toBeLessThan(0.015)
  })

  it('and keeps colors that only a wide gamut has', async () => {
    for (const type of ['image/webp', 'image/jpeg']) {
      const art = {
        ...SIZE,
        type,
        orientation: type === 'image/jpeg' ? 6 : undefined,
        colorSpace: 'display-p3',
      } as const
      const { orientation, ...plain } = art
      const made = await prepareArt(orientation === undefined ? plain : { ...plain, orientation })
      expect(made.wide).toBeGreaterThan(0.06)
    }
  })

  it('a JPEG that nobody would tell from it stays one', async () => {
    const start = await page().evaluate(
      async (bytes) => {
        const { content } = await media.prepare(Uint8Array.from(bytes), 'Photo')
        return content.type === 'image' ? [...content.bytes.subarray(0, 2)] : []
      },
      [...jpeg({ width: 640, height: 480, orientation: 6 })],
    )
    expect(start).toEqual([0xff, 0xd8])
  })
})
