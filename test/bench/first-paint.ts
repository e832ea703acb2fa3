import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import * as esbuild from 'esbuild'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser/launch.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const RUNS = 25

/** From opening the built window to its first paint, against an empty page of Preact. */
export async function bench(): Promise<void> {
  await promisify(execFile)('node', ['build.mjs'], { cwd: ROOT })
  const folder = await mkdtemp(join(tmpdir(), 'first-paint-'))
  const browser = await launchBrowser()
  try {
    const empty = join(folder, 'empty.html')
    await writeFile(empty, await emptyPage())
    const pages = { window: join(ROOT, 'dist/ui.html'), empty }
    const times: Record<keyof typeof pages, number[]> = { window: [], empty: [] }
    // In turns, so that what else this machine does meets both.
    for (let run = 0; run < RUNS; run++) {
      times.window.push(await firstPaint(browser, pages.window))
      times.empty.push(await firstPaint(browser, pages.empty))
    }
    const [ours, bare] = [median(times.window), median(times.empty)]
    console.log(`The first paint in Chromium, the median of ${RUNS} runs.\n`)
    console.table([
      {
        'window, ms': ours.toFixed(0),
        'empty page of Preact, ms': bare.toFixed(0),
        'window ÷ empty': (ours / bare).toFixed(1),
      },
    ])
  } finally {
    await browser.close()
    await rm(folder, { recursive: true })
  }
}

async function emptyPage(): Promise<string> {
  const contents = `import { h, render } from 'preact'
    render(h('p', null, 'Hello'), document.getElementById('app'))`
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
  })
  const script = outputFiles.map(({ text }) => text).join('')
  return `<!doctype html><meta charset="utf-8" /><div id="app"></div><script>${script}</script>`
}

/** Milliseconds from the navigation, in a browser that has never seen the page. */
async function firstPaint(browser: Browser, path: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 360, height: 600 } })
  await page.goto(pathToFileURL(path).href)
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const { startTime } of list.getEntriesByName('first-paint')) resolve(startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )
  await page.close()
  return time
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
