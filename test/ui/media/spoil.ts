import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { encodeGif } from '../../cliquify/brand/gif.ts'
import { picturesFolder } from '../../cliquify/brand/picture-files.ts'
import { randomFrom, type Random } from '../../cliquify/brand/random.ts'
import { bmp, emptyMp4, ico, jpeg, png } from './files.ts'

/** A file as the fuzz makes it, from the sound one that it began as. */
export interface Spoiled {
  /** For people who look for the reason of a failure: how to make it again. */
  readonly made: string
  readonly bytes: Uint8Array
}

const frame = (tone: number) => ({
  width: 9,
  height: 7,
  data: new Uint8ClampedArray(9 * 7 * 4).fill(tone),
})
const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const DRAWING = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e "red">]>
<svg ${NS} width="40" height="20" viewBox="0 0 40 20"><style>.a{fill:url(#g)}</style>
<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>
<g transform="translate(2 2)"><path class="a" d="M0 0h10v10z"/><rect width="4" height="4" fill="&e;"/></g>
<text x="1" y="9">Aa</text><use xlink:href="#g"/></svg>`
const PATTERN = `<svg ${NS} viewBox="0 0 9 9"><pattern id="p" width="2" height="2"><path d="M0 0h1v1z"/></pattern><circle r="4" fill="url(#p)"/></svg>`

/** One sound file of each kind. */
export async function soundFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  const sample = (name: string): Promise<Uint8Array> => readFile(join(picturesFolder(), name))
  return {
    png: png({ width: 12, height: 10 }),
    apng: png({ width: 5, height: 4, frames: 2 }),
    png16: png({ width: 5, height: 4, depth: 16 }),
    jpeg: jpeg({ width: 32, height: 24, orientation: 6 }),
    photo: await sample('assets-10-soft-orbs-tide-id-3026-.jpg'),
    cmyk: jpeg({ width: 16, height: 16, channels: 4 }),
    gif: encodeGif([frame(99), frame(200)], 90),
    webp: await sample('assets-10-bokeh-kelp-id-3058-.webp'),
    avif: await readFile(new URL('./tiny.avif', import.meta.url)),
    bmp: bmp(6, 5, 'file'),
    ico: ico([bmp(8, 8, 'icon'), png({ width: 16, height: 16 })]),
    svg: Buffer.from(DRAWING),
    pattern: Buffer.from(PATTERN),
    utf16: Buffer.from(`\uFEFF${PATTERN}`, 'utf16le'),
    svgz: gzipSync(DRAWING),
    mp4: emptyMp4(64, 36, 'upright'),
    webm: (await sample('assets-12-brand-film-short-loop-id-3020-.webm')).subarray(0, 6000),
  }
}

const ELEMENTS = [
  '<script>alert(1)</script>',
  '<image href="https://x.example/a.png"/>',
  '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
  '<text>Aa</text>',
  '<style>@import "https://x.example"</style>',
]

const WORDS = [
  '<g>',
  '</g>',
  '<script>alert(1)</script>',
  '<image href="https://x.example/a.png"/>',
  '<image href="data:image/png;base64,iVBORw0KGgo="/>',
  '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE svg [',
  '&e;',
  '&amp;',
  '&#0;',
  '"',
  "'",
  '>',
  '\0',
  'NaN',
  '1e999',
  '-1',
  'width="0"',
  'style="fill: url(//x.example)"',
  '<style>@import "https://x.example"',
  '<svg>',
  '<use href="#g"/>',
  '\u{1f4a9}',
]

/** `count` spoiled files, the same ones for the same seed. */
export function spoil(
  sound: Readonly<Record<string, Uint8Array>>,
  count: number,
  seed: number,
): Spoiled[] {
  const names = Object.keys(sound)
  return Array.from({ length: count }, (_, index) => {
    const name = names[index % names.length] ?? ''
    const random = randomFrom(seed + index)
    const other = sound[names[integer(random, 0, names.length - 1)] ?? ''] ?? new Uint8Array()
    let bytes = Uint8Array.from(sound[name] ?? [])
    for (let times = Math.max(1, integer(random, -3, 3)); times > 0; times--) {
      const isDrawing = name === 'svg' || name === 'pattern'
      bytes =
        isDrawing && random.between(0, 1) < 0.6
          ? Uint8Array.from(Buffer.from(spoilDrawing(Buffer.from(bytes).toString(), random)))
          : spoilOnce(bytes, other, random)
    }
    return { made: `${name} #${index}, seed ${seed}`, bytes }
  })
}

const VALUES = [
  '0',
  '-1',
  '1e999',
  'NaN',
  '',
  '99999999',
  '50%',
  '3em',
  'url(#g)',
  'url(//x.example)',
]

/** Spoils what a drawing says, and leaves it well-formed: a number, a name, or a whole element. */
function spoilDrawing(svg: string, random: Random): string {
  const [pattern, next] = random.pick([
    [/\d+/g, () => VALUES[integer(random, 0, VALUES.length - 1)] ?? ''],
    [/ [a-z]+(?==")/gi, () => ` ${random.pick(['href', 'style', 'transform', 'onload', 'fill'])}`],
    [/<(?:path|rect|circle|use|stop)[^>]*\/>/g, () => random.pick(['<g/>', '', ...ELEMENTS])],
  ] as const)
  const places = [...svg.matchAll(pattern)]
  const place = places[integer(random, 0, places.length - 1)]
  if (place === undefined) return svg
  const { index } = place
  return svg.slice(0, index) + next() + svg.slice(index + place[0].length)
}

function spoilOnce(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const at = integer(random, 0, Math.max(0, bytes.length - 1))
  const head = Math.min(bytes.length, integer(random, 4, 64))
  const copy = Uint8Array.from(bytes)
  switch (integer(random, 0, 8)) {
    case 0:
      return copy.slice(0, at)
    case 1: {
      const places = integer(random, 1, 12)
      for (let done = 0; done < places; done++) {
        copy[integer(random, 0, Math.max(0, copy.length - 1))] = integer(random, 0, 255)
      }
      return copy
    }
    case 2:
      // The heads tell sizes and lengths.
      for (let done = 0; done < 3; done++) copy[integer(random, 0, head)] = integer(random, 0, 255)
      return copy
    case 3:
      return copy.fill(integer(random, 0, 1) * 255, at, at + integer(random, 1, 64))
    case 4:
      return joined(copy.slice(0, at), copy.slice(at + integer(random, 1, 64)))
    case 5:
      return joined(copy.slice(0, at), copy.slice(Math.max(0, at - 64)))
    case 6:
      // Another file's content behind this one's name and first bytes.
      return joined(copy.slice(0, head), other.slice(head))
    case 7:
      return joined(copy, other)
    default: {
      const word = WORDS[integer(random, 0, WORDS.length - 1)] ?? ''
      return joined(
        copy.slice(0, at),
        Buffer.from(word.repeat(integer(random, 1, 3))),
        copy.slice(at),
      )
    }
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts))
}

/** Both ends included. */
function integer(random: Random, from: number, to: number): number {
  return Math.floor(random.between(from, to + 1))
}
