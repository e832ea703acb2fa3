import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { fromJson, toJson } from '../../shared/json.ts'
import { DEFAULT_SYNC_OPTIONS } from '../../shared/sync.ts'
import { bundleEmulator } from '../figma/bundle.ts'
import type { Host } from '../figma/host-api.ts'
import { KIT, makeColors } from './brand.ts'
import { openWatched, sync } from './watched-plugin.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COLORS = 60
const LAYERS = 50_000

/** Frames of fifty shapes, in a hundred colors or linked, and of fifty texts. */
const DRAW = `(async () => {
  const styles = await figma.getLocalPaintStylesAsync()
  await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
  let frame = null
  for (let i = 0; i < ${LAYERS}; i++) {
    if (i % 100 === 0) frame = figma.createFrame()
    const node = i % 2 === 0 ? figma.createRectangle() : figma.createText()
    if (node.type === 'TEXT') {
      node.fontName = { family: 'Inter', style: 'Regular' }
      node.characters = 'Text'
    }
    frame.appendChild(node)
    node.x = (i % 10) * 100
    node.y = ((i / 10 | 0) % 10) * 100
    if (i % 4 === 0) await node.setFillStyleIdAsync(styles[i % styles.length].id)
    else node.fills = [{ type: 'SOLID', color: { r: (i % 100) / 100, g: 0.5, b: 0.5 } }]
  }
  figma.currentPage.selection = []
  figma.closePlugin()
})()`

/** What a check could not do with less: to read each layer's colors, in one go. */
const NAIVE = `(async () => {
  const seen = new Set()
  for (const node of figma.currentPage.findAll(() => true)) {
    for (const field of ['fills', 'strokes', 'effects']) {
      if (field in node && typeof node[field] !== 'symbol') seen.add(JSON.stringify(node[field]))
    }
  }
  figma.closePlugin(String(seen.size))
})()`

/**
 * Checking a page of 50,000 layers against 60 colors, the built plugin in QuickJS, beside a naive walk: how
 * long it works without giving way. The emulated Figma works in the same QuickJS, its time is in it.
 */
export async function bench(): Promise<void> {
  await promisify(execFile)('node', ['build.mjs'], { cwd: ROOT })
  const code = await readFile(`${ROOT}dist/plugin.js`, 'utf8')
  const colors = makeColors(COLORS)
  const { host, channel, watch } = await openWatched({ emulator: await bundleEmulator() }, code)
  await sync(channel, colors, DEFAULT_SYNC_OPTIONS)
  await ran(host, DRAW)
  const naive = await watch(() => ran(host, NAIVE))
  host.run({ command: 'open', html: '', code })
  let told = ''
  const heap = process.memoryUsage().rss
  const check = await watch(async () => {
    const request = { sync: toJson({ kit: KIT, colors }), scope: 'page' } as const
    const { found, linked } = fromJson(await channel.request('check:look', request))
    told = `${found.length} colors, ${linked} linked`
  })
  const grown = (process.memoryUsage().rss - heap) / 1e6
  console.table([
    { walk: 'naive', found: '', ...timesOf(naive), 'grown by, MB': '' },
    { walk: 'check', found: told, ...timesOf(check), 'grown by, MB': grown.toFixed(0) },
  ])
  console.log(`The check takes ${(check.total / naive.total).toFixed(1)} times as long in all.`)
}

function timesOf({ total, longest }: { readonly total: number; readonly longest: number }) {
  return { 'in all, ms': total.toFixed(0), 'longest, ms': longest.toFixed(0) }
}

/** Runs another plugin to its end. */
function ran(host: Host, code: string): Promise<void> {
  return new Promise((resolve) => {
    host.onEvent(({ type }) => {
      if (type === 'closed') resolve()
    })
    host.run({ command: 'open', html: '', code })
  })
}
