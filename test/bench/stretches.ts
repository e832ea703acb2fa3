import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { DEFAULT_SYNC_OPTIONS, type SyncTarget } from '../../shared/sync.ts'
import { bundleEmulator } from '../figma/bundle.ts'
import { changed, makeColors, SIZES, SYNCS } from './brand.ts'
import { openWatched, sync, type Stretches } from './watched-plugin.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TARGETS: readonly SyncTarget[] = ['styles', 'variables', 'both']
const RUNS = 3

/**
 * How long the built plugin works in QuickJS without giving way, from the window's request for a
 * plan to the report of what was applied. In milliseconds of the processor, so that other work on
 * this machine does not count; or of the clock where that says less, as then other threads of this
 * process worked too.
 */
export async function bench(): Promise<void> {
  await promisify(execFile)('node', ['build.mjs'], { cwd: ROOT })
  const code = await readFile(`${ROOT}dist/plugin.js`, 'utf8')
  const emulator = await bundleEmulator()
  console.log(
    'Stretches without giving way, the built plugin in QuickJS, processor time, best of ' +
      `${RUNS} runs;\nthe emulated Figma works in the same QuickJS, its time is in it.\n`,
  )
  const rows: Record<string, string | number>[] = []
  for (const target of TARGETS) {
    for (const size of SIZES) {
      const runs: (readonly Stretches[])[] = []
      for (let i = 0; i < RUNS; i++) runs.push(await measure(emulator, code, target, size))
      for (const [index, kind] of SYNCS.entries()) {
        const [best] = runs
          .flatMap((run) => run[index] ?? [])
          .sort((one, other) => one.longest - other.longest)
        rows.push({
          'synced as': target,
          colors: size,
          sync: kind,
          'in all, ms': best?.total.toFixed(0) ?? '',
          stretches: best?.count ?? '',
          'longest, ms': best?.longest.toFixed(0) ?? '',
        })
      }
    }
  }
  console.table(rows)
}

async function measure(
  emulator: string,
  code: string,
  target: SyncTarget,
  size: number,
): Promise<readonly Stretches[]> {
  const { channel, host, watch } = await openWatched({ emulator }, code)
  const colors = makeColors(size)
  const options = { ...DEFAULT_SYNC_OPTIONS, target }
  const measured: Stretches[] = []
  for (const kind of SYNCS) {
    const next = kind === '1 % changed' ? changed(colors) : colors
    measured.push(await watch(() => sync(channel, next, options)))
  }
  // Not disposed of: QuickJS gives up over a heap as large as that of 5,000 colors.
  host.closePlugin()
  return measured
}
