import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { OUTPUT, type OpenFile } from './desk.ts'

/** Leaves a picture of the whole page in `test/e2e/output/`. */
export async function screenshot(file: OpenFile, name: string): Promise<void> {
  await mkdir(OUTPUT, { recursive: true })
  await file.page.screenshot({ path: join(OUTPUT, `${name}.png`) })
}
