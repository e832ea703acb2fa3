import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { DEEP } from '../deep.ts'
import { RELAY_HOST } from './desk.ts'
import { dragTile } from './drag-tile.ts'
import {
  giveInvitation,
  look,
  openRelayDesk,
  RELAY_ORIGIN,
  signInPage,
  type RelayDesk,
} from './relay-desk.ts'
import { storedText } from './stored.ts'

let desk: RelayDesk
beforeAll(async () => {
  desk = await openRelayDesk()
})
afterAll(() => desk.close())

describe('a build for a team’s relay', () => {
  it('is as small as any other', async () => {
    const page = await readFile(join(desk.pluginDir, 'ui.html'))
    const script = await readFile(join(desk.pluginDir, 'plugin.js'))
    expect(gzipSync(page).byteLength).toBeLessThanOrEqual(115_000)
    expect(script.byteLength).toBeLessThanOrEqual(95_000)
  })

  it('signs in in the browser, syncs, and never sees the secret', async () => {
    const file = await desk.openFile()
    const { plugin } = file
    await expect.poll(() => plugin.getByLabel('Client secret').count()).toBe(0)
    const browser = await signInPage(file)
    expect(browser.url()).toMatch(`${RELAY_ORIGIN}/login/`)
    await look(browser, 'invitation')
    await giveInvitation(browser, 'a wrong one')
    await browser.getByRole('alert').waitFor()
    await look(browser, 'wrong-invitation')
    await giveInvitation(browser, await desk.administer((people) => people.invite('Ada')))
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
    const name = desk.cliquify.brand.kits[0]?.logos[0]?.name ?? ''
    const at = { x: 100, y: -150 }
    await dragTile(file, name, await file.toScreen(at.x, at.y))
    await expect.poll(async () => (await file.placed()).length).toBe(1)
    const [placed] = await file.placed()
    expect((placed?.absoluteX ?? NaN) + (placed?.width ?? NaN) / 2).toBeCloseTo(at.x, -1)
    expect((placed?.absoluteY ?? NaN) + (placed?.height ?? NaN) / 2).toBeCloseTo(at.y, -1)

    const hosts = new Set(file.requests.map((url) => new URL(url).host))
    expect([...hosts]).toEqual([RELAY_HOST])
    const stored = await storedText(file)
    expect(desk.cliquify.leaks(stored)).toBe(false)
    expect(stored).not.toContain(SAMPLE_CLIENT_SECRET)
    expect(file.errors).toEqual([])
    await plugin.getByRole('button', { name: 'Settings' }).click()
    await plugin.getByText('Signed in as').waitFor()
    await plugin.getByText('Ada', { exact: true }).waitFor()
    await plugin.getByText('You will be asked to sign in again.').waitFor()

    // Whoever is revoked reads one sentence, and can sign in again.
    await desk.administer((people) => people.revoke('Ada'))
    await plugin.getByRole('button', { name: 'Check connection' }).click()
    await file.alert.filter({ hasText: 'has ended. Sign in again.' }).waitFor()
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
      await giveInvitation(browser, await desk.administer((people) => people.invite('Bo')))
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
      await giveInvitation(browser, await desk.administer((people) => people.invite('Dan')))
      const { plugin } = file
      await plugin.getByText('Aurora Green', { exact: true }).waitFor()
      desk.cliquify.setOffline(true)
      desk.passTime(3_600_000)
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
      desk.cliquify.setOffline(false)
      await plugin.getByRole('button', { name: 'Retry' }).click()
      await note.waitFor({ state: 'detached' })
      await file.close()
    },
  )

  it.runIf(DEEP)('says in one sentence that the relay itself has lost its way in', async () => {
    const file = await desk.openFile()
    const browser = await signInPage(file)
    desk.cliquify.configure({ enterprise: 'inactive' })
    desk.cliquify.expireTokens()
    await giveInvitation(browser, await desk.administer((people) => people.invite('Cleo')))
    await file.plugin.getByRole('tab', { name: 'Templates' }).click()
    await expect
      .poll(async () => (await file.alert.allTextContents()).join())
      .toContain('Your team’s relay can no longer sign in to Cliquify.')
    await file.close()
  })
})
