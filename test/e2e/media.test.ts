import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { encodeGif } from '../cliquify/brand/gif.ts'
import { pictureFile } from '../cliquify/brand/picture-files.ts'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { bmp, emptyMp4, ico, jpeg, png, uint32 } from '../ui/media/files.ts'
import { openDesk, type Desk, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'

let desk: Desk
let file: OpenFile
/** The asset that is placed. In the list it is a PNG; what it is in truth, each test says. */
let shown = ''
let answer: Uint8Array = new Uint8Array()
beforeAll(async () => {
  desk = await openDesk()
  const asset = desk.cliquify.brand.assets.find(({ format }) => format === 'png')
  if (asset === undefined) throw new Error('the sample brand has no PNG')
  file = await desk.openFile()
  shown = asset.name
  await file.page.route(
    (url) => decodeURIComponent(url.pathname) === `/media/${asset.path}`,
    (route) =>
      route.fulfill({
        body: Buffer.from(answer),
        headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' },
      }),
  )
  await file.connect()
  await findShown()
})
afterEach(async () => {
  for (const { id } of await file.placed()) await file.edit({ type: 'remove-node', id })
  await file.page.evaluate(() => window.preview.host.setPlan('paid'))
})
afterAll(() => desk.close())

async function findShown(): Promise<void> {
  await file.plugin.getByRole('tab', { name: 'Assets' }).click()
  await file.plugin.getByLabel('Search').fill(shown)
  await file.plugin.getByRole('button', { name: shown, exact: true }).waitFor()
}

/** Places what Cliquify answers with now, by a click; gives the layer. */
async function place(bytes: Uint8Array): Promise<NodeSnapshot> {
  answer = bytes
  await file.plugin.getByRole('button', { name: shown, exact: true }).click()
  // Until the file is there, its thumbnail has a name of its own.
  await expect
    .poll(async () => (await file.placed()).map(({ name }) => name), { timeout: 15_000 })
    .toEqual([shown])
  // The status may say something else by then, as the library goes on loading.
  await file.plugin.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  const [layer] = await file.placed()
  if (layer === undefined) throw new Error('nothing was placed')
  return layer
}

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
  return file.page.evaluate(
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
    { given: hash, original: [...answer] },
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
    const image = await imageOf(await place(bytes))
    expect(image.isOriginal).toBe(true)
  })

  it('keeps its transparency', async () => {
    const image = await imageOf(await place(png({ width: 120, height: 80 })))
    expect(image.alpha).toBeLessThan(200)
  })

  it('keeps its transparency out of an icon', async () => {
    const icon = await imageOf(await place(ico([png({ width: 64, height: 64 })])))
    expect(icon).toMatchObject({ width: 64, height: 64, start: '\x89PNG' })
    expect(icon.alpha).toBeLessThan(200)
  })

  it('that a camera turned lands upright and in its upright size', async () => {
    const layer = await place(jpeg({ width: 120, height: 80, orientation: 6 }))
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
      const layer = await place(bytes)
      const image = await imageOf(layer)
      expect(image).toMatchObject({ width, height, isOriginal: false })
      expect(image.start).toMatch(/^(?:\x89PNG|\xff\xd8)/)
      await file.edit({ type: 'remove-node', id: layer.id })
    }
  })

  it('over 4096 px is scaled down, aspect kept, and people are told', async () => {
    const layer = await place(jpeg({ width: 5000, height: 2500 }))
    expect(await imageOf(layer)).toMatchObject({ width: 4096, height: 2048 })
    await file.status.filter({ hasText: 'from 5000 × 2500 to 4096 × 2048 px' }).waitFor()
  })
})

describe('an SVG', () => {
  const NS = 'xmlns="http://www.w3.org/2000/svg"'

  it('becomes vectors in its own size, also packed', async () => {
    const svg = `<svg ${NS} viewBox="0 0 60 30"><script>alert(1)</script><path d="M0 0h60v30z"/></svg>`
    const layer = await place(gzipSync(svg))
    expect([layer.type, layer.width, layer.height]).toEqual(['FRAME', 60, 30])
    expect(layer.children).toHaveLength(1)
  })

  it('has the colors of its style sheet, with which Figma cannot do', async () => {
    const svg = `<svg ${NS} width="60" height="30"><style>.a{fill:hsl(120 100% 50%)}</style><rect class="a" width="60" height="30"/></svg>`
    const layer = await place(Buffer.from(svg))
    expect(layer.children[0]?.fills).toMatchObject([{ color: { r: 0, g: 1, b: 0 } }])
  })

  it('that Figma cannot convert is a crisp picture of the same size, and people are told', async () => {
    const svg = `<svg ${NS} width="60" height="30"><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h2v2z"/></pattern><rect width="60" height="30" fill="url(#p)"/></svg>`
    const layer = await place(Buffer.from(svg))
    expect([layer.type, layer.width, layer.height]).toEqual(['RECTANGLE', 60, 30])
    expect(await imageOf(layer)).toMatchObject({ width: 120, height: 60, start: '\x89PNG' })
    await file.status.filter({ hasText: 'It is a picture' }).waitFor()
  })
})

