import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { prepare } from '../../../ui/media/convert.ts'
import type { rasterise } from '../../../ui/media/rasterise.ts'
import { launchChromium } from '../../e2e/chromium.ts'

/** What needs a real browser: in a page without an origin, as Figma's window is one. */
declare const media: { readonly prepare: typeof prepare; readonly rasterise: typeof rasterise }

let browser: Browser
let page: Page

beforeAll(async () => {
  const bundle = await build({
    stdin: {
      contents: `export { prepare } from './convert.ts'; export { rasterise } from './rasterise.ts'`,
      resolveDir: new URL('../../../ui/media', import.meta.url).pathname,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'media',
    target: ['chrome110', 'firefox110', 'safari16'],
    write: false,
  })
  browser = await launchChromium(9)
  page = await browser.newPage()
  await page.goto('data:text/html,<meta charset=utf-8>')
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' })
}, 60_000)

afterAll(() => browser.close())

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
  return page.evaluate(async ({ width, height, ground, type, noise }) => {
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
    const { content, note } = await media.prepare(new Uint8Array(await blob.arrayBuffer()), 'Hero')
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

function prepareText(text: string): Promise<string> {
  return page.evaluate(async (svg) => {
    try {
      const { content } = await media.prepare(new TextEncoder().encode(svg), 'Mark')
      return content.type === 'vector' ? content.svg : 'not a vector'
    } catch (error) {
      return String(error)
    }
  }, text)
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
    const worker = page.waitForEvent('worker', { timeout: 10_000 })
    await preparePicture({ width: 20, height: 20, ground: 'navy', type: 'image/webp' })
    expect((await worker).url()).toMatch(/^blob:/)
  })

  it('is encoded all the same where no Worker is allowed', async () => {
    await page.evaluate(() => {
      Object.assign(globalThis, { KeptWorker: Worker, Worker: undefined })
    })
    const picture = { width: 20, height: 20, ground: null, type: 'image/webp' }
    expect((await preparePicture(picture)).start).toEqual(PNG)
    await page.evaluate(() => {
      Object.assign(globalThis, { Worker: Reflect.get(globalThis, 'KeptWorker') as unknown })
    })
  })

  it('and is broken is refused with a sentence', async () => {
    const failure = await page.evaluate(async () => {
      const broken = new TextEncoder().encode('RIFF\0\0\0\0WEBPVP8 nonsense')
      return media.prepare(broken, 'Hero').then(() => 'accepted', String)
    })
    expect(failure).toContain('“Hero” is broken')
  })
})

describe('an SVG', () => {
  it('loses what runs or loads from elsewhere, and keeps the rest', async () => {
    const clean = await prepareText(`\uFEFF<?xml version="1.0"?>
      <?xml-stylesheet href="https://x.example/a.css"?>
      <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" viewBox="0 0 10 10">
        <script>alert(1)</script>
        <style>@import "https://x.example/b.css"; path { fill: url(https://x.example/c) }</style>
        <defs><linearGradient id="g"/></defs>
        <foreignObject><p>HTML</p></foreignObject>
        <image href="https://x.example/d.png"/>
        <image href="data:image/png;base64,AAAA"/>
        <a href="javascript:alert(1)"><path id="kept" d="M0 0h1" fill="url(#g)" OnClick="x()"/></a>
        <use href="#kept"/>
        <set attributeName="href" to="javascript:alert(1)"/>
      </svg>`)
    expect(clean).not.toMatch(/script|onload|OnClick|x\.example|foreignObject|@import|<set/)
    expect(clean).toMatch(/fill="url\(#g\)"/)
    expect(clean).toContain('data:image/png;base64,AAAA')
    expect(clean).toContain('<use href="#kept"')
  })

  it('that is broken is refused with a sentence', async () => {
    expect(await prepareText('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')).toContain(
      '“Mark” is a broken SVG file',
    )
  })

  it('out of a web page is repaired', async () => {
    expect(await prepareText('<svg width="4"><use xlink:href="#a"/></svg>')).toContain(
      'xmlns="http://www.w3.org/2000/svg"',
    )
  })

  it('becomes a picture of its own size, or of the one that is asked for', async () => {
    const sizes = await page.evaluate(async () => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><rect width="64" height="32"/></svg>`
      const own = await media.rasterise(svg)
      const asked = await media.rasterise(svg, { width: 640, height: 320 })
      return [own, asked].map((one) =>
        one.type === 'image' ? [one.width, one.height, one.bytes[0]] : null,
      )
    })
    expect(sizes).toEqual([
      [64, 32, 0x89],
      [640, 320, 0x89],
    ])
  })
})
