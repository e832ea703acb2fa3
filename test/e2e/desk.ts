import { fileURLToPath } from 'node:url'
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { launchBrowser } from '../browser/launch.ts'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import type { DocumentSnapshot, HostEdit, NodeSnapshot, Write } from '../figma/host-api.ts'
import { startPreview, type Preview } from '../preview/server.ts'
import { makeCertificate } from './certificate.ts'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/** Where screenshots are left for a look. */
export const OUTPUT = fileURLToPath(new URL('./output', import.meta.url))

/** The production build, Cliquify at its real addresses, and a browser: all that a person needs. */
export interface Desk {
  readonly cliquify: Cliquify
  /** Opens a new file in a new browser profile, and runs a command of the plugin in it. */
  openFile(options?: FileOptions): Promise<OpenFile>
  close(): Promise<void>
}

export interface FileOptions {
  /** `open` by default; null opens the file without the plugin. */
  readonly command?: string | null
  readonly theme?: 'light' | 'dark'
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
  /** Every URL that the plugin's window asked for, other than `data:` and `blob:`. */
  readonly requests: readonly string[]
  run(command: string): Promise<void>
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

export async function openDesk(): Promise<Desk> {
  const cliquify = await startCliquify({
    tls: await makeCertificate(),
    mediaOrigin: 'https://cdn.thecliquify.co',
  })
  const preview = await startPreview({ pluginDir: DIST, port: 0, csp: 'production' })
  // The built plugin calls its real addresses, over real TLS and with real preflights.
  const hosts = ['oauth.cliquify.me', 'cdn.thecliquify.co']
  const rules = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${cliquify.port}`)
  const browser = await launchBrowser([`--host-resolver-rules=${rules.join(',')}`])
  return {
    cliquify,
    openFile: (options = {}) => openFile(browser, preview, options),
    async close() {
      await browser.close()
      await Promise.all([preview.close(), cliquify.close()])
    },
  }
}

async function openFile(
  browser: Browser,
  preview: Preview,
  { command = 'open', theme = 'light' }: FileOptions,
): Promise<OpenFile> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    ignoreHTTPSErrors: true,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const errors: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(data|blob):/.test(url) && !url.startsWith(preview.origin)) requests.push(url)
  })
  // It runs in every frame, and the plugin's own has no storage.
  await page.addInitScript((name) => {
    if (window === top) localStorage.setItem('preview:theme', name)
  }, theme)
  await page.goto(command === null ? preview.origin : `${preview.origin}/?autorun=${command}`)
  await page.evaluate(() => window.preview.ready)
  const plugin = page.frameLocator('iframe').frameLocator('iframe')

  const file: OpenFile = {
    page,
    plugin,
    status: plugin.getByRole('status'),
    alert: plugin.getByRole('alert'),
    errors,
    requests,
    run: (name) => page.evaluate((given) => window.preview.run(given), name),
    async connect() {
      await plugin.getByLabel('Client ID').fill(SAMPLE_CLIENT_ID)
      await plugin.getByLabel('Client secret', { exact: true }).fill(SAMPLE_CLIENT_SECRET)
      await plugin.getByRole('button', { name: 'Connect', exact: true }).click()
      await plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    },
    snapshot: () => page.evaluate(() => window.preview.host.snapshot()),
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
    setOffline: (offline) => context.setOffline(offline),
    close: () => context.close(),
  }
  return file
}

function descendants(nodes: readonly NodeSnapshot[]): readonly NodeSnapshot[] {
  return nodes.flatMap((node) => [node, ...descendants(node.children)])
}
