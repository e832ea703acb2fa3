import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestIcon } from '../../../ui/media/ico.ts'
import { readFacts, type PictureKind } from '../../../ui/media/read-facts.ts'
import { videoSize } from '../../../ui/media/video-size.ts'
import { encodeGif } from '../../cliquify/brand/gif.ts'
import { picturesFolder } from '../../cliquify/brand/picture-files.ts'
import { bmp, emptyMp4, exif, ico, jpeg, png } from './files.ts'

const frame = { width: 9, height: 7, data: new Uint8ClampedArray(9 * 7 * 4).fill(255) }
const GIF = encodeGif([frame], 100)
const ANIMATED = encodeGif([frame, frame], 100)
const sample = (name: string): Promise<Uint8Array> => readFile(join(picturesFolder(), name))
const WEBP = await sample('assets-3-flat-white-tide-id-3018-.webp')

const AVIF = await readFile(new URL('./tiny.avif', import.meta.url))

/** A copy with bytes put in, counted from where a name stands. */
function withBytes(
  file: Uint8Array,
  name: string,
  at: number,
  bytes: readonly number[],
): Uint8Array {
  const copy = Uint8Array.from(file)
  copy.set(bytes, Buffer.from(file).indexOf(name) + at)
  return copy
}

describe('without decoding it', () => {
  it.each([
    ['png', png({ width: 30, height: 20 }), { width: 30, height: 20 }, 'as-it-is'],
    ['png', png({ width: 3, height: 2, depth: 16 }), { width: 3, height: 2 }, 'encode'],
    ['jpeg', jpeg({ width: 64, height: 48 }), { width: 64, height: 48 }, 'as-it-is'],
    ['jpeg', jpeg({ width: 64, height: 48, channels: 1 }), { width: 64, height: 48 }, 'as-it-is'],
    ['jpeg', jpeg({ width: 64, height: 48, channels: 4 }), { width: 64, height: 48 }, 'encode'],
    ['gif', GIF, { width: 9, height: 7 }, 'as-it-is'],
    ['webp', WEBP, { width: 480, height: 600 }, 'encode'],
    ['bmp', bmp(5, 3, 'file'), { width: 5, height: 3 }, 'encode'],
  ] as const)(
    'the size of a %s is told, and whether Figma can have it',
    (kind, bytes, size, fit) => {
      expect(readFacts(bytes, kind)).toMatchObject({ size, fit, orientation: 1, frames: 'one' })
    },
  )

  it('the orientation is told, in JPEG and in PNG', () => {
    for (const orientation of [2, 3, 6, 8]) {
      const turned = jpeg({ width: 64, height: 48, orientation })
      expect(readFacts(turned, 'jpeg')).toMatchObject({ orientation })
      const data = exif(orientation).slice(10)
      const chunks = png({ width: 3, height: 2, extra: ['eXIf', data] })
      expect(readFacts(chunks, 'png')).toMatchObject({ orientation })
    }
    expect(readFacts(jpeg({ width: 8, height: 8, orientation: 9 }), 'jpeg')).toMatchObject({
      orientation: 1,
    })
  })

  it('an animation is told from a still', () => {
    expect(readFacts(ANIMATED, 'gif')).toMatchObject({ frames: 'several' })
    const animated = png({ width: 3, height: 2, frames: 2 })
    expect(readFacts(animated, 'png')).toMatchObject({ frames: 'several' })
  })

  it('a file whose end is missing is told from a whole one, wherever it was cut', () => {
    const files: readonly (readonly [PictureKind, Uint8Array])[] = [
      ['png', png({ width: 30, height: 20 })],
      ['jpeg', jpeg({ width: 64, height: 48, orientation: 6 })],
      ['gif', ANIMATED.subarray(0, -1)],
    ]
    for (const [kind, bytes] of files) {
      for (let length = 8; length < bytes.length - 1; length++) {
        const facts = readFacts(bytes.subarray(0, length), kind)
        // A GIF may end after any whole picture.
        const isWholeGif = kind === 'gif' && typeof facts !== 'string' && facts.frames === 'one'
        if (!isWholeGif) expect([kind, length, facts]).toEqual([kind, length, 'cut-off'])
      }
    }
  })

  it('what lies behind the end does not matter', () => {
    const more = Uint8Array.from([...jpeg({ width: 8, height: 8 }), 1, 2, 3, 0xff])
    expect(readFacts(more, 'jpeg')).toMatchObject({ fit: 'as-it-is' })
  })

  it('bytes within a larger buffer are read as if they were alone', () => {
    const whole = Uint8Array.from([9, 9, 9, ...png({ width: 30, height: 20 })])
    expect(readFacts(whole.subarray(3), 'png')).toMatchObject({ size: { width: 30, height: 20 } })
  })

  it('any bytes at all are read to an end', () => {
    for (const kind of ['png', 'jpeg', 'gif', 'webp', 'avif'] as const) {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
          const facts = readFacts(bytes, kind)
          return typeof facts === 'string' || facts.size.width * facts.size.height > 0
        }),
      )
    }
  })
})