describe('a video', () => {
  const film = async (): Promise<Uint8Array> => {
    const asset = desk.cliquify.brand.assets.find(({ format }) => format === 'webm')
    if (asset === undefined) throw new Error('the sample brand has no film')
    return readFile(pictureFile(asset))
  }

  it('is placed as a video in its own size', async () => {
    const layer = await place(await film())
    expect([layer.width, layer.height]).toEqual([320, 240])
    expect(layer.fills).toMatchObject([{ type: 'VIDEO', scaleMode: 'FILL' }])
    const length = await file.page.evaluate(
      (hash) => window.preview.host.imageBytes(hash)?.length,
      layer.fills[0]?.videoHash ?? '',
    )
    expect(length).toBe(answer.length)
    await screenshot(file, 'video-placed')
  })

  it('is its first picture where the plan takes no videos, and people are told', async () => {
    await file.page.evaluate(() => window.preview.host.setPlan('starter'))
    const layer = await place(await film())
    expect([layer.type, layer.width, layer.height]).toEqual(['RECTANGLE', 320, 240])
    expect(await imageOf(layer)).toMatchObject({ width: 320, height: 240, alpha: 255 })
    await file.status.filter({ hasText: 'paid plans' }).waitFor()
  })

  it('that no browser plays is the thumbnail of it there', async () => {
    await file.page.evaluate(() => window.preview.host.setPlan('starter'))
    const layer = await place(emptyMp4(320, 180, 'upright'))
    expect(layer.fills).toMatchObject([{ type: 'IMAGE' }])
  })
})

describe('what cannot be placed is told in a sentence, and nothing is left', () => {
  const bomb = png({ width: 1, height: 1 })
  bomb.set([...uint32(20_000), ...uint32(20_000)], 16)
  const pattern = (at: number): string =>
    `<pattern id="p${at}" width="1" height="1">${`<rect width="1" height="1" fill="url(#p${at + 1})"/>`.repeat(10)}</pattern>`
  const laughs = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg">${Array.from({ length: 9 }, (_, at) => pattern(at)).join('')}<rect width="9" height="9" fill="url(#p0)"/></svg>`,
  )
  const spoiled = png({ width: 40, height: 40 }).map((byte, at) => (at === 60 ? byte ^ 0xff : byte))

  beforeAll(async () => {
    // On a slow machine the thumbnail would come first, and stay; see placing.test.ts for that.
    await file.page.route(
      (url) => url.pathname.startsWith('/media/thumbs/'),
      (route) => route.abort(),
    )
    await file.run('open')
    await findShown()
  })

  it.each([
    ['an empty file', new Uint8Array(), 'is an empty file'],
    ['half of a picture', jpeg({ width: 640, height: 480 }).subarray(0, 900), 'is incomplete'],
    ['a spoiled picture', spoiled, 'is a broken picture'],
    ['a picture of 400 megapixels', bomb, 'is too large to be opened here: 20000 × 20000 px'],
    [
      'a page of HTML',
      Buffer.from('<!doctype html><title>Sign in</title>'),
      'a web page came back',
    ],
    ['a PDF', Buffer.from('%PDF-1.7'), 'is a PDF'],
    ['a drawing that repeats itself', laughs, 'so many shapes that drawing it would take minutes'],
    ['a Word document', Buffer.from('PK\x03\x04word/document.xml', 'latin1'), 'is a Word document'],
    ['a broken SVG', Buffer.from('<svg><g></svg>'), 'is a broken SVG file'],
  ])('%s', async (_, bytes, sentence) => {
    answer = bytes
    await file.plugin.getByRole('button', { name: shown, exact: true }).click()
    const alert = file.plugin.getByRole('alert').filter({ hasText: sentence })
    await alert.first().waitFor()
    expect(await file.placed()).toEqual([])
    await file.plugin
      .getByRole('button', { name: /^Dismiss/ })
      .first()
      .click()
  })
})
