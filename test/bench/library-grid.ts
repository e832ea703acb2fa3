import { readFile } from 'node:fs/promises'
import type { Frame } from 'playwright-core'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { openDesk, type Desk, type OpenFile } from '../e2e/desk.ts'

const ORIGIN = 'https://oauth.cliquify.me'
const ASSETS = 10_000
const PAGE_SIZE = 500
/** CSS pixels a frame, as fast as a wheel goes, and as fast as a scrollbar. */
const WHEEL_PX = 240
const WHEEL_FRAMES = 120
/** Stretches of the list that nobody has seen yet, for the best of them. */
const STRETCHES = 3
const SCROLLBAR_PX = 3000
const SETTLED_MS = 1500

interface Measured {
  /** Requests of the API until all were loaded. */
  readonly pages: number
  /** The most tiles that were in the document at once. */
  readonly tiles: number
  /** Milliseconds from one frame to the next, while the wheel turned and the scrollbar flew. */
  readonly wheel: Frames
  readonly scrollbar: Frames
  readonly thumbnails: number
  /** What was downloaded more than once; a picture that was found unchanged was not. */
  readonly twice: number
  /** By which the browser's memory grew from before the list to after the scroll, or null. */
  readonly megabytes: number | null
}

/**
 * Scrolling ten thousand assets in the built plugin, against a page that holds all of their tiles, and
 * against one that has the browser leave out those that are not in view.
 */
export async function bench(): Promise<void> {
  const desk = await openDesk()
  try {
    desk.cliquify.configure({ assetCount: ASSETS, pageSize: PAGE_SIZE })
    const windowed = await measureWindowed(desk)
    const naive = await measureBare(desk, '')
    const skipped = await measureBare(
      desk,
      'content-visibility:auto;contain-intrinsic-size:auto 100px',
    )
    console.log(
      `Scrolling ${ASSETS} assets from end to end in Chromium, pages of ${PAGE_SIZE}; "naive" is a bare page` +
        '\nwith the tiles of all of them and loading="lazy", "content-visibility" the same with that.\n',
    )
    console.table(
      [
        { grid: 'windowed', ...windowed },
        { grid: 'naive', ...naive },
        { grid: 'content-visibility', ...skipped },
      ].map((each) => ({
        grid: each.grid,
        'most tiles': each.tiles,
        'longest frame, ms': each.wheel.longest.toFixed(0),
        '95 % below, ms': each.wheel.most.toFixed(0),
        'longest by scrollbar, ms': each.scrollbar.longest.toFixed(0),
        'API requests': each.pages,
        thumbnails: each.thumbnails,
        'fetched twice': each.twice,
        'memory, MB': each.megabytes?.toFixed(0) ?? 'unknown',
      })),
    )
    console.table(
      Object.entries({ naive, 'content-visibility': skipped }).map(([name, bare]) => ({
        '÷ windowed': name,
        'most tiles': ratio(bare.tiles, windowed.tiles),
        'longest frame': ratio(bare.wheel.longest, windowed.wheel.longest),
        'longest by scrollbar': ratio(bare.scrollbar.longest, windowed.scrollbar.longest),
        memory:
          bare.megabytes === null || windowed.megabytes === null
            ? 'unknown'
            : ratio(bare.megabytes, windowed.megabytes),
      })),
    )
  } finally {
    await desk.close()
  }
}

function ratio(bare: number, windowed: number): string {
  return (bare / windowed).toFixed(1)
}

async function measureWindowed(desk: Desk): Promise<Measured> {
  const file = await desk.openFile()
  await file.connect()
  const before = await memoryOf(file)
  desk.cliquify.forgetRequests()
  await file.plugin.getByRole('tab', { name: 'Assets' }).click()
  const tiles = file.plugin.getByRole('list', { name: 'assets' }).getByRole('listitem')
  await tiles.first().getByRole('button').focus()
  await file.page.keyboard.press('End')
  const last = desk.cliquify.brand.assets.at(-1)
  await file.plugin
    .getByRole('button', { name: last?.name ?? '', exact: true })
    .waitFor({ timeout: 120_000 })
  await file.page.keyboard.press('Home')
  const frame = file.page.frames().find((each) => each.url().startsWith('data:'))
  if (frame === undefined) throw new Error('the plugin has no window')
  return scrollThrough(desk, file, frame, '[role=tabpanel]', before)
}

