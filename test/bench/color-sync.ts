import type { BrandColor } from '../../shared/brand.ts'
import type { Job } from '../../shared/channel.ts'
import type { Progress } from '../../shared/progress.ts'
import { openColorRoom } from '../plugin/colors/color-room.ts'
import { toPaint } from '../../plugin/colors/paints.ts'
import { openFile, type OpenFile } from '../figma/file.ts'
import { changed, KIT, makeColors, SIZES, SYNCS } from './brand.ts'

type Sync = (file: OpenFile, colors: readonly BrandColor[]) => Promise<void>

interface Measured {
  /** Milliseconds, the best of several runs. */
  readonly time: number
  /** Calls of Figma's API and looks at its properties. */
  readonly calls: number
  readonly writes: number
}

/** Our sync against one that looks all styles up again for each color and writes without a diff. */
export async function bench(): Promise<void> {
  console.log('Color sync on the emulated Figma; "naive" looks up all styles for each color.\n')
  const rows: Record<string, string | number>[] = []
  for (const size of SIZES) {
    const colors = makeColors(size)
    for (const kind of SYNCS) {
      const before = kind === 'first' ? null : colors
      const next = kind === '1 % changed' ? changed(colors) : colors
      const runs = size < 1000 ? 5 : size < 5000 ? 3 : 1
      const ours = await measure(sync, before, next, runs)
      const naive = await measure(naiveSync, before, next, size < 1000 ? 3 : 1)
      rows.push({
        colors: size,
        sync: kind,
        'ours, ms': ours.time.toFixed(1),
        'naive, ms': naive.time.toFixed(1),
        'naive ÷ ours': (naive.time / ours.time).toFixed(1),
        'our µs a color': ((ours.time * 1000) / size).toFixed(0),
        'our calls': ours.calls,
        'naive calls': naive.calls,
        'our calls a color': (ours.calls / size).toFixed(1),
        'our writes': ours.writes,
        'naive writes': naive.writes,
      })
    }
  }
  console.table(rows)
}

/** A sync of `next` on an empty file, or on one that has had a sync of `before`. */
async function measure(
  run: Sync,
  before: readonly BrandColor[] | null,
  next: readonly BrandColor[],
  runs: number,
): Promise<Measured> {
  let calls = 0
  const start = openFile({ onCall: () => calls++ })
  if (before !== null) await sync(start, before)
  let best: Measured = { time: Infinity, calls: 0, writes: 0 }
  for (let i = 0; i < runs; i++) {
    const file = start.copy()
    calls = 0
    const startedAt = performance.now()
    await run(file, next)
    const time = performance.now() - startedAt
    if (time < best.time) best = { time, calls, writes: file.writes().length }
    file.dispose()
  }
  return best
}

const sync: Sync = async (file, colors) => {
  const job: Job<Progress> = { cancelled: false, progress: () => undefined }
  const decisions = { take: [], remove: [], leaveOut: [], merge: [] }
  await openColorRoom(file.figma).apply({ kit: KIT, colors, decisions }, job)
}

const naiveSync: Sync = async ({ figma }, colors) => {
  for (const color of colors) {
    const name = `${KIT.name}/${color.name}`
    const styles = await figma.getLocalPaintStylesAsync()
    const style = styles.find((each) => each.name === name) ?? figma.createPaintStyle()
    style.name = name
    style.paints = [toPaint(color, 'SRGB')]
  }
}
