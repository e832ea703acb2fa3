import type { Page } from 'playwright-core'
import { openDesk, type Desk, type OpenFile } from '../e2e/desk.ts'
import { openMediaPage, type MediaRooms } from '../ui/media/media-page.ts'

declare const media: MediaRooms

/** Of the slow connection, as browsers' own tools call "Fast 3G". */
const BYTES_PER_SECOND = 200_000
const LATENCY_MS = 150
const RUNS = 3
const WIDTH = 4000
const HEIGHT = 3000

/** Click-to-visible on a slow connection, and how long converting holds up the window. */
export async function bench(): Promise<void> {
  const { browser, page } = await openMediaPage()
  const photo = await makePhoto(page, 'image/jpeg')
  const rows: Record<string, string | number>[] = []
  for (const [what, type, side] of [
    ['check a JPEG, 12 MP', 'image/jpeg', WIDTH],
    ['WebP to JPEG, 12 MP', 'image/webp', WIDTH],
    ['PNG of 5000 px, scaled', 'image/png', 5000],
  ] as const) {
    const file = type === 'image/jpeg' ? photo : await makePhoto(page, type, side)
    const aside = await bestBlocked(page, file, 'aside')
    const naive = await bestBlocked(page, file, 'naive')
    rows.push({
      what,
      'blocked, ms': aside.blocked.toFixed(0),
      'in all, ms': aside.whole.toFixed(0),
      'naive blocked, ms': naive.blocked.toFixed(0),
      'naive ÷ blocked': (naive.blocked / Math.max(1, aside.blocked)).toFixed(1),
    })
  }
  await browser.close()
  console.log(
    'How long the window stands still while a picture is made fit for Figma, in Chromium; "naive"' +
      '\ndecodes, draws and encodes it on the same thread (canvas.toDataURL).\n',
  )
  console.table(rows)

  const desk = await openDesk()
  try {
    const seen = await clickToVisible(desk, photo)
    console.log(
      `From a click to the picture on the canvas: a JPEG of 12 megapixels (${(photo.length / 1e6).toFixed(1)} MB)` +
        `\nat ${BYTES_PER_SECOND / 1000} kB/s. "naive" is what the download alone takes.\n`,
    )
    console.table([
      {
        'something to see after, ms': seen.first.toFixed(0),
        'the full picture after, ms': seen.full.toFixed(0),
        'naive, ms': seen.download.toFixed(0),
        'naive ÷ something to see': (seen.download / seen.first).toFixed(1),
      },
    ])
  } finally {
    await desk.close()
  }
}

/** A noisy picture, so that it is as large as a photo. */
async function makePhoto(page: Page, type: string, width = WIDTH): Promise<Buffer> {
  const text = await page.evaluate(
    async ([mime, across, down]) => {
      const canvas = new OffscreenCanvas(across, down)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      for (let at = 0; at < 30_000; at++) {
        context.fillStyle = `hsl(${(at * 137) % 360} 60% ${20 + (at % 60)}%)`
        context.fillRect(
          (at * 7919) % across,
          (at * 104_729) % down,
          20 + (at % 90),
          12 + (at % 50),
        )
      }
      const blob = await canvas.convertToBlob({ type: mime, quality: 0.92 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    },
    [type, width, Math.round((width * HEIGHT) / WIDTH)] as const,
  )
  return Buffer.from(text, 'base64')
}

interface Blocked {
  /** Milliseconds of the longest time in which the window did nothing else. */
  readonly blocked: number
  readonly whole: number
}

async function bestBlocked(page: Page, file: Buffer, how: 'aside' | 'naive'): Promise<Blocked> {
  let best: Blocked = { blocked: Infinity, whole: Infinity }
  for (let run = 0; run < RUNS; run++) {
    const measured = await page.evaluate(measureBlocked, { text: file.toString('base64'), how })
    if (measured.blocked < best.blocked) best = measured
  }
  return best
}

/** Runs in the page. A timer that ought to fire at once tells how long nothing could. */
async function measureBlocked({
  text,
  how,
}: {
  readonly text: string
  readonly how: 'aside' | 'naive'
}): Promise<Blocked> {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  await new Promise((resolve) => setTimeout(resolve, 200))
  let blocked = 0
  let last = performance.now()
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    const now = performance.now()
    blocked = Math.max(blocked, now - last)
    last = now
    port2.postMessage(null)
  }
  port2.postMessage(null)
  const start = performance.now()
  if (how === 'aside') await media.prepare(bytes, 'Photo')
  else {
    const image = new Image()
    image.src = URL.createObjectURL(new Blob([bytes]))
    await new Promise((resolve) => (image.onload = resolve))
    const canvas = document.createElement('canvas')
    const scale = Math.min(1, 4096 / image.naturalWidth)
    canvas.width = image.naturalWidth * scale
    canvas.height = image.naturalHeight * scale
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    atob(canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? '')
  }
  await new Promise((resolve) => setTimeout(resolve))
  const whole = performance.now() - start
  port1.close()
  return { blocked, whole }
}

interface Seen {
  /** Milliseconds until the canvas shows anything of it, then all of it. */
  readonly first: number
  readonly full: number
  /** And until the bytes alone would have been there. */
  readonly download: number
}

async function clickToVisible(desk: Desk, photo: Buffer): Promise<Seen> {
  const asset = desk.cliquify.brand.assets.find(({ format }) => format === 'jpeg')
  if (asset === undefined) throw new Error('the sample brand has no JPEG')
  const download = LATENCY_MS + (photo.length / BYTES_PER_SECOND) * 1000
  const file = await desk.openFile()
  await file.page.route(
    (url) => decodeURIComponent(url.pathname) === `/media/${asset.path}`,
    async (route) => {
      await new Promise((resolve) => setTimeout(resolve, download))
      await route.fulfill({ body: photo, headers: { 'Access-Control-Allow-Origin': '*' } })
    },
  )
  await file.connect()
  await file.plugin.getByRole('tab', { name: 'Assets' }).click()
  await file.plugin.getByLabel('Search').fill(asset.name)
  const tile = file.plugin.getByRole('button', { name: asset.name, exact: true })
  await tile.waitFor()
  await tile.locator('img').first().waitFor()
  const start = performance.now()
  await tile.click()
  await until(async () => (await placedImages(file)).length > 0)
  const first = performance.now() - start
  await until(async () => (await placedImages(file)).some((bytes) => bytes === photo.length))
  const full = performance.now() - start
  await file.close()
  return { first, full, download }
}

/** How many bytes each image on the canvas has that was placed from Cliquify. */
async function placedImages(file: OpenFile): Promise<readonly number[]> {
  const hashes = (await file.layers())
    .filter(({ sharedPluginData }) => sharedPluginData['cliquify'] !== undefined)
    .flatMap(({ fills }) => fills.map(({ imageHash }) => imageHash))
    .filter((hash) => hash !== null)
  return file.page.evaluate(
    (given) => given.map((hash) => window.preview.host.imageBytes(hash)?.length ?? 0),
    hashes,
  )
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}
