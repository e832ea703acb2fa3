import { spawnSync } from 'node:child_process'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'

const NAMES = [
  'color-sync',
  'stretches',
  'move-over',
  'check',
  'codegen',
  'first-paint',
  'open-window',
  'library-grid',
  'place-picture',
  'relay',
]

/** `npm run bench` runs all, each in a process of its own; `npm run bench -- stretches` runs one. */
const [name] = process.argv.slice(2)
if (name === undefined) {
  for (const each of NAMES) {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), each], {
      stdio: 'inherit',
    })
    if (status !== 0) process.exit(1)
  }
} else if (NAMES.includes(name)) {
  register('../preview/typescript-loader.mjs', import.meta.url)
  const { bench } = await import(`./${name}.ts`)
  await bench()
} else {
  console.error(`There is no bench “${name}”: choose one of ${NAMES.join(', ')}.`)
  process.exit(1)
}
