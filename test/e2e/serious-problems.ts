import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Frame } from 'playwright-core'

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
