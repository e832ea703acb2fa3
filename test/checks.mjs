import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

const CACHE = 'node_modules/.cache'
/** The native compiler, in a fifth of the time; ESLint needs the one in JavaScript, which has the same bin. */
const tsc = (/** @type {string} */ project, name = project) =>
  `node node_modules/typescript-native/bin/tsc -p ${project} --incremental --tsBuildInfoFile ${CACHE}/tsc/${name}.json`

/** The longest first, so that no core is left waiting for one of them in the end. */
const CHECKS = {
  lint: [
    `eslint plugin --cache --cache-location ${CACHE}/eslint.json`,
    'oxlint',
    'knip --cache',
    'oxfmt --check',
  ],
  typecheck: [
    tsc('test'),
    tsc('ui'),
    tsc('plugin'),
    tsc('relay'),
    tsc('.', 'root'),
    tsc('shared'),
    tsc('shared/cliquify', 'shared-cliquify'),
  ],
  // Both halves as they ship, within their budgets; what the tests in the browser run.
  build: ['node build.mjs'],
}

const names = process.argv.slice(2)
const waiting = Object.entries(CHECKS).flatMap(([name, commands]) =>
  names.length === 0 || names.includes(name) ? commands : [],
)
await Promise.all(Array.from({ length: availableParallelism() }, work))

async function work() {
  for (let command = waiting.shift(); command !== undefined; command = waiting.shift()) {
    const start = Date.now()
    const { code, output } = await run(command)
    const seconds = ((Date.now() - start) / 1000).toFixed(1)
    console.log(`${code === 0 ? '✓' : '✗'} ${command.split(' --', 1)[0]} (${seconds} s)`)
    if (code === 0) continue
    console.log(output)
    process.exitCode = 1
  }
}

/**
 * @param {string} command of a package; npm has put those in the PATH
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true })
    let output = ''
    const note = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString()
    }
    child.stdout.on('data', note)
    child.stderr.on('data', note)
    child.on('close', (code) => resolve({ code, output }))
  })
}
