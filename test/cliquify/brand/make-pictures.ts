/** Makes the files in `pictures/`, with Chromium as the encoder; how to run it: ../README.md. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../browser/launch.ts'
import type { SampleFile } from './brand.ts'
import { isMadeOnce, pictureFile, picturesFolder } from './picture-files.ts'
import { draw } from './render.ts'
import { sampleBrand } from './sample-brand.ts'
import { toSvg } from './svg.ts'

const MOST_BYTES = 19_000

export async function makePictures(): Promise<void> {
  const folder = picturesFolder()
  await mkdir(folder, { recursive: true })
  for (const old of await readdir(folder)) await rm(join(folder, old))
  const { kits, assets } = sampleBrand(300)
  const logos = kits.flatMap((kit) => kit.logos)
  const files = [...logos, ...logos.map((logo) => ({ ...logo, version: 2 })), ...assets]
  const browser = await launchBrowser()
  const page = await browser.newPage()
  let total = 0
  for (const file of files.filter(isMadeOnce)) {
    const bytes = file.format === 'webm' ? await film(page, file) : await still(page, file)
    total += bytes.length
    await writeFile(pictureFile(file), bytes)
  }
  await browser.close()
  console.log(`${Math.round(total / 1000)} kB in ${folder}`)
}

async function still(page: Page, file: SampleFile): Promise<Buffer> {
  const svg = toSvg(draw(file.artwork, file.version))
  for (const quality of [0.82, 0.7, 0.55, 0.4]) {
    const text = await page.evaluate(drawStill, {
      svg,
      width: file.width,
      height: file.height,
      type: `image/${file.format}`,
      quality,
    })
    const bytes = Buffer.from(text, 'base64')
    if (bytes.length <= MOST_BYTES) return bytes
  }
  throw new Error(`${file.path} does not fit into ${MOST_BYTES} bytes`)
}

interface Still {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly type: string
  readonly quality: number
}

/** Runs in the browser. */
async function drawStill({ svg, width, height, type, quality }: Still): Promise<string> {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  return canvas.toDataURL(type, quality).split(',')[1] ?? ''
}

async function film(page: Page, file: SampleFile): Promise<Buffer> {
  const svg = toSvg(draw(file.artwork, file.version))
  const text = await page.evaluate(drawFilm, { svg, width: file.width, height: file.height })
  return Buffer.from(text, 'base64')
}

/** Runs in the browser: two seconds of slowly moving closer. */
async function drawFilm({
  svg,
  width,
  height,
}: Pick<Still, 'svg' | 'width' | 'height'>): Promise<string> {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  const recorder = new MediaRecorder(canvas.captureStream(12), {
    mimeType: 'video/webm;codecs=vp8',
    videoBitsPerSecond: 60_000,
  })
  const parts: Blob[] = []
  recorder.ondataavailable = (event) => parts.push(event.data)
  const stopped = new Promise((resolve) => {
    recorder.onstop = resolve
  })
  recorder.start()
  for (let i = 0; i < 24; i++) {
    const scale = 1 + i * 0.004
    context?.drawImage(image, 0, 0, width * scale, height * scale)
    await new Promise((resolve) => setTimeout(resolve, 1000 / 12))
  }
  recorder.stop()
  await stopped
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
