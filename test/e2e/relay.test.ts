import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readNodeConfiguration } from '../../relay/node/configuration.ts'
import { startServer, type RelayServer } from '../../relay/node/server.ts'
import { openSqlite } from '../../relay/node/sqlite.ts'
import { openPeople } from '../../relay/people.ts'
import { SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import { openCompany, type Company } from '../relay/company.ts'
import { environmentOf } from '../relay/open-relay.ts'
import { makeCertificate } from './certificate.ts'
import { dragTile } from './drag-tile.ts'
import { DEEP } from '../deep.ts'
import { RELAY_HOST, startDesk, type Desk, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { seriousProblems } from './serious-problems.ts'
import { storedText } from './stored.ts'
import { apply, review } from './syncing.ts'

const BUILD = fileURLToPath(new URL('../../build.mjs', import.meta.url))
const ORIGIN = `https://${RELAY_HOST}`

let folder: string
let cliquify: Cliquify
let tls: { key: string; cert: string }
let relay: RelayServer
let desk: Desk
/** Milliseconds that the relay's clock is ahead. */
let ahead = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relay-e2e-'))
  const pluginDir = join(folder, 'plugin')
  const building = promisify(execFile)(process.execPath, [
    BUILD,
    ...['--api-origin', ORIGIN, '--outdir', pluginDir],
  ])
  cliquify = await startCliquify()
  tls = await makeCertificate()
  relay = await startRelay({})
  await building
  desk = await startDesk({ pluginDir, relayPort: relay.port })
})
afterAll(async () => {
  await desk.close()
  await relay.close()
  await cliquify.close()
  await rm(folder, { recursive: true, force: true })
})

function startRelay(changes: Readonly<Record<string, string>>): Promise<RelayServer> {
  const data = join(folder, 'data')
  const environment = environmentOf(cliquify.origin, { origin: ORIGIN, data, port: 0 })
  const configuration = readNodeConfiguration({ ...environment, ...changes })
  return startServer(configuration, { tls, now: () => Date.now() + ahead, write: () => undefined })
}

async function administer<T>(act: (people: ReturnType<typeof openPeople>) => T): Promise<T> {
  const storage = openSqlite(join(folder, 'data'), Date.now)
  const result = await act(openPeople(storage, Date.now))
  storage.close()
  return result
}

/** Presses “Sign in”, and waits for the relay's page. */
async function signInPage({ page, plugin }: OpenFile): Promise<Page> {
  const opening = page.context().waitForEvent('page')
  await plugin.getByRole('button', { name: 'Sign in', exact: true }).click()
  const opened = await opening
  await opened.getByRole('heading').waitFor()
  return opened
}

