import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Frame } from 'playwright-core'
import type { OpenFile } from './desk.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  var axe: typeof Axe
}

/** What axe finds serious or critical in a document, in words. */
export async function seriousProblems(frame: Frame): Promise<readonly string[]> {
  // By the debugger: a policy that forbids scripts does not hold for it.
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe)
  const { violations } = await frame.evaluate(() =>
    globalThis.axe.run({ resultTypes: ['violations'] }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => [`${id}: ${help}`, ...nodes.map(({ html }) => html)].join('\n'))
}

/** The same for the inside of the plugin's window. */
export function problemsInWindow({ page }: Pick<OpenFile, 'page'>): Promise<readonly string[]> {
  const frame = page.frames().find((each) => each.url().startsWith('data:'))
  if (frame === undefined) throw new Error('the plugin has no window')
  return seriousProblems(frame)
}
