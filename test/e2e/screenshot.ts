import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { OUTPUT, type OpenFile } from './desk.ts'

/** Leaves a picture of what a page shows in `test/e2e/output/`. */
export async function screenshot({ page }: Pick<OpenFile, 'page'>, name: string): Promise<void> {
  await mkdir(OUTPUT, { recursive: true })
  await page.screenshot({ path: join(OUTPUT, `${name}.png`) })
}
