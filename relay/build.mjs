/** Bundles the relay for Node into `dist/relay.mjs`. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** @returns {Promise<string>} the path of the bundle */
export async function buildRelay(outdir = join(ROOT, 'dist')) {
  const outfile = join(outdir, 'relay.mjs')
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(ROOT, 'relay/node/main.ts')],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Its binary is a file of its package.
    external: ['libsql'],
    logLevel: 'warning',
  })
  // In one step: a relay that starts meanwhile must not read half of it.
  const unfinished = `${outfile}.${process.pid}`
  await mkdir(outdir, { recursive: true })
  await writeFile(unfinished, outputFiles[0]?.contents ?? '')
  await rename(unfinished, outfile)
  return outfile
}
