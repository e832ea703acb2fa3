import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { toJson } from '../../shared/json.ts'
import type { LibraryMove } from '../../shared/library.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncTarget } from '../../shared/sync.ts'
import { bundleEmulator } from '../figma/bundle.ts'
import { KIT, makeColors } from './brand.ts'
import { openWatched, sync } from './watched-plugin.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COLORS = 60
const LAYERS = 20_000
const TARGETS: readonly SyncTarget[] = ['styles', 'variables']

const TASKS: readonly (readonly [string, LibraryMove['task']])[] = [
  ['counted', 'count'],
  ['moved', 'move'],
  ['moved again', 'move'],
]

/** What a person has drawn: frames of a hundred layers that use the file's own colors. */
const DRAW = `(async () => {
  const styles = await figma.getLocalPaintStylesAsync()
  const variables = await figma.variables.getLocalVariablesAsync('COLOR')
  let frame = null
  for (let i = 0; i < ${LAYERS}; i++) {
    if (i % 100 === 0) frame = figma.createFrame()
    const node = figma.createRectangle()
    frame.appendChild(node)
    if (styles.length > 0) await node.setFillStyleIdAsync(styles[i % styles.length].id)
    else {
      const paint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 } }
      const variable = variables[i % variables.length]
      node.fills = [figma.variables.setBoundVariableForPaint(paint, 'color', variable)]
    }
  }
  figma.closePlugin()
})()`

/**
 * Moving a file of 20,000 layers from 60 colors of its own to a library's, the built plugin in QuickJS:
 * how long it works without giving way. The emulated Figma works in the same QuickJS, its time is in it.
 */
export async function bench(): Promise<void> {
  await promisify(execFile)('node', ['build.mjs'], { cwd: ROOT })
  const code = await readFile(`${ROOT}dist/plugin.js`, 'utf8')
  const emulator = await bundleEmulator()
  const colors = makeColors(COLORS)
  const rows: Record<string, string | number>[] = []
  for (const target of TARGETS) {
    const options = { ...DEFAULT_SYNC_OPTIONS, target }
    let storage: Readonly<Record<string, unknown>> = {}
    const library = await openWatched(
      { emulator, name: 'Brand library', onStorage: (values) => (storage = values) },
      code,
    )
    await sync(library.channel, colors, options)
    const libraries = [{ publication: library.host.publish(), enabled: true }]

    const device = { emulator, storage, libraries, permissions: ['teamlibrary'] }
    const { host, channel, watch } = await openWatched(device, code)
    await sync(channel, colors, options)
    const drawn = new Promise((resolve) => {
      host.onEvent(({ type }) => {
        if (type === 'closed') resolve(null)
      })
    })
    host.run({ command: 'open', html: '', code: DRAW })
    await drawn
    host.run({ command: 'open', html: '', code })
    for (const [what, task] of TASKS) {
      let layers = 0
      const { total, longest } = await watch(async () => {
        const request = { kit: KIT, colors, task, plain: false }
        const { moved } = await channel.request('colors:move', toJson(request))
        layers = moved.reduce((sum, row) => sum + row.layers, 0)
      })
      rows.push({
        ...{ 'of its own': target, what, layers },
        ...{ 'in all, ms': total.toFixed(0), 'longest, ms': longest.toFixed(0) },
      })
    }
  }
  console.table(rows)
}