/** Looks at the relay's page as people do: in both themes, wide and narrow. */
async function look(page: Page, name: string): Promise<void> {
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

async function giveInvitation(page: Page, invitation: string): Promise<void> {
  await page.getByLabel('Invitation').fill(invitation)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

describe('a build for a team’s relay', () => {
  it('signs in in the browser, syncs, and never sees the secret', async () => {
    const file = await desk.openFile()
    const { plugin } = file
    await expect.poll(() => plugin.getByLabel('Client secret').count()).toBe(0)
    const browser = await signInPage(file)
    expect(browser.url()).toMatch(`${ORIGIN}/login/`)
    await look(browser, 'invitation')
    await giveInvitation(browser, 'a wrong one')
    await browser.getByRole('alert').waitFor()
    await look(browser, 'wrong-invitation')
    await giveInvitation(browser, await administer((people) => people.invite('Ada')))
    await browser.getByRole('heading', { name: 'Back to Figma' }).waitFor()
    await look(browser, 'done')

    await plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await plugin.getByRole('button', { name: 'Sync colors', exact: true }).click()
    await plugin.getByRole('button', { name: 'Apply changes', exact: true }).click()
    await plugin.getByRole('button', { name: 'Undo' }).waitFor()
    expect((await file.snapshot()).paintStyles.length).toBeGreaterThan(5)

    await plugin.getByRole('tab', { name: 'Logos' }).click()
    const logo = plugin.getByRole('tabpanel').locator('img').first()
    await logo.waitFor()
    const name = cliquify.brand.kits[0]?.logos[0]?.name ?? ''
    const at = { x: 100, y: -150 }
    await dragTile(file, name, await file.toScreen(at.x, at.y))
    await expect.poll(async () => (await file.placed()).length).toBe(1)
    const [placed] = await file.placed()
    expect((placed?.absoluteX ?? NaN) + (placed?.width ?? NaN) / 2).toBeCloseTo(at.x, -1)
    expect((placed?.absoluteY ?? NaN) + (placed?.height ?? NaN) / 2).toBeCloseTo(at.y, -1)

    const hosts = new Set(file.requests.map((url) => new URL(url).host))
    expect([...hosts]).toEqual([RELAY_HOST])
    const stored = await storedText(file)
    expect(cliquify.leaks(stored)).toBe(false)
    expect(stored).not.toContain(SAMPLE_CLIENT_SECRET)
    expect(file.errors).toEqual([])
    await plugin.getByRole('button', { name: 'Settings' }).click()
    await plugin.getByText('Signed in as').waitFor()
    await plugin.getByText('Ada', { exact: true }).waitFor()
    await plugin.getByText('You will be asked to sign in again.').waitFor()

    // Whoever is revoked reads one sentence, and can sign in again.
    await administer((people) => people.revoke('Ada'))
    await plugin.getByRole('button', { name: 'Check connection' }).click()
    await file.alert.filter({ hasText: 'has expired. Sign in again.' }).waitFor()
    expect(await plugin.locator('body').innerText()).not.toMatch(
      /connect again|client (ID|secret)/i,
    )
    await file.alert.getByRole('button', { name: 'Sign in again' }).click()
    await plugin.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await file.close()
  })

  it.runIf(DEEP)(
    'goes on waiting where the window was closed meanwhile, and not after Cancel',
    async () => {
      const file = await desk.openFile()
      const { plugin } = file
      const browser = await signInPage(file)
      await file.page.evaluate(() => window.preview.host.closePlugin())
      await giveInvitation(browser, await administer((people) => people.invite('Bo')))
      await browser.getByRole('heading', { name: 'Back to Figma' }).waitFor()
      await file.run('open')
      await plugin.getByRole('tab', { name: 'Colors' }).waitFor()
      await file.close()

      const other = await desk.openFile()
      await signInPage(other)
      await other.plugin.getByRole('button', { name: 'Cancel' }).click()
      await other.plugin.getByText('Your browser opens a page of your team').waitFor()
      await expect.poll(async () => (await storedText(other)).includes('readKey')).toBe(false)
      await other.close()
    },
  )

  it.runIf(DEEP)(
    'has the brand while Cliquify is down for an hour, and says how old it is',
    async () => {
      const file = await desk.openFile()
      const browser = await signInPage(file)
      await giveInvitation(browser, await administer((people) => people.invite('Dan')))
      const { plugin } = file
      await plugin.getByText('Aurora Green', { exact: true }).waitFor()
      cliquify.setOffline(true)
      ahead += 3_600_000
      await file.page.evaluate(() => window.preview.host.closePlugin())
      await file.run('open')
      await plugin.getByText('Aurora Green', { exact: true }).waitFor()
      const note = plugin.getByText(
        /^Nothing newer came from Cliquify\. Shown as of .+ at \d\d:\d\d/,
      )
      const [hours = 0, minutes = 0] =
        (await note.innerText()).match(/\d\d(?=:)|(?<=:)\d\d/g)?.map(Number) ?? []
      const now = new Date()
      const age = now.getHours() * 60 + now.getMinutes() - (hours * 60 + minutes)
      expect((age + 1440) % 1440).toBeGreaterThanOrEqual(60)
      expect((age + 1440) % 1440).toBeLessThan(70)
      cliquify.setOffline(false)
      await plugin.getByRole('button', { name: 'Retry' }).click()
      await note.waitFor({ state: 'detached' })
      await file.close()
    },
  )

  it('tells colleagues where styles are published, which Figma lists to nobody', async () => {
    const file = await desk.openFile({ command: null })
    const { page, plugin } = file
    const signIn = async (name: string): Promise<void> => {
      const browser = await signInPage(file)
      await giveInvitation(browser, await administer((people) => people.invite(name)))
      await plugin.getByText('Aurora Green', { exact: true }).waitFor()
    }
    await page.getByRole('combobox', { name: /^File/ }).selectOption('Brand library')
    await file.run('open')
    await signIn('Eve')
    await review(file)
    await apply(file)
    await page.getByRole('button', { name: 'Publish' }).click()
    await plugin.getByRole('button', { name: 'Settings' }).click()
    // What the device noted goes with the connection.
    await plugin.getByRole('button', { name: 'Disconnect' }).click()
    await plugin.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await page.getByRole('combobox', { name: /^File/ }).selectOption('Sample file')
    await file.run('open')
    await signIn('Fay')
    const row = plugin.getByRole('button', { name: /^Aurora Green/ })
    await expect.poll(() => row.getAttribute('title')).toContain('In Brand library')
    expect(file.errors).toEqual([])
    await file.close()
  })

  it.runIf(DEEP)('says in one sentence that the relay itself has lost its way in', async () => {
    const file = await desk.openFile()
    const browser = await signInPage(file)
    cliquify.configure({ enterprise: 'inactive' })
    cliquify.expireTokens()
    await giveInvitation(browser, await administer((people) => people.invite('Cleo')))
    await file.plugin.getByRole('tab', { name: 'Templates' }).click()
    await expect
      .poll(async () => (await file.alert.allTextContents()).join())
      .toContain('Your team’s relay can no longer sign in to Cliquify.')
    await file.close()
  })
})

describe('a team whose company signs its people in', () => {
  let company: Company
  beforeAll(async () => {
    await relay.close()
    cliquify.configure({ enterprise: 'active' })
    company = await openCompany({ redirectUri: `${ORIGIN}/login/callback` })
    relay = await startRelay({ ...company.environment, PORT: String(relay.port) })
  })
  afterAll(() => company.close())

  it('signs in at the company’s page, with another account where the first may not', async () => {
    const file = await desk.openFile()
    const browser = await signInPage(file)
    await look(browser, 'company')
    await browser.getByRole('button', { name: 'Sign in' }).click()
    const giveAddress = async (email: string): Promise<void> => {
      await browser.getByRole('heading', { name: 'The company' }).waitFor()
      await browser.getByLabel('E-mail').fill(email)
      await browser.getByRole('button', { name: 'Continue' }).click()
    }
    await giveAddress('ada@elsewhere.example')
    await browser.getByRole('alert').waitFor()
    await look(browser, 'another-account')
    await browser.getByRole('button', { name: 'Use another account' }).click()
    await giveAddress('ada@example.com')
    await browser.getByRole('heading', { name: 'Back to Figma' }).waitFor()
    await browser.getByText('You are signed in as ada@example.com').waitFor()

    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
    expect(file.errors).toEqual([])
    await file.close()
  })
})
