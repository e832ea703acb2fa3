import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { openFiles, OUTPUT, type OpenFile } from './desk.ts'

let openBefore: ReadonlySet<OpenFile> = new Set()

beforeEach(() => {
  openBefore = new Set(openFiles)
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  const folder = join(OUTPUT, task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [index, file] of [...openFiles].entries()) {
    const name = index === 0 ? '' : `-${index + 1}`
    await file.page.screenshot({ path: join(folder, `page${name}.png`) }).catch(() => undefined)
    await writeFile(join(folder, `console${name}.txt`), file.console.join('\n'))
    // A test that failed has not closed what it opened, nor left it in order.
    if (openBefore.has(file)) continue
    openFiles.delete(file)
    await file.page.context().close()
  }
  console.error(`The page and its console are left in ${relative(process.cwd(), folder)}/`)
})
