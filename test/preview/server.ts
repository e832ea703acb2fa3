import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { bundleEmulator } from '../figma/bundle.ts'
import { bundlePage } from './bundle.ts'
import { contentSecurityPolicy, type NetworkAccess } from './csp.ts'

export interface PreviewOptions {
  /** The folder with the built `plugin.js` and `ui.html`, and `dev.js` and `export.html`. */
  readonly pluginDir: string
  /** 0 takes any free port; one that is taken is an error. */
  readonly port: number
  /** Whether the UI may also reach the manifest's `devAllowedDomains`. */
  readonly csp: 'production' | 'development'
  /** Filled into the plugin's connect screen by the page; the plugin does not know of it. */
  readonly credentials?: Credentials
  /** Where the page's fault switches go; without it the page has none. Plain HTTP. */
  readonly standInOrigin?: string
  /** The command that runs when the page opens; `?autorun=` in the address wins. */
  readonly autorun?: string
  /** Reloads the plugin in the page when its files change. */
  readonly watch?: boolean
  /** Who drives the page of a browser that cannot be automated. */
  readonly remote?: Remote
}

export interface Remote {
  /** What the page is to do next. */
  next(): Promise<unknown>
  answer(answer: unknown): void
}

export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** What the page is told at its start, as `/config.json`. */
export interface PageConfig {
  readonly credentials: Credentials | null
  readonly faults: boolean
  readonly autorun: string | null
  /** Whether the page does what `/remote` asks for. */
  readonly remote: boolean
}

export interface Preview {
  /** Without a trailing slash. */
  readonly origin: string
  close(): Promise<void>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const HERE = fileURLToPath(new URL('.', import.meta.url))

/** Serves the page that shows the built plugin in a small Figma. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const changes = new EventTarget()
  const server = createAdaptorServer({ fetch: (await routes(options, changes)).fetch }) as Server
  server.listen(options.port, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  const stopWatching = options.watch === true ? watchPlugin(options.pluginDir, changes) : null
  return {
    origin: `http://localhost:${port}`,
    async close() {
      stopWatching?.()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function routes(options: PreviewOptions, changes: EventTarget): Promise<Hono> {
  const [page, emulator] = await Promise.all([bundlePage(), bundleEmulator()])
  const config: PageConfig = {
    credentials: options.credentials ?? null,
    faults: options.standInOrigin !== undefined,
    autorun: options.autorun ?? null,
    remote: options.remote !== undefined,
  }
  const script = { 'Content-Type': 'text/javascript; charset=utf-8' }
  const style = { 'Content-Type': 'text/css; charset=utf-8' }
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.get('/', async (c) => c.html(await readFile(join(HERE, 'page.html'), 'utf8')))
  app.get('/page.js', (c) => c.body(page.script, 200, script))
  app.get('/page.css', (c) => c.body(page.style, 200, style))
  app.get('/theme.css', (c) => c.body(page.theme, 200, style))
  app.get('/agent.js', (c) => c.body(page.agent, 200, script))
  app.get('/emulator.js', (c) => c.body(emulator, 200, script))
  app.get('/config.json', (c) => c.json(config))
  app.get('/plugin/manifest.json', async (c) => c.json(await readManifest(options.pluginDir)))
  app.get('/plugin/plugin.js', async (c) =>
    c.body(await readFile(join(options.pluginDir, 'plugin.js'), 'utf8'), 200, script),
  )
  app.get('/plugin/manifest.dev.json', async (c) =>
    c.body(await readFile(join(ROOT, 'manifest.dev.json'), 'utf8'), 200, {
      'Content-Type': 'application/json',
    }),
  )
  app.get('/plugin/dev.js', async (c) =>
    c.body(await readFile(join(options.pluginDir, 'dev.js'), 'utf8'), 200, script),
  )
  for (const name of ['ui.html', 'export.html']) {
    app.get(`/plugin/${name}`, async (c) =>
      c.text(await readFile(join(options.pluginDir, name), 'utf8')),
    )
  }
  app.get('/frame.html', async (c) => {
    const { networkAccess } = await readManifest(options.pluginDir)
    const policy = contentSecurityPolicy(networkAccess, options.csp)
    const frame = await readFile(join(HERE, 'frame.html'), 'utf8')
    return c.html(frame.replace('%POLICY%', policy))
  })
  const { remote } = options
  if (remote !== undefined) {
    app.get('/remote', async (c) => c.json(await remote.next()))
    app.post('/remote', async (c) => {
      remote.answer(await c.req.json())
      return c.body(null, 204)
    })
  }
  app.get('/changes', (c) =>
    streamSSE(c, async (stream) => {
      const tell = (): void => void stream.writeSSE({ event: 'rebuilt', data: '' })
      changes.addEventListener('rebuilt', tell)
      await new Promise<void>((resolve) => stream.onAbort(resolve))
      changes.removeEventListener('rebuilt', tell)
    }),
  )
  // Through here, because the stand-in lets other origins only as far as Cliquify does.
  app.all('/stand-in/*', async (c) => {
    if (options.standInOrigin === undefined) return c.notFound()
    const { pathname } = new URL(c.req.url)
    const { method } = c.req
    return fetch(options.standInOrigin + pathname.slice('/stand-in'.length), {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: method === 'GET' || method === 'DELETE' ? null : await c.req.text(),
    })
  })
  return app
}

/** That of the build where it has one of its own, as one for a relay has. */
async function readManifest(pluginDir: string): Promise<{ networkAccess: NetworkAccess }> {
  const own = join(pluginDir, 'manifest.json')
  const text = await readFile(existsSync(own) ? own : join(ROOT, 'manifest.json'), 'utf8')
  return JSON.parse(text) as { networkAccess: NetworkAccess }
}

/** Tells `changes` once things have been quiet for a moment; returns what ends it. */
function watchPlugin(pluginDir: string, changes: EventTarget): () => void {
  let quiet: NodeJS.Timeout | undefined
  const changed = (): void => {
    clearTimeout(quiet)
    quiet = setTimeout(() => changes.dispatchEvent(new Event('rebuilt')), 200)
  }
  const manifests = ['manifest.json', 'manifest.dev.json'].map((name) => join(ROOT, name))
  const watchers = [pluginDir, ...manifests].map((path) => watch(path, changed))
  return () => {
    clearTimeout(quiet)
    for (const watcher of watchers) watcher.close()
  }
}
