import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { place } from '../../../plugin/placement/place.ts'
import { createPlaceholders } from '../../../plugin/placement/placeholders.ts'
import type { Content } from '../../../shared/placement.ts'
import { largestIcon } from '../../../ui/media/ico.ts'
import { readFacts } from '../../../ui/media/read-facts.ts'
import { recognise } from '../../../ui/media/recognise.ts'
import { svgText } from '../../../ui/media/svg-text.ts'
import { videoSize } from '../../../ui/media/video-size.ts'
import { openFile } from '../../figma/file.ts'
import { LOGO } from '../../plugin/placement/samples.ts'
import { times } from '../../deep.ts'
import type { MediaRooms } from './media-page.ts'
import { networkRequests } from './network-requests.ts'
import { soundFiles, spoil } from './spoil.ts'
import { useMediaPage } from './use-media-page.ts'

declare const media: MediaRooms

const READ = times(1000, 8000)
const PLACED = times(250, 2500)
const AT_ONCE = 50
/** What has not settled by then hangs. */
const HANGS_MS = 20_000

const sound = await soundFiles()

describe(`of ${READ} spoiled and mislabelled files`, () => {
  it('every one is read to an end', { timeout: 60_000 }, () => {
    for (const { bytes } of spoil(sound, READ, 1)) {
      recognise(bytes)
      for (const kind of ['png', 'jpeg', 'gif', 'webp', 'avif'] as const) readFacts(bytes, kind)
      largestIcon(bytes)
      videoSize(bytes)
      svgText(bytes)
    }
  })
})

/** What the window makes of a file: content for the sandbox, or a refusal. */
type Made =
  | { readonly type: 'vector'; readonly svg: string; readonly raster: MadePicture | string }
  | MadePicture
  | { readonly type: 'video'; readonly width: number; readonly height: number }
  | { readonly type: 'refused'; readonly message: string }

interface MadePicture {
  readonly type: 'image'
  /** Base64, or null where the file itself is good. */
  readonly bytes: string | null
  readonly width: number
  readonly height: number
}

describe(`of ${PLACED} spoiled and mislabelled files`, () => {
  const page = useMediaPage()

  it(
    'each is placed whole, or refused with a sentence and nothing left',
    { timeout: 280_000 },
    async () => {
      const requests = networkRequests(page())
      const counts: Record<string, number> = {}
      const count = (what: string): void => {
        counts[what] = (counts[what] ?? 0) + 1
      }
      const files = spoil(sound, PLACED, 100_000)
      for (let at = 0; at < files.length; at += AT_ONCE) {
        const batch = files.slice(at, at + AT_ONCE)
        const made = await makeAll(
          page(),
          batch.map(({ bytes }) => bytes),
        )
        for (const [index, file] of batch.entries()) {
          const one = made[index]
          if (one === undefined) throw new Error('lost')
          if (one.type === 'refused') {
            expect([file.made, one.message]).toEqual([file.made, expect.stringMatching(SENTENCE)])
            count('refused in the window')
          } else count(await placeWhole(file.made, one, file.bytes))
        }
      }
      expect(requests).toEqual([])
      await expect.poll(() => page().workers()).toEqual([])
      // Both ways out must be well trodden, or the fuzz tests little.
      expect(counts['refused in the window']).toBeGreaterThan(PLACED / 10)
      expect(counts['image placed']).toBeGreaterThan(PLACED / 20)
      expect(counts['vector placed']).toBeGreaterThan(PLACED / 50)
      console.log(`${PLACED} files: ${JSON.stringify(counts)}`)
    },
  )
})

const SENTENCE = /^MediaError: (?=.*“Name”)[^<>]+[.]$/

/** Runs in the page. */
function makeAll(page: Page, files: readonly Uint8Array[]): Promise<Made[]> {
  return page.evaluate(
    async ({ texts, hangsMs }) => {
      const toText = (bytes: Uint8Array): string => {
        let text = ''
        for (const byte of bytes) text += String.fromCharCode(byte)
        return btoa(text)
      }
      const pictureOf = (content: Content, given: Uint8Array): MadePicture => {
        if (content.type !== 'image') throw new Error('not a picture')
        const { bytes, width, height } = content
        return { type: 'image', bytes: bytes === given ? null : toText(bytes), width, height }
      }
      const make = async (text: string): Promise<Made> => {
        const given = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
        const { content } = await media.prepare(given, 'Name')
        if (content.type === 'image') return pictureOf(content, given)
        if (content.type === 'video') {
          return { type: 'video', width: content.width, height: content.height }
        }
        const raster = await media
          .rasterise(content.svg)
          .then((one) => pictureOf(one, given), String)
        return { type: 'vector', svg: content.svg, raster }
      }
      const hang = (): Promise<never> =>
        new Promise((_resolve, reject) => setTimeout(() => reject(new Error('it hangs')), hangsMs))
      return Promise.all(
        texts.map((text) =>
          Promise.race([make(text), hang()]).catch((error: unknown): Made => ({
            type: 'refused',
            message: String(error),
          })),
        ),
      )
    },
    { texts: files.map((bytes) => Buffer.from(bytes).toString('base64')), hangsMs: HANGS_MS },
  )
}

/** Hands the content to the sandbox's half, as the window does; tells what came of it. */
async function placeWhole(
  made: string,
  content: Exclude<Made, { type: 'refused' }>,
  file: Uint8Array,
): Promise<string> {
  const document = openFile()
  const { figma } = document
  const put = async (given: Content): Promise<string | null> => {
    const items = [{ content: given, provenance: LOGO, size: null }]
    const reply = await place(figma, createPlaceholders(), { items, at: { type: 'view' } })
    if (reply.outcome === 'refused') {
      expect([made, figma.currentPage.children]).toEqual([made, []])
      return reply.refusals[0]?.failure.kind ?? ''
    }
    const [layer, second] = figma.currentPage.children
    expect([made, layer?.name, second]).toEqual([made, LOGO.name, undefined])
    expect([made, Number(layer?.width) > 0 && Number(layer?.height) > 0]).toEqual([made, true])
    return null
  }
  if (content.type === 'image') {
    return (await put(pictureFrom(content, file))) ?? 'image placed'
  }
  if (content.type === 'video') {
    return (await put({ ...content, bytes: file, poster: null })) ?? 'video placed'
  }
  const refusal = await put({ type: 'vector', svg: content.svg })
  if (refusal === null) return 'vector placed'
  if (typeof content.raster === 'string') {
    expect([made, content.raster]).toEqual([made, expect.stringMatching(/^MediaError: .*[.]$/)])
    return `${refusal}, and the window cannot draw it`
  }
  return (await put(pictureFrom(content.raster, file))) ?? 'vector placed as picture'
}

function pictureFrom({ bytes, width, height }: MadePicture, file: Uint8Array): Content {
  const own = bytes === null ? file : Uint8Array.from(Buffer.from(bytes, 'base64'))
  return { type: 'image', bytes: own, width, height }
}
