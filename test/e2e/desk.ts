import { fileURLToPath } from 'node:url'
import type { Browser, ConsoleMessage, FrameLocator, Locator, Page, Request } from 'playwright-core'
import { launchBrowser } from '../browser/launch.ts'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import type { DocumentSnapshot, HostEdit, NodeSnapshot, Write } from '../figma/host-api.ts'
import { startPreview, type Preview } from '../preview/server.ts'
import type { Session } from '../../shared/session.ts'
import { makeCertificate } from './certificate.ts'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/** Where screenshots are left for a look. */
export const OUTPUT = fileURLToPath(new URL('./output', import.meta.url))

/** The production build, Cliquify at its real addresses, and a browser: all that a person needs. */
export interface Desk {
  readonly cliquify: Cliquify
  /** Opens a new file on an empty device, and runs a command of the plugin in it. */
  openFile(options?: FileOptions): Promise<OpenFile>
  /** As `openFile` on a device that has connected before: the session is in clientStorage. */
  openConnected(options?: FileOptions): Promise<OpenFile>
  close(): Promise<void>
}

export const THEMES = ['light', 'dark'] as const

export interface FileOptions {
  /** `open` by default; null opens the file without the plugin. */
  readonly command?: string | null
  readonly theme?: (typeof THEMES)[number]
}

/** A file that is open in the emulated Figma. */
export interface OpenFile {
  readonly page: Page
  /** The inside of the plugin's window. */
  readonly plugin: FrameLocator
  /** The plugin's own region for results and progress. */
  readonly status: Locator
  readonly alert: Locator
  /** What the console said that is an error, and every exception. */
  readonly errors: readonly string[]
  /** All that the console said, and every request that failed. */
  readonly console: readonly string[]
  /** Every URL that the plugin's window asked for, other than `data:` and `blob:`. */
  readonly requests: readonly string[]
  run(command: string): Promise<void>
  /** Runs the code of another plugin on the file, which opens no window. */
  runCode(code: string): Promise<void>
  connect(): Promise<void>
  snapshot(): Promise<DocumentSnapshot>
  /** All layers of the page, depth first. */
  layers(): Promise<readonly NodeSnapshot[]>
  /** Those of them that were placed from Cliquify, or show a fill of it. */
  placed(): Promise<readonly NodeSnapshot[]>
  writes(): Promise<readonly Write[]>
  clearWrites(): Promise<void>
  edit(edit: HostEdit): Promise<void>
  select(ids: readonly string[]): Promise<void>
  /** Page pixels of a point on the canvas. */
  toScreen(x: number, y: number): Promise<{ x: number; y: number }>
  setOffline(offline: boolean): Promise<void>
  close(): Promise<void>
}

/** Every file that is open on some desk. */
export const openFiles = new Set<OpenFile>()

/** The one desk of a worker that runs test files; it ends with the worker. */
let shared: Promise<Desk> | null = null

/** In tests always the same desk, its stand-in as at its start. */
export async function openDesk(): Promise<Desk> {
  if (process.env['VITEST'] === undefined) return startDesk()
  shared ??= startDesk()
  const desk = await shared
  desk.cliquify.reset()
  return { ...desk, close: closeAll }
}

async function closeAll(): Promise<void> {
  for (const file of openFiles) await file.close()
}

interface DeskOptions {
  /** The build that is looked at. */
  readonly pluginDir: string
  /** Where a relay listens for `RELAY_HOST`; null where there is none. */
  readonly relayPort: number | null
  /** Pixels of the screen for one of CSS. */
  readonly pixelRatio: number
}

/** Where the build for a relay calls. */
export const RELAY_HOST = 'relay.example.com'

