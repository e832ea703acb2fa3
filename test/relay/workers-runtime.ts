import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { Miniflare } from 'miniflare'
import { freePort } from './free-port.ts'
import type { Said } from './workers-entry.ts'

export interface WorkersOptions {
  /** What stands in `[vars]` and in secrets. */
  readonly variables: Readonly<Record<string, string>>
  readonly port: number
  /** The folder of the Durable Object's database. */
  readonly data: string
  /** Takes each line of the log. */
  readonly write: (line: string) => void
}

/** The relay on the real Workers runtime, as `wrangler.toml` has it. */
export interface Workers {
  /** Ends the runtime at once, whatever is under way. */
  kill(): Promise<void>
}

export async function startWorkers(options: WorkersOptions): Promise<Workers> {
  const { variables, port, data, write } = options
  const toml = await readFile(pathOf('../../relay/workers/wrangler.toml'), 'utf8')
  const worker = new Miniflare({
    modules: [{ type: 'ESModule', path: 'main.mjs', contents: await bundled() }],
    compatibilityDate: /^compatibility_date = "(.+)"$/m.exec(toml)?.[1] ?? '',
    compatibilityFlags: JSON.parse(/^compatibility_flags = (\[.+\])$/m.exec(toml)?.[1] ?? '[]'),
    bindings: variables,
    durableObjects: { COMPANY: { className: 'Company', useSQLite: true } },
    durableObjectsPersist: data,
    host: 'localhost',
    port,
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      for (const stream of [stdout, stderr]) createInterface(stream).on('line', write)
    },
  })
  await worker.ready
  return { kill: () => worker.dispose() }
}

/** A runtime in which one relay runs after the other, as starting one for each is most of the time. */
export interface SharedWorkers {
  readonly port: number
  readonly data: string
  /** Says what the relay that runs next is, or what of it is another now. */
  say(what: Partial<Said>): Promise<void>
  /** Takes each line of the log from now on. */
  listen(write: (line: string) => void): void
  /** Ends the relay at once, whatever is under way; resolves once its last line was written. */
  end(): Promise<void>
  /** Nobody needs it for now. */
  release(): void
}

/** How long the runtime waits for the next relay. */
const IDLE_MS = 2_000

let shared: Promise<SharedWorkers & { close(): Promise<void> }> | null = null
let closing: ReturnType<typeof setTimeout> | undefined

export async function shareWorkers(): Promise<SharedWorkers> {
  clearTimeout(closing)
  shared ??= openShared()
  return shared
}

async function openShared(): Promise<SharedWorkers & { close(): Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'workers-'))
  const port = await freePort()
  let write: (line: string) => void = () => undefined
  const workers = await startWorkers({
    ...{ variables: {}, port, data },
    write: (line) => write(line),
  })
  const post = async (path: string, body: string): Promise<void> => {
    await fetch(`http://localhost:${port}${path}`, { method: 'POST', body })
  }
  const remove = (): void => rmSync(data, { recursive: true, force: true })
  // Who runs the tests ends this process before nobody has needed it for long.
  process.once('exit', remove)
  const close = async (): Promise<void> => {
    shared = null
    process.off('exit', remove)
    await workers.kill()
    remove()
  }
  return {
    port,
    data,
    say: (what) => post('/test/say', JSON.stringify(what)),
    listen(next) {
      write = next
    },
    async end() {
      const mark = randomUUID()
      const before = write
      const written = new Promise<void>((resolve) => {
        write = (line) => (line === mark ? resolve() : before(line))
      })
      await post('/test/end', mark)
      await written
      write = before
    },
    close,
    release() {
      closing = setTimeout(() => void close(), IDLE_MS)
    },
  }
}

let bundle: Promise<string> | null = null

/** As wrangler bundles it: for Workers, in one module. */
function bundled(): Promise<string> {
  bundle ??= esbuild
    .build({
      entryPoints: [pathOf('workers-entry.ts')],
      write: false,
      bundle: true,
      format: 'esm',
      target: 'es2024',
      conditions: ['workerd', 'worker', 'browser'],
      external: ['cloudflare:workers'],
      logLevel: 'warning',
    })
    .then(({ outputFiles }) => outputFiles[0]?.text ?? '')
  return bundle
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
