import type { BrandColor } from '../../shared/brand.ts'
import type { Job } from '../../shared/channel.ts'
import type { Progress } from '../../shared/protocol.ts'
import { createColorRoom } from '../../plugin/colors/sync.ts'
import { toPaint } from '../../plugin/colors/paints.ts'
import { openFile, type OpenFile } from '../figma/file.ts'

const SIZES = [10, 100, 1000] as const
const RUNS = 3
const KIT = { id: '1', name: 'Acme' }

type Sync = (file: OpenFile, colors: readonly BrandColor[]) => Promise<void>

interface Measured {
  /** Milliseconds, the best of several runs. */
  readonly time: number
  readonly writes: number
}

/** Our sync against one that looks all styles up again for each color and writes without a diff. */
export async function benchColorSync(): Promise<void> {
  console.log('Color sync on the emulated Figma; "naive" looks up all styles for each color.\n')
  const rows: Record<string, string | number>[] = []
  for (const size of SIZES) {
    const colors = makeColors(size)
    const changed = colors.map((color, i) => (i % 100 === 0 ? repainted(color) : color))
    for (const [name, next] of [
      ['first', null],
      ['unchanged', colors],
      ['1 % changed', changed],
    ] as const) {
      const ours = await measure(sync, colors, next)
      const naive = await measure(naiveSync, colors, next)
      rows.push({
        colors: size,
        sync: name,
        'ours, ms': ours.time.toFixed(1),
        'naive, ms': naive.time.toFixed(1),
        'naive ÷ ours': (naive.time / ours.time).toFixed(1),
        'our writes': ours.writes,
        'naive writes': naive.writes,
      })
    }
  }
  console.table(rows)
}

/** The first sync where `next` is null, else a sync of `next` on a file that has had the first. */
async function measure(
  run: Sync,
  colors: readonly BrandColor[],
  next: readonly BrandColor[] | null,
): Promise<Measured> {
  let best: Measured = { time: Infinity, writes: 0 }
  for (let i = 0; i < RUNS; i++) {
    const file = openFile()
    if (next !== null) await run(file, colors)
    file.clearWrites()
    const start = performance.now()
    await run(file, next ?? colors)
    const time = performance.now() - start
    if (time < best.time) best = { time, writes: file.writes().length }
    file.dispose()
  }
  return best
}

const sync: Sync = async (file, colors) => {
  const job: Job<Progress> = { cancelled: false, progress: () => undefined }
  const decisions = { take: [], remove: [] }
  await createColorRoom(file.figma).apply({ kit: KIT, colors, decisions }, job)
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

function makeColors(count: number): readonly BrandColor[] {
  return Array.from({ length: count }, (_, i) => ({
    id: String(i),
    name: `Color ${i}`,
    palette: null,
    value: { r: (i % 256) / 255, g: (Math.floor(i / 256) % 256) / 255, b: 0.5, a: 1 },
    notation: '',
  }))
}

function repainted(color: BrandColor): BrandColor {
  return { ...color, value: { ...color.value, b: 0.75 } }
}
