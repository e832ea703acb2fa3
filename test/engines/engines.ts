import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import type { NodeSnapshot } from '../figma/host-api.ts'
import type { Found, Order, State } from '../preview/page/remote.ts'
import { startPreview } from '../preview/server.ts'
import { sameColor } from '../../shared/color.ts'
import { parseCssColor } from '../../ui/cliquify/decode/css-color.ts'

const run = promisify(execFile)

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PLUGIN_DIR = 'dist/engines'
const STAND_IN_PORT = 4180
const DISPLAY = ':97'
const SIZE = { width: 1280, height: 900 }

/** In the page, left of the plugin's window in a browser of any width. */
const DROP_AT = { x: 310, y: 560 }

interface Engine {
  readonly name: string
  /** Null where it is not installed. */
  readonly binary: string | null
  readonly args: (url: string, profile: string) => readonly string[]
}

const WEBKIT_FOLDERS = ['/usr/lib', '/usr/libexec'].flatMap((folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [],
)

const ENGINES: readonly Engine[] = [
  {
    name: 'Firefox',
    binary: found(['/usr/bin/firefox-esr', '/usr/bin/firefox']),
    args: (url, profile) => [
      ...['--profile', profile, '--new-instance', '--no-remote'],
      ...['--width', String(SIZE.width), '--height', String(SIZE.height), url],
    ],
  },
  {
    name: 'WebKit',
    binary: found(
      WEBKIT_FOLDERS.flatMap((folder) =>
        ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((name) => join(folder, name, 'MiniBrowser')),
      ),
    ),
    args: (url) => [`--geometry=${SIZE.width}x${SIZE.height}`, url],
  },
]

function found(places: readonly string[]): string | null {
  return places.find((place) => existsSync(place)) ?? null
}

/** Tries the built plugin in each engine that is installed, with a real pointer. */
export async function tryEngines(): Promise<void> {
  const installed = ENGINES.filter(({ binary }) => binary !== null)
  const tools = ['/usr/bin/Xvfb', '/usr/bin/xdotool'].every(existsSync)
  if (installed.length === 0 || !tools) {
    console.log('No engine was tried: this needs Firefox or WebKitGTK, Xvfb and xdotool.')
    return
  }
  const cliquify = await startCliquify({ port: STAND_IN_PORT })
  const build = ['build.mjs', '--api-origin', cliquify.origin, '--outdir', PLUGIN_DIR]
  await run(process.execPath, build, { cwd: ROOT })
  const screen = `${SIZE.width}x${SIZE.height}x24`
  const display = spawn('Xvfb', [DISPLAY, '-screen', '0', screen], { stdio: 'ignore' })
  let failed = 0
  try {
    await pause(1_000)
    for (const engine of installed) {
      try {
        await tryEngine(engine, cliquify)
        console.log(`✓ ${engine.name}: connect, sync, read colors, place, convert, drag`)
      } catch (error) {
        failed += 1
        console.log(`✗ ${engine.name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  } finally {
    display.kill()
    await cliquify.close()
    await rm(join(ROOT, PLUGIN_DIR), { recursive: true, force: true })
  }
  console.log(`${installed.length - failed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

async function tryEngine({ binary, args }: Engine, cliquify: Cliquify): Promise<void> {
  const remote = openRemote()
  const preview = await startPreview({
    ...{ pluginDir: join(ROOT, PLUGIN_DIR), port: 0, csp: 'development', autorun: 'open', remote },
    credentials: { clientId: SAMPLE_CLIENT_ID, clientSecret: SAMPLE_CLIENT_SECRET },
  })
  const profile = await mkdtemp(join(tmpdir(), 'engine-'))
  const env = { ...process.env, DISPLAY, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: '1' }
  const browser = spawn(binary ?? '', args(preview.origin, profile), { env, stdio: 'ignore' })
  try {
    await walk(remote, cliquify)
  } finally {
    await end(browser)
    await preview.close()
    await rm(profile, { recursive: true, force: true })
  }
}

async function end(browser: ChildProcess): Promise<void> {
  browser.kill()
  for (let turn = 0; turn < 50 && browser.exitCode === null && !browser.killed; turn++) {
    await pause(100)
  }
  await pause(500)
}

/** The main path, as a person with a pointer goes it. */
async function walk(remote: Driver, cliquify: Cliquify): Promise<void> {
  await press(remote, 'Connect')
  await press(remote, 'Sync colors')
  await press(remote, 'Apply changes')
  await until(remote, 'colors are synced', ({ document }) => document.paintStyles.length > 3)
  const other = colorsReadOtherwise(await remote.state(), cliquify)
  if (other.length > 0) throw new Error(`the engine reads other colors in ${other.join(', ')}`)
  await press(remote, 'Done').catch(() => undefined)
  await press(remote, 'Logos')
  const svg = cliquify.brand.kits[0]?.logos.find(({ format }) => format === 'svg')
  const webp = cliquify.brand.kits[0]?.logos.find(({ format }) => format === 'webp')
  if (svg === undefined || webp === undefined) throw new Error('the sample brand is small')
  await press(remote, svg.name)
  await until(remote, 'an SVG is placed as vectors', (state) => hasPlaced(state, svg.name, 'FRAME'))
  await press(remote, webp.name)
  await until(remote, 'a WebP is converted', (state) => hasPlaced(state, webp.name, 'RECTANGLE'))

  const before = placedIn(await remote.state()).length
  const from = await place(remote, svg.name)
  const { origin } = await remote.state()
  const to = { x: origin.x + DROP_AT.x, y: origin.y + DROP_AT.y }
  await drag(from, to)
  await until(remote, 'a drag places', (state) => placedIn(state).length > before)
  // Only now: what was placed before may have moved the view until then.
  const [zero, hundred] = (await remote.state()).canvas
  if (zero === undefined || hundred === undefined) throw new Error('the canvas is not known')
  const scale = (hundred.x - zero.x) / 100
  const wanted = { x: (DROP_AT.x - zero.x) / scale, y: (DROP_AT.y - zero.y) / scale }
  const dropped = placedIn(await remote.state()).find(({ name, absoluteX, absoluteY, ...size }) => {
    const middle = { x: absoluteX + size.width / 2, y: absoluteY + size.height / 2 }
    const isNear = Math.hypot(middle.x - wanted.x, middle.y - wanted.y) < 4
    return name === svg.name && isNear
  })
  if (dropped === undefined) throw new Error('what was dropped is not under the pointer')
}

/** The notations of the first kit’s colors that no style has the color of. */
function colorsReadOtherwise({ document }: State, { brand }: Cliquify): readonly string[] {
  const written = document.paintStyles.flatMap(({ paints: [paint] }) =>
    paint?.color == null ? [] : [{ ...paint.color, a: paint.opacity }],
  )
  return (brand.kits[0]?.palettes ?? [])
    .flatMap(({ colors }) => colors.map(({ value }) => value))
    .filter((notation) => {
      const color = parseCssColor(notation)
      return color !== null && !written.some((each) => sameColor(each, color))
    })
}

interface Driver {
  readonly next: () => Promise<Order>
  readonly answer: (answer: unknown) => void
  find(name: string): Promise<Found>
  state(): Promise<State>
}

/** Orders for the page, one at a time. */
function openRemote(): Driver {
  let give: ((order: Order) => void) | null = null
  let take: ((answer: unknown) => void) | null = null
  let waiting: Order | null = null
  const order = (next: Order): Promise<unknown> =>
    new Promise((resolve) => {
      take = resolve
      if (give === null) waiting = next
      else give(next)
      give = null
    })
  return {
    next: () =>
      new Promise((resolve) => {
        if (waiting === null) give = resolve
        else resolve(waiting)
        waiting = null
      }),
    answer: (answer) => take?.(answer),
    find: (name) => order({ type: 'find', name }) as Promise<Found>,
    state: () => order({ type: 'state' }) as Promise<State>,
  }
}

/** Where it is on the screen, once it is there. */
async function place(remote: Driver, name: string): Promise<{ x: number; y: number }> {
  for (let turn = 0; turn < 120; turn++) {
    const { at } = await remote.find(name)
    if (at !== null) return at
    await pause(250)
  }
  throw new Error(`“${name}” is not in the window`)
}

async function press(remote: Driver, name: string): Promise<void> {
  const at = await place(remote, name)
  await pointer('mousemove', String(Math.round(at.x)), String(Math.round(at.y)))
  await pause(100)
  await pointer('click', '1')
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await pointer('mousemove', String(Math.round(from.x)), String(Math.round(from.y)))
  await pointer('mousedown', '1')
  for (let step = 1; step <= 12; step++) {
    const x = from.x + ((to.x - from.x) * step) / 12
    const y = from.y + ((to.y - from.y) * step) / 12
    await pointer('mousemove', String(Math.round(x)), String(Math.round(y)))
    await pause(120)
  }
  await pause(800)
  await pointer('mouseup', '1')
}

async function pointer(...args: readonly string[]): Promise<void> {
  await run('xdotool', args, { env: { ...process.env, DISPLAY } })
}

async function until(
  remote: Driver,
  what: string,
  holds: (state: State) => boolean,
): Promise<void> {
  for (let turn = 0; turn < 80; turn++) {
    if (holds(await remote.state())) return
    await pause(250)
  }
  throw new Error(`it did not come about that ${what}`)
}

function placedIn({ document }: State): readonly NodeSnapshot[] {
  const all = (nodes: readonly NodeSnapshot[]): readonly NodeSnapshot[] =>
    nodes.flatMap((node) => [node, ...all(node.children)])
  return all(document.pages).filter(
    ({ sharedPluginData }) => sharedPluginData['cliquify']?.['asset'],
  )
}

function hasPlaced(state: State, name: string, type: string): boolean {
  return placedIn(state).some((node) => node.name === name && node.type === type)
}