describe('what was lost', () => {
  it.each([
    ['png', png({ width: 3, height: 2 }), 'none'],
    ['gif', GIF, 'none'],
    ['bmp', bmp(5, 3, 'file'), 'none'],
    ['webp', WEBP, 'some'],
    ['avif', AVIF, 'some'],
    ['avif', withBytes(AVIF, 'colrnclx', 12, [0, 0]), 'none'],
    ['avif', withBytes(AVIF, 'colrnclx', 12, [0, 16]), 'none'],
    ['jpeg', jpeg({ width: 64, height: 48 }), 'of-tones'],
    ['jpeg', jpeg({ width: 64, height: 48, channels: 1 }), 'some'],
  ] as const)('is told of a %s', (kind, bytes, loss) => {
    expect(readFacts(bytes, kind)).toMatchObject({ loss })
  })
})

describe('an AVIF', () => {
  it('without the size of an item has that of its track', () => {
    const without = withBytes(AVIF, 'ispe', 0, [0x66, 0x72, 0x65, 0x65])
    const sized = withBytes(without, 'av01', 28, [0, 64, 0, 48])
    expect(readFacts(sized, 'avif')).toMatchObject({ size: { width: 64, height: 48 } })
  })
})

describe('an icon file', () => {
  it('is as good as its largest picture', () => {
    const large = png({ width: 64, height: 64 })
    const icon = largestIcon(ico([bmp(16, 16, 'icon'), large, png({ width: 32, height: 32 })]))
    expect(icon).toEqual({ kind: 'png', bytes: large, size: { width: 64, height: 64 } })
  })

  it('gives a bitmap as an icon file of its own', () => {
    const icon = largestIcon(ico([bmp(8, 8, 'icon'), bmp(16, 16, 'icon')]))
    expect(icon?.size).toEqual({ width: 16, height: 16 })
    const alone = ico([bmp(16, 16, 'icon')])
    alone.set([16, 16], 6)
    expect(icon?.bytes).toEqual(alone)
  })

  it('that has none, or lies about where, gives none', () => {
    expect(largestIcon(ico([]))).toBeNull()
    expect(largestIcon(ico([png({ width: 64, height: 64 })]).subarray(0, 60))).toBeNull()
  })
})

describe('the size of a video', () => {
  it('is read out of its tables', () => {
    expect(videoSize(emptyMp4(640, 360, 'upright'))).toEqual({ width: 640, height: 360 })
  })

  it('is that of the turned picture where a phone stood upright', () => {
    expect(videoSize(emptyMp4(640, 360, 'turned'))).toEqual({ width: 360, height: 640 })
  })

  it('is left to the browser where it is a WebM, which it plays', () => {
    expect(videoSize(Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84]))).toBeNull()
  })

  it('is none where nothing tells it, and a file whose end is missing is told', () => {
    expect(videoSize(Uint8Array.from([0, 0, 0, 8, 0x66, 0x74, 0x79, 0x70]))).toBeNull()
    expect(videoSize(emptyMp4(640, 360, 'upright').subarray(0, 60))).toBe('cut-off')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (rest) => {
        for (const head of [[0x1a, 0x45, 0xdf, 0xa3], []]) {
          videoSize(Uint8Array.from([...head, ...rest]))
        }
      }),
    )
  })
})
