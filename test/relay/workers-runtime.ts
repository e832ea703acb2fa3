import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { Miniflare } from 'miniflare'

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
  /** Milliseconds that the relay's clock is ahead of ours. */
  setAhead(ms: number): Promise<void>
  /** Ends it at once, whatever is under way. */
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
  return {
    async setAhead(ms) {
      const body = String(ms)
      await fetch(`http://localhost:${port}/test/ahead`, { method: 'POST', body })
    },
    kill: () => worker.dispose(),
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
