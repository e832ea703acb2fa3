import type { CDPSession, Page } from 'playwright-core'
import { openMediaPage, type MediaRooms } from '../ui/media/media-page.ts'
import { readSvgSets, type SvgFile, type SvgSet } from './svg-sets.ts'

declare const media: MediaRooms

/** Seconds of processor time that no file may take. */
const LONGEST = 2

interface Row {
  readonly right: number
  readonly refused: number
  readonly wrong: number
  /** Of those that are right. */
  readonly pictures: number
  readonly slowest: string
}

/** Prepares published sets of SVG, and compares with what Chromium draws; true where all is right. */
export async function tryMedia(): Promise<boolean> {
  const { browser, page } = await openMediaPage()
  const judge = await (await browser.newContext()).newPage()
  const meter = await page.context().newCDPSession(page)
  await meter.send('Performance.enable')
  const rows: Record<string, Row> = {}
  let isGood = true
  for await (const set of readSvgSets()) {
    const row = await trySet(set, page, judge, meter)
    rows[`${set.name}, ${set.files.length}`] = row
    if (row.wrong > 0 || parseFloat(row.slowest) > LONGEST) isGood = false
  }
  await browser.close()
  console.table(rows)
  return isGood
}

async function trySet(set: SvgSet, page: Page, judge: Page, meter: CDPSession): Promise<Row> {
  const row = { right: 0, refused: 0, wrong: 0, pictures: 0 }
  let slowest = { name: '', seconds: 0 }
  for (const file of set.files) {
    const before = await processorTime(meter)
    const made = await make(page, file)
    const seconds = (await processorTime(meter)) - before
    if (seconds > slowest.seconds) slowest = { name: file.name, seconds }
    const original = await look(judge, `data:image/svg+xml;base64,${base64(file.bytes)}`)
    const isDrawn = original !== null
    if (typeof made === 'string') {
      row[isDrawn ? 'wrong' : 'refused'] += 1
      if (isDrawn) console.log(`${set.name} ${file.name}: ${made}`)
      continue
    }
    const difference = original === null ? 1 : await compare(judge, original, made)
    // Of vectors edges differ, of pictures all that is scaled.
    const isRight = difference < (made.type === 'vector' ? 0.003 : 0.015)
    row[isRight ? 'right' : 'wrong'] += 1
    if (isRight && made.type === 'image') row.pictures += 1
    if (!isRight) console.log(`${set.name} ${file.name}: ${difference} differs, ${made.note ?? ''}`)
  }
  return { ...row, slowest: `${slowest.seconds.toFixed(2)} s ${slowest.name}` }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** Seconds that the page's process has worked, on all of its threads. */
async function processorTime(meter: CDPSession): Promise<number> {
  const { metrics } = await meter.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ProcessTime')?.value ?? 0
}

interface Made {
  readonly type: 'vector' | 'image'
  /** What the layer shows, as a `data:` address. */
  readonly url: string
  readonly note: string | null
}

/** What Figma would get, or the sentence with which it is refused. */
function make(page: Page, { bytes }: SvgFile): Promise<Made | string> {
  return page.evaluate(async (text) => {
    const given = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    try {
      const { content, note } = await media.prepare(given, 'File')
      if (content.type === 'video') return 'a video'
      const url =
        content.type === 'vector'
          ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(content.svg)}`
          : await new Promise<string>((resolve) => {
              const reader = new FileReader()
              reader.onload = () => resolve(reader.result as string)
              reader.readAsDataURL(new Blob([new Uint8Array(content.bytes)], { type: 'image/png' }))
            })
      return { type: content.type, url, note }
    } catch (error) {
      return String(error)
    }
  }, base64(bytes))
}

interface Look {
  readonly url: string
  readonly width: number
  readonly height: number
}

/** The size at which a picture is looked at; null where Chromium draws none. */
function look(judge: Page, url: string): Promise<Look | null> {
  return judge.evaluate(async (address) => {
    const image = new Image()
    image.src = address
    const isDrawn = await image.decode().then(
      () => true,
      () => false,
    )
    const scale = 480 / Math.max(image.naturalWidth, image.naturalHeight)
    return isDrawn && Number.isFinite(scale)
      ? {
          url: address,
          width: Math.max(1, Math.round(image.naturalWidth * scale)),
          height: Math.max(1, Math.round(image.naturalHeight * scale)),
        }
      : null
  }, url)
}

/** The share of pixels that differ by more than 32 of 255. */
function compare(judge: Page, original: Look, made: Made): Promise<number> {
  return judge.evaluate(
    async ({ original: { url, width, height }, other }) => {
      const pixels = async (address: string): Promise<Uint8ClampedArray> => {
        const image = new Image()
        image.src = address
        await image.decode()
        const context = new OffscreenCanvas(width, height).getContext('2d')
        if (context === null) throw new Error('no canvas')
        context.imageSmoothingQuality = 'high'
        context.drawImage(image, 0, 0, width, height)
        return context.getImageData(0, 0, width, height).data
      }
      const [one, two] = [await pixels(url), await pixels(other)]
      let far = 0
      for (let at = 0; at < one.length; at += 4) {
        const [alpha = 0, other = 0] = [one[at + 3], two[at + 3]]
        const isFar = [0, 1, 2].some((channel) => {
          const [tone = 0, seen = 0] = [one[at + channel], two[at + channel]]
          return Math.abs(tone * alpha - seen * other) / 255 > 32
        })
        if (isFar || Math.abs(alpha - other) > 32) far += 1
      }
      return far / (one.length / 4)
    },
    { original, other: made.url },
  )
}
