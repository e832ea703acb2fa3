import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { bundleEmulator } from '../figma/bundle.ts'
import type { CodegenChoice } from '../figma/host-api.ts'
import { createQuickJsHost } from '../figma/quickjs-host.ts'
import { DRAW } from '../plugin/codegen/draw-large.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LANGUAGES = ['css', 'scss', 'tailwind', 'dtcg', 'swift', 'kotlin', 'android', 'json']
const RUNS = 5

/**
 * How long Dev Mode waits for the code of a layer with 500 in it and a brand of 300, the built plugin in
 * QuickJS: milliseconds of the processor, the best of some runs, the emulated Figma's own in it.
 */
export async function bench(): Promise<void> {
  await promisify(execFile)('node', ['build.mjs'], { cwd: ROOT })
  const code = await readFile(`${ROOT}dist/dev.js`, 'utf8')
  const host = await createQuickJsHost({ emulator: await bundleEmulator() })
  let answered = (): void => undefined
  host.onEvent(({ type }) => {
    if (type === 'codegen') answered()
  })
  host.run({ command: 'open', html: '', code: DRAW })
  host.setEditor('dev')
  const ask = (what: () => void): Promise<void> =>
    new Promise((resolve) => {
      answered = resolve
      what()
    })
  const rows: Record<string, string>[] = []
  const choiceOf = (language: string): CodegenChoice => ({
    ...{ language, unit: 'PIXEL', scaleFactor: 16, settings: {} },
  })
  await ask(() => host.generate({ html: '', code, choice: choiceOf('css') }))
  for (const language of LANGUAGES) {
    const took: number[] = []
    for (let run = 0; run < RUNS; run++) {
      const before = process.cpuUsage()
      await ask(() => host.chooseCodegen(choiceOf(language)))
      const { user, system } = process.cpuUsage(before)
      took.push((user + system) / 1000)
    }
    rows.push({ language, ms: Math.min(...took).toFixed(0), 'goal, ms': '200' })
  }
  console.table(rows)
  host.dispose()
}
