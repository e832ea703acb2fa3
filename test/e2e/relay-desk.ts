import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readNodeConfiguration } from '../../relay/node/configuration.ts'
import { startServer } from '../../relay/node/server.ts'
import { openSqlite } from '../../relay/node/sqlite.ts'
import { openPeople } from '../../relay/people.ts'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import { environmentOf } from '../relay/open-relay.ts'
import { makeCertificate } from './certificate.ts'
import { OUTPUT, RELAY_HOST, startDesk, type Desk, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { seriousProblems } from './serious-problems.ts'

const BUILD = fileURLToPath(new URL('../../build.mjs', import.meta.url))
export const RELAY_ORIGIN = `https://${RELAY_HOST}`

/** A desk with a build for a relay, and the relay. */
export interface RelayDesk extends Pick<Desk, 'openFile' | 'close'> {
  /** Where the build is. */
  readonly pluginDir: string
  readonly cliquify: Cliquify
  /** Puts the relay's clock ahead, by milliseconds. */
  passTime(milliseconds: number): void
  /** Does what an administrator does at the relay's console. */
  administer<T>(act: (people: ReturnType<typeof openPeople>) => T): Promise<T>
}

/** Where a build for the relay is; one for all files of a worker. */
let built: Promise<string> | null = null

function builtForRelay(): Promise<string> {
  built ??= (async () => {
    const folder = join(OUTPUT, `relay-build-${process.env['VITEST_POOL_ID'] ?? '0'}`)
    const options = ['--api-origin', RELAY_ORIGIN, '--outdir', folder]
    await promisify(execFile)(process.execPath, [BUILD, ...options])
    return folder
  })()
  return built
}

/** `changes`: what the relay's environment has beside what each has. */
export async function openRelayDesk(
  changes: Readonly<Record<string, string>> = {},
): Promise<RelayDesk> {
  const data = await mkdtemp(join(tmpdir(), 'relay-e2e-'))
  const building = builtForRelay()
  const cliquify = await startCliquify()
  const tls = await makeCertificate()
  let ahead = 0
  const environment = environmentOf(cliquify.origin, { origin: RELAY_ORIGIN, data, port: 0 })
  const relay = await startServer(readNodeConfiguration({ ...environment, ...changes }), {
    tls,
    now: () => Date.now() + ahead,
    write: () => undefined,
  })
  const pluginDir = await building
  const desk = await startDesk({ pluginDir, relayPort: relay.port })
  return {
    openFile: (options) => desk.openFile(options),
    pluginDir,
    cliquify,
    passTime(milliseconds) {
      ahead += milliseconds
    },
    async administer(act) {
      const storage = openSqlite(data, Date.now)
      const result = await act(openPeople(storage, Date.now))
      storage.close()
      return result
    },
    async close() {
      await desk.close()
      await relay.close()
      await cliquify.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Presses “Sign in”, and waits for the relay's page. */
export async function signInPage({ page, plugin }: OpenFile): Promise<Page> {
  const opening = page.context().waitForEvent('page')
  await plugin.getByRole('button', { name: 'Sign in', exact: true }).click()
  const opened = await opening
  await opened.getByRole('heading').waitFor()
  return opened
}

/** Looks at the relay's page as people do: in both themes, wide and narrow. */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await screenshot({ page }, `relay-${name}-${colorScheme}`)
    expect(await seriousProblems(page.mainFrame()), `${name}, ${colorScheme}`).toEqual([])
  }
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  await screenshot({ page }, `relay-${name}-narrow`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  if (size !== null) await page.setViewportSize(size)
}

export async function giveInvitation(page: Page, invitation: string): Promise<void> {
  await page.getByLabel('Invitation').fill(invitation)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