/** A bare page whose tiles have this style besides. */
async function measureBare(desk: Desk, tileStyle: string): Promise<Measured> {
  const file = await desk.openFile({ command: null })
  const before = await memoryOf(file)
  desk.cliquify.forgetRequests()
  await file.page.evaluate(
    async ({ origin, id, secret, style }) => {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: id,
        client_secret: secret,
      })
      const reply = await fetch(`${origin}/oauth/access-token`, { method: 'POST', body })
      const { token } = (await reply.json()) as { token: { access_token: string } }
      const headers = { Authorization: `Bearer ${token.access_token}` }
      const scroller = document.createElement('div')
      scroller.id = 'naive'
      scroller.style.cssText =
        'position:fixed;inset:0 auto auto 0;width:360px;height:480px;overflow:auto'
      const list = document.createElement('ul')
      list.style.cssText = 'display:grid;grid-template-columns:repeat(3,1fr);gap:4px'
      scroller.append(list)
      document.body.append(scroller)
      interface Page {
        data: { name: string; thumbnail_url: string }[]
        links: { next: string | null }
      }
      for (let url: string | null = `${origin}/api/assets`; url !== null;) {
        const page = (await (await fetch(url, { headers })).json()) as Page
        for (const { name, thumbnail_url } of page.data) {
          const image = new Image()
          image.loading = 'lazy'
          image.src = thumbnail_url
          image.style.cssText = 'width:100%;height:78px;object-fit:contain'
          const button = document.createElement('button')
          button.append(image, name)
          const item = document.createElement('li')
          item.style.cssText = style
          item.append(button)
          list.append(item)
        }
        url = page.links.next
      }
    },
    { origin: ORIGIN, id: SAMPLE_CLIENT_ID, secret: SAMPLE_CLIENT_SECRET, style: tileStyle },
  )
  return scrollThrough(desk, file, file.page.mainFrame(), '#naive', before)
}

async function scrollThrough(
  desk: Desk,
  file: OpenFile,
  frame: Frame,
  scroller: string,
  memoryBefore: number | null,
): Promise<Measured> {
  await frame.waitForTimeout(SETTLED_MS)
  const wheels: Scrolled[] = []
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    wheels.push(await frame.evaluate(scroll, { scroller, step: WHEEL_PX, most: WHEEL_FRAMES }))
    await frame.waitForTimeout(SETTLED_MS)
  }
  const scrollbar = await frame.evaluate(scroll, { scroller, step: SCROLLBAR_PX, most: Infinity })
  await frame.waitForTimeout(SETTLED_MS)
  const memory = await memoryOf(file)
  const asked = desk.cliquify.requests.filter(
    ({ method, status }) => method === 'GET' && status === 200,
  )
  const addresses = new Set(asked.map(({ path, query }) => `${path}?${query}`))
  await file.close()
  return {
    pages: asked.filter(({ path }) => path === '/api/assets').length,
    tiles: Math.max(scrollbar.tiles, ...wheels.map(({ tiles }) => tiles)),
    wheel: best(wheels.map(({ frames }) => framesOf(frames))),
    scrollbar: framesOf(scrollbar.frames),
    thumbnails: asked.filter(({ path }) => path.startsWith('/media/')).length,
    twice: asked.length - addresses.size,
    megabytes: memory === null || memoryBefore === null ? null : memory - memoryBefore,
  }
}

interface Frames {
  readonly longest: number
  /** 95 of a hundred frames take no longer. */
  readonly most: number
}

function framesOf(milliseconds: readonly number[]): Frames {
  const sorted = [...milliseconds].sort((one, other) => one - other)
  return { longest: sorted.at(-1) ?? 0, most: sorted[Math.floor(sorted.length * 0.95)] ?? 0 }
}

function best(all: readonly Frames[]): Frames {
  return all.reduce((one, other) => (other.longest < one.longest ? other : one))
}

interface Scrolled {
  readonly tiles: number
  /** Milliseconds of each frame. */
  readonly frames: readonly number[]
}

/** Runs in the page: scrolls by one step a frame, to the end or for so many frames. */
async function scroll({
  scroller,
  step,
  most,
}: {
  readonly scroller: string
  readonly step: number
  readonly most: number
}): Promise<Scrolled> {
  const element = document.querySelector(scroller)
  if (element === null) throw new Error('nothing scrolls')
  const frames: number[] = []
  let tiles = 0
  let last = await new Promise<number>(requestAnimationFrame)
  while (frames.length < most) {
    const before = element.scrollTop
    element.scrollTop += step
    const now = await new Promise<number>(requestAnimationFrame)
    frames.push(now - last)
    last = now
    tiles = Math.max(tiles, element.querySelectorAll('li').length)
    if (element.scrollTop <= before) break
  }
  return { tiles, frames }
}

/**
 * Megabytes that the pages have for themselves, garbage collected, and the browser, which holds the
 * blobs of all of them; Linux alone tells.
 */
async function memoryOf(file: OpenFile): Promise<number | null> {
  const session = await file.page.context().newCDPSession(file.page)
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
  const browser = await file.page.context().browser()?.newBrowserCDPSession()
  if (browser === undefined) return null
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  await browser.detach()
  let kilobytes = 0
  for (const { type, id } of processInfo) {
    if (type !== 'renderer' && type !== 'browser') continue
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => null)
    if (rollup === null) return null
    for (const [, size] of rollup.matchAll(/^Private_\w+:\s+(\d+) kB/gm)) kilobytes += Number(size)
  }
  return kilobytes / 1000
}
