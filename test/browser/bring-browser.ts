import { spawnSync } from 'node:child_process'
import { lookup } from 'node:dns/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
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
  /** Whether Playwright's downloads can be had from here, as far as a name server tells. */
  readonly reachesPlaywright: () => Promise<boolean>
}

const APT_INSTALL: Command = [
  'apt-get',
  'install',
  '--yes',
  '--no-install-recommends',
  'chromium-headless-shell',
]

/** Installs a browser if there is none; null where every way to do so failed. */
export async function bringBrowser(installing: Installing = here()): Promise<string | null> {
  const { isRoot, find, run, reachesPlaywright } = installing
  const found = find()
  if (found !== null) return found
  // Debian's package comes first, as it brings the libraries that the browser needs.
  if (isRoot && (run(APT_INSTALL) || (run(['apt-get', 'update']) && run(APT_INSTALL))))
    return find()
  if (!(await reachesPlaywright())) return null
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js')
  run([process.execPath, cli, 'install', '--only-shell', 'chromium'])
  return find()
}

const PLAYWRIGHT_HOST = 'cdn.playwright.dev'
/** Milliseconds; a network that swallows what is sent must not hold anybody up. */
const NAME_SERVER_PATIENCE = 2000
const UPDATE_PATIENCE = 30_000

function here(): Installing {
  return {
    isRoot: process.getuid?.() === 0,
    find: () => findBrowser(),
    run: ([command, ...args]) =>
      spawnSync(command, args, {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        ...(args[0] === 'update' && { timeout: UPDATE_PATIENCE }),
      }).status === 0,
    async reachesPlaywright() {
      const { HTTPS_PROXY, https_proxy: proxy, PLAYWRIGHT_DOWNLOAD_HOST } = process.env
      if (HTTPS_PROXY ?? proxy ?? PLAYWRIGHT_DOWNLOAD_HOST) return true
      const found = lookup(PLAYWRIGHT_HOST).then(
        () => true,
        () => false,
      )
      return Promise.race([found, setTimeout(NAME_SERVER_PATIENCE, false, { ref: false })])
    },
  }
}