/** A desk of its own, with another build than the one that ships. */
export async function startDesk({
  pluginDir = DIST,
  relayPort = null,
  pixelRatio = 1,
}: Partial<DeskOptions> = {}): Promise<Desk> {
  const cliquify = await startCliquify({
    tls: await makeCertificate(),
    mediaOrigin: 'https://cdn.thecliquify.co',
  })
  const preview = await startPreview({ pluginDir, port: 0, csp: 'production' })
  // The built plugin calls its real addresses, over real TLS and with real preflights.
  const hosts = ['oauth.cliquify.me', 'cdn.thecliquify.co']
  const rules = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${cliquify.port}`)
  if (relayPort !== null) rules.push(`MAP ${RELAY_HOST}:443 127.0.0.1:${relayPort}`)
  const browser = await launchBrowser([`--host-resolver-rules=${rules.join(',')}`])
  /** Pages whose file has been closed: opening another one in them costs a third of a new page. */
  const idle: Page[] = []

  async function open(
    { command = 'open', theme = 'light' }: FileOptions,
    stored: Readonly<Record<string, unknown>>,
  ): Promise<OpenFile> {
    const page = idle.pop() ?? (await openPage(browser, preview, pixelRatio))
    await page.mouse.move(0, 0)
    const file = fileOn(page, preview.origin, async () => {
      openFiles.delete(file)
      await leave(page)
      idle.push(page)
    })
    openFiles.add(file)
    await page.evaluate((given) => window.preview.reopen(given), { command, theme, stored })
    return file
  }

  return {
    cliquify,
    openFile: (options = {}) => open(options, {}),
    async openConnected(options = {}) {
      const { text, scopes, expiresAt } = cliquify.issueToken()
      const session: Session = {
        clientId: SAMPLE_CLIENT_ID,
        clientSecret: null,
        accessToken: text,
        expiresAt,
        scopes,
      }
      const file = await open(options, { session })
      if (options.command === undefined)
        await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
      return file
    },
    async close() {
      openFiles.clear()
      await browser.close()
      await Promise.all([preview.close(), cliquify.close()])
    },
  }
}

/** A page of the preview without the plugin. */
async function openPage(browser: Browser, preview: Preview, pixelRatio: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: pixelRatio,
    ignoreHTTPSErrors: true,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(preview.origin)
  await page.evaluate(() => window.preview.ready)
  return page
}

/** Takes away what a test has left on a page: the plugin, what listens, what the browser keeps. */
async function leave(page: Page): Promise<void> {
  page.removeAllListeners()
  const context = page.context()
  await page.evaluate(() => window.preview.host.closePlugin())
  await page.locator('iframe').waitFor({ state: 'detached' })
  await page.unrouteAll()
  await context.setOffline(false)
  await context.clearPermissions()
  const devTools = await context.newCDPSession(page)
  await devTools.send('Network.clearBrowserCache')
  await devTools.detach()
}

function fileOn(page: Page, previewOrigin: string, close: () => Promise<void>): OpenFile {
  const errors: string[] = []
  const lines: string[] = []
  const requests: string[] = []
  page.on('console', (message: ConsoleMessage) => {
    lines.push(`${message.type()}: ${message.text()}`)
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error: Error) => {
    lines.push(`uncaught: ${error.stack ?? String(error)}`)
    errors.push(String(error))
  })
  page.on('request', (request: Request) => {
    const url = request.url()
    if (!/^(data|blob):/.test(url) && !url.startsWith(previewOrigin)) requests.push(url)
  })
  page.on('requestfailed', (request: Request) => {
    lines.push(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`)
  })
  const plugin = page.frameLocator('iframe').frameLocator('iframe')

  const file: OpenFile = {
    page,
    plugin,
    status: plugin.getByRole('status'),
    alert: plugin.getByRole('alert'),
    errors,
    console: lines,
    requests,
    run: (name) => page.evaluate((given) => window.preview.run(given), name),
    runCode: (given) =>
      page.evaluate((code) => window.preview.host.run({ command: '', html: '', code }), given),
    async connect() {
      await plugin.getByLabel('Client ID').fill(SAMPLE_CLIENT_ID)
      await plugin.getByLabel('Client secret', { exact: true }).fill(SAMPLE_CLIENT_SECRET)
      await plugin.getByRole('button', { name: 'Connect', exact: true }).click()
      await plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    },
    // As one text: Playwright walks through plain data member by member.
    snapshot: async () =>
      JSON.parse(
        await page.evaluate(() => JSON.stringify(window.preview.host.snapshot())),
      ) as DocumentSnapshot,
    async layers() {
      const { pages, currentPageId } = await file.snapshot()
      return descendants(pages.find(({ id }) => id === currentPageId)?.children ?? [])
    },
    async placed() {
      const layers = await file.layers()
      return layers.filter(({ sharedPluginData }) => sharedPluginData['cliquify'] !== undefined)
    },
    writes: () => page.evaluate(() => window.preview.host.writes()),
    clearWrites: () => page.evaluate(() => window.preview.host.clearWrites()),
    edit: (edit) => page.evaluate((given) => window.preview.host.edit(given), edit),
    select: (ids) => page.evaluate((given) => window.preview.host.select(given), ids),
    toScreen: (x, y) => page.evaluate(([a, b]) => window.preview.toScreen(a, b), [x, y] as const),
    setOffline: (offline) => page.context().setOffline(offline),
    close,
  }
  return file
}

function descendants(nodes: readonly NodeSnapshot[]): readonly NodeSnapshot[] {
  return nodes.flatMap((node) => [node, ...descendants(node.children)])
}
