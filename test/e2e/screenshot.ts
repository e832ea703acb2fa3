import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DEEP } from '../deep.ts'
import { OUTPUT, type OpenFile } from './desk.ts'

const WANTED = DEEP || process.env['SCREENSHOTS'] !== undefined

/** Leaves a picture of what a page shows in `test/e2e/output/`, where such are wanted. */
export async function screenshot({ page }: Pick<OpenFile, 'page'>, name: string): Promise<void> {
  if (!WANTED) return
  await mkdir(OUTPUT, { recursive: true })
  await page.screenshot({ path: join(OUTPUT, `${name}.png`) })
}
