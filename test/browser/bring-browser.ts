import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findBrowser } from './find-browser.ts'

/** What to tell a person whose machine has no browser and gets none. */
export const WHAT_TO_INSTALL =
  'The tests need a browser: install chromium-headless-shell, Chromium or Chrome, ' +
  'or set CHROMIUM to the path of one.'

/** A command and its arguments. */
export type Command = readonly [string, ...string[]]

/** What bringing a browser needs of a machine. */
export interface Installing {
  readonly isRoot: boolean
  readonly find: () => string | null
  /** Whether the command succeeded; what it prints is dropped. */
  readonly run: (command: Command) => boolean
}

/** Installs a browser if there is none; null where every way to do so failed. */
export function bringBrowser(installing: Installing = here()): string | null {
  const { find, run } = installing
  const found = find()
  if (found !== null) return found
  for (const commands of ways(installing)) {
    if (!commands.every(run)) continue
    const brought = find()
    if (brought !== null) return brought
  }
  return null
}

/** Debian's package comes first, as it brings the libraries that the browser needs. */
function ways({ isRoot }: Installing): readonly (readonly Command[])[] {
  const apt: readonly Command[] = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium-headless-shell'],
  ]
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js')
  const playwright: readonly Command[] = [
    [process.execPath, cli, 'install', '--only-shell', 'chromium'],
  ]
  return isRoot ? [apt, playwright] : [playwright]
}

/** Milliseconds that Playwright waits for its server to answer, in each of five attempts. */
const PLAYWRIGHT_PATIENCE = '2000'

function here(): Installing {
  return {
    isRoot: process.getuid?.() === 0,
    find: () => findBrowser(),
    run: ([command, ...args]) =>
      spawnSync(command, args, {
        stdio: 'ignore',
        env: {
          PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: PLAYWRIGHT_PATIENCE,
          ...process.env,
          DEBIAN_FRONTEND: 'noninteractive',
        },
      }).status === 0,
  }
}
