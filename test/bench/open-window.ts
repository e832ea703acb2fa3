import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { openDesk, type Desk, type OpenFile } from '../e2e/desk.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ORIGIN = 'https://oauth.cliquify.me'
/** Milliseconds that each reply of the API takes, beside the network of this machine. */
const DELAYS = [0, 200] as const
const RUNS = 3
const COLOR = 'Signal'
/** Requests that come this long after the colors still belong to the opening of the window. */
const SETTLED_MS = 2000

interface Measured {
  /** Milliseconds until the colors are on screen, the best of several runs. */
  readonly time: number
  /** API requests that had been made by then. */
  readonly before: number
  /** And in all. */
  readonly requests: number
}

/** From opening the window to colors on screen, against a page that asks in sequence each time. */
export async function bench(): Promise<void> {
  await promisify(execFile)('node', ['build.mjs'], { cwd: ROOT })
  const desk = await openDesk()
  try {
    const rows: Record<string, string | number>[] = []
    for (const delay of DELAYS) {
      desk.cliquify.clearFaults()
      if (delay > 0) {
        desk.cliquify.addFault({ path: '/*', effect: { type: 'delay', ms: delay } })
      }
      const file = await desk.openFile()
      await connect(file)
      const cached = await best(desk, () => openWindow(desk, file, true))
      const cold = await best(desk, () => openWindow(desk, file, false))
      await file.close()
      const naive = await best(desk, () => openNaive(desk))
      for (const [opening, measured] of [
        ['cold', cold],
        ['from cache', cached],
        ['naive', naive],
      ] as const) {
        rows.push({
          'a reply takes, ms': delay,
          opening,
          'colors after, ms': measured.time.toFixed(0),
          '÷ cached': (measured.time / cached.time).toFixed(1),
          'requests until then': measured.before,
          'requests in all': measured.requests,
        })
      }
    }
    console.log(
      'From opening the window to colors on screen, in Chromium; "naive" is a bare page that gets a' +
        '\ntoken and then asks for one list after the other before it shows anything.\n',
    )
    console.table(rows)
  } finally {
    await desk.close()
  }
}

async function connect(file: OpenFile): Promise<void> {
  await file.connect()
  await file.plugin.getByLabel('Brand kit').selectOption({ label: 'Northwind Studio' })
  await colorsOf(file).waitFor()
  await file.page.waitForFunction(() => JSON.stringify(localStorage).includes('colors:12'))
}

function colorsOf(file: OpenFile) {
  return file.plugin.getByText(COLOR, { exact: true })
}

async function best(desk: Desk, run: () => Promise<Measured>): Promise<Measured> {
  let fastest: Measured = { time: Infinity, before: 0, requests: 0 }
  for (let i = 0; i < RUNS; i++) {
    desk.cliquify.forgetRequests()
    const measured = await run()
    if (measured.time < fastest.time) fastest = measured
  }
  return fastest
}

/** Figma starts anew each time; without its cache it still has the token and the chosen kit. */
async function openWindow(desk: Desk, file: OpenFile, withCache: boolean): Promise<Measured> {
  await file.page.evaluate((keep) => {
    for (const [key, text] of Object.entries(localStorage)) {
      if (keep || !key.includes(':client-storage:')) continue
      const values = JSON.parse(String(text)) as Record<string, unknown>
      localStorage.setItem(key, JSON.stringify({ ...values, brand: undefined }))
    }
  }, withCache)
  await file.page.goto(new URL('/', file.page.url()).href)
  await file.page.evaluate(() => window.preview.ready)
  const start = performance.now()
  await file.run('open')
  await colorsOf(file).waitFor()
  return measuredSince(desk, start)
}

async function openNaive(desk: Desk): Promise<Measured> {
  const file = await desk.openFile({ command: null })
  const { page } = file
  const start = performance.now()
  await page.evaluate(
    async ({ origin, id, secret }) => {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: id,
        client_secret: secret,
      })
      const reply = await fetch(`${origin}/oauth/access-token`, { method: 'POST', body })
      const { token } = (await reply.json()) as { token: { access_token: string } }
      const headers = { Authorization: `Bearer ${token.access_token}` }
      const lists: string[] = []
      for (const path of [
        'brand-kits',
        'folders',
        'asset-tags',
        'tags',
        'assets',
        'templates',
        'brand-kits/12/logos',
        'brand-kits/12/colors',
      ]) {
        lists.push(await (await fetch(`${origin}/api/${path}`, { headers })).text())
      }
      document.body.textContent = lists.at(-1) ?? ''
    },
    { origin: ORIGIN, id: SAMPLE_CLIENT_ID, secret: SAMPLE_CLIENT_SECRET },
  )
  await page.getByText(COLOR).waitFor()
  const measured = await measuredSince(desk, start)
  await file.close()
  return measured
}

async function measuredSince(desk: Desk, start: number): Promise<Measured> {
  const time = performance.now() - start
  const count = (): number =>
    desk.cliquify.requests.filter(
      ({ method, path }) => method !== 'OPTIONS' && /^\/(api|oauth)\//.test(path),
    ).length
  const before = count()
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
  return { time, before, requests: count() }
}
