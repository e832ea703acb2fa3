import { crc32, deflateSync } from 'node:zlib'

/** Files made byte by byte, each as small as it can be. */

export interface JpegLook {
  readonly width: number
  readonly height: number
  /** 1 is grey, 3 is YCbCr, 4 is CMYK. */
  readonly channels?: 1 | 3 | 4
  /** As Exif tells it; left out without. */
  readonly orientation?: number
}

/** A JPEG of one tone: every coefficient is zero, which takes two bits for each block. */
export function jpeg({ width, height, channels = 3, orientation }: JpegLook): Uint8Array {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8) * channels
  const each = Array.from({ length: channels }, (_, index) => index + 1)
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...(orientation === undefined ? [] : exif(orientation)),
    ...segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    ...segment(0xc0, [
      ...[8, ...uint16(height), ...uint16(width), channels],
      ...each.flatMap((id) => [id, 0x11, 0]),
    ]),
    // One code of one bit in both tables: no difference, and the end of the block.
    ...segment(0xc4, [0x00, 1, ...Array<number>(15).fill(0), 0]),
    ...segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    ...segment(0xda, [channels, ...each.flatMap((id) => [id, 0]), 0, 63, 0]),
    ...Array<number>(Math.ceil((blocks * 2) / 8)).fill(0),
    ...[0xff, 0xd9],
  ])
}

/** The segment of an existing JPEG that tells how its camera was held. */
export function exif(orientation: number): number[] {
  const tiff = [
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]
  return segment(0xe1, [...ascii('Exif\0\0'), ...tiff])
}

function segment(marker: number, data: readonly number[]): number[] {
  return [0xff, marker, ...uint16(data.length + 2), ...data]
}

export interface PngLook {
  readonly width: number
  readonly height: number
  /** 8 by default. */
  readonly depth?: 8 | 16
  /** A chunk before the picture, as its type and data. */
  readonly extra?: readonly [type: string, data: readonly number[]]
  /** 1 by default. */
  readonly frames?: 1 | 2
}

/** A PNG, half transparent all over. */
export function png({ width, height, depth = 8, extra, frames = 1 }: PngLook): Uint8Array {
  const row = 1 + width * 4 * (depth / 8)
  const pixels = Buffer.alloc(row * height, 0x80)
  for (let y = 0; y < height; y++) pixels[y * row] = 0
  const data = [...deflateSync(pixels)]
  const frame = (sequence: number): number[] => {
    const box = [width, height, 0, 0].flatMap(uint32)
    return chunk('fcTL', [...uint32(sequence), ...box, 0, 1, 0, 10, 0, 0])
  }
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...uint32(width), ...uint32(height), depth, 6, 0, 0, 0]),
    ...(extra === undefined ? [] : chunk(...extra)),
    ...(frames === 1 ? [] : [...chunk('acTL', [...uint32(2), ...uint32(0)]), ...frame(0)]),
    ...chunk('IDAT', data),
    ...(frames === 1 ? [] : [...frame(1), ...chunk('fdAT', [...uint32(2), ...data])]),
    ...chunk('IEND', []),
  ])
}

function chunk(type: string, data: readonly number[]): number[] {
  const named = [...ascii(type), ...data]
  return [...uint32(data.length), ...named, ...uint32(crc32(Uint8Array.from(named)))]
}

/** An icon file with these pictures, PNG each; the directory tells 0 × 0, as many do. */
export function ico(pictures: readonly Uint8Array[]): Uint8Array {
  const heads: number[] = []
  let offset = 6 + 16 * pictures.length
  for (const { length } of pictures) {
    heads.push(0, 0, 0, 0, 1, 0, 32, 0, ...little32(length), ...little32(offset))
    offset += length
  }
  const count = [pictures.length & 255, pictures.length >> 8]
  return Uint8Array.from([0, 0, 1, 0, ...count, ...heads, ...pictures.flatMap((one) => [...one])])
}

/** Header of a bitmap: as of Windows 3, 95 or 98. */
type BmpHeader = 40 | 108 | 124

/** A bitmap of 24 bits a pixel, blue; alone as a file, or as it lies in an icon. */
export function bmp(
  width: number,
  height: number,
  where: 'file' | 'icon',
  header: BmpHeader = 40,
): Uint8Array {
  const row = Math.ceil((width * 3) / 4) * 4
  const mask = where === 'icon' ? Math.ceil(width / 32) * 4 * height : 0
  const told = where === 'icon' ? height * 2 : height
  const head = [...little32(header), ...little32(width), ...little32(told), 1, 0, 24, 0]
  const pixels = Array.from({ length: height }, () => [
    ...Array.from({ length: width }, () => [255, 0, 0]).flat(),
    ...Array<number>(row - width * 3).fill(0),
  ]).flat()
  const body = [
    ...head,
    ...Array<number>(header - 16).fill(0),
    ...pixels,
    ...Array<number>(mask).fill(0),
  ]
  if (where === 'icon') return Uint8Array.from(body)
  return Uint8Array.from([
    ...ascii('BM'),
    ...little32(14 + body.length),
    ...[0, 0, 0, 0],
    ...little32(14 + header),
    ...body,
  ])
}

/** The box of an MP4 or MOV; `boxes` go inside. */
export function box(type: string, ...parts: readonly (Uint8Array | readonly number[])[]): number[] {
  const data = parts.flatMap((part) => [...part])
  return [...uint32(8 + data.length), ...ascii(type), ...data]
}

/** An MP4 that tells the size of its one track, and has nothing that could be played. */
export function emptyMp4(width: number, height: number, turned: 'upright' | 'turned'): Uint8Array {
  const one = uint32(65_536)
  const zero = uint32(0)
  const matrix =
    turned === 'upright'
      ? [one, zero, zero, zero, one, zero, zero, zero, uint32(2 ** 30)]
      : [zero, one, zero, uint32(2 ** 32 - 65_536), zero, zero, zero, zero, uint32(2 ** 30)]
  const track = box(
    'tkhd',
    Array<number>(40).fill(0),
    matrix.flat(),
    uint32(width * 65_536),
    uint32(height * 65_536),
  )
  return Uint8Array.from([
    ...box('ftyp', ascii('isom'), zero),
    ...box('mdat', zero),
    ...box('moov', box('trak', track)),
  ])
}

export function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')]
}

function uint16(value: number): number[] {
  return [(value >> 8) & 255, value & 255]
}

export function uint32(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value / 2 ** shift) & 255)
}

function little32(value: number): number[] {
  return uint32(value).reverse()
}
