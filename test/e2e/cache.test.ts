import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { DEEP } from '../deep.ts'
import { SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import type { OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { damageStoredBrand, editStored, recordIn, storedBrand, storedText } from './stored.ts'
import { useDesk } from './use-desk.ts'

const KIT = 'Northwind Studio'
const COLOR = 'Signal'
/** Longer than any of these tests waits for something on screen. */
const SLOW_MS = 20_000

const desk = useDesk()

/** The replies that the device holds, by list. */
async function repliesOf(file: OpenFile): Promise<Readonly<Record<string, unknown>>> {
  return recordIn(await storedBrand(file), 'replies')
}

/** Chooses the kit, and looks at each of these tabs until the device holds them. */
async function lookAround(file: OpenFile, ...tabs: readonly string[]): Promise<void> {
  await file.plugin.getByLabel('Brand kit').selectOption({ label: KIT })
  await file.plugin.getByText(COLOR, { exact: true }).waitFor()
  await expect.poll(() => repliesOf(file)).toHaveProperty(['colors:12'])
  for (const name of tabs) {
    await file.plugin.getByRole('tab', { name }).click()
    await file.plugin.getByRole('tabpanel').getByRole('listitem').first().waitFor()
    const key = name === 'Logos' ? 'logos:12' : name.toLowerCase()
    await expect.poll(() => repliesOf(file)).toHaveProperty([key])
  }
}

/**
 * The first item that begins in view, and how far below the panel's top. Not the panel's offset:
 * it changes with what comes above the list.
 */
async function firstInView(panel: Locator): Promise<{ text: string; y: number }> {
  return panel.evaluate((element) => {
    const { top } = element.getBoundingClientRect()
    const items = [...element.querySelectorAll('[role=listitem], li')]
    const places = items.map((item) => ({
      text: item.textContent,
      y: item.getBoundingClientRect().top - top,
    }))
    const first = places.filter(({ y }) => y >= 0).sort((one, other) => one.y - other.y)[0]
    if (first === undefined) throw new Error('no item is in view')
    return first
  })
}

async function colorIsShown(file: OpenFile): Promise<void> {
  await file.plugin.getByText(COLOR, { exact: true }).waitFor({ timeout: 10_000 })
}

describe('opening the window again', () => {
  it('shows the last known colors at once, however slow Cliquify is', async () => {
    const file = await desk.openConnected()
    await lookAround(file)
    desk.cliquify.addFault({ path: '/api/*', effect: { type: 'delay', ms: SLOW_MS } })
    await file.run('open')
    await colorIsShown(file)
    expect(await file.alert.count()).toBe(0)
    expect(await file.plugin.getByLabel('Brand kit').inputValue()).toBe('12')
    await file.close()
  })

  it.runIf(DEEP)('shows the last known logos, assets and templates too', async () => {
    const file = await desk.openConnected()
    await lookAround(file, 'Logos', 'Templates', 'Assets')
    desk.cliquify.addFault({ path: '/api/*', effect: { type: 'delay', ms: SLOW_MS } })
    await file.run('open')
    for (const name of ['Assets', 'Logos', 'Templates']) {
      await file.plugin.getByRole('tab', { name }).click()
      await file.plugin
        .getByRole('tabpanel')
        .getByRole('listitem')
        .first()
        .waitFor({ timeout: 10_000 })
    }
    await file.close()
  })

  it('brings what changed in Cliquify behind it', async () => {
    const file = await desk.openConnected()
    await lookAround(file)
    desk.cliquify.edit({ type: 'rename-color', kitId: 12, colorId: 1202, name: 'Beacon' })
    await file.run('open')
    await file.plugin.getByText('Beacon', { exact: true }).waitFor()
    expect(await file.plugin.getByText(COLOR, { exact: true }).count()).toBe(0)
    await expect.poll(() => storedText(file)).toContain('Beacon')
    await file.close()
  })

  it.runIf(DEEP)('keeps the place in a list while it is refreshed', async () => {
    const file = await desk.openConnected()
    await lookAround(file, 'Assets')
    desk.cliquify.addFault({ path: '/api/*', effect: { type: 'delay', ms: 3000 } })
    desk.cliquify.forgetRequests()
    await file.run('open')
    const panel = file.plugin.getByRole('tabpanel')
    await panel.getByRole('listitem').first().waitFor()
    await panel.evaluate((element) => element.scrollTo(0, 400))
    const before = await firstInView(panel)
    const isRefreshed = (): boolean =>
      desk.cliquify.requests.some(({ path, status }) => path === '/api/assets' && status === 200)
    await expect.poll(isRefreshed, { timeout: 10_000 }).toBe(true)
    await file.plugin.getByRole('button', { name: 'Load more' }).waitFor({ state: 'attached' })
    const after = await firstInView(panel)
    expect(after.text).toBe(before.text)
    expect(Math.abs(after.y - before.y)).toBeLessThan(2)
    await file.close()
  })

  it('goes without a word where what was saved is damaged', async () => {
    const file = await desk.openConnected()
    await lookAround(file)
    await damageStoredBrand(file)
    await colorIsShown(file)
    expect(await file.alert.count()).toBe(0)
    expect(file.errors).toEqual([])
    await file.close()
  })
})

describe('offline', () => {
  it('shows the last known brand with its time, and goes on by itself once online', async () => {
    const file = await desk.openConnected()
    await lookAround(file, 'Logos')
    await file.setOffline(true)
    await file.run('open')
    await file.plugin.getByRole('tab', { name: 'Colors' }).click()
    await colorIsShown(file)
    const note = file.plugin.getByRole('tabpanel').getByText(/^Offline, as of .*\d\d:\d\d/)
    await note.waitFor()
    expect(await file.alert.count()).toBe(1)
    expect(await file.status.innerText()).not.toContain('Offline')
    await screenshot(file, 'offline-colors')
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    await file.plugin.getByRole('tabpanel').getByRole('listitem').first().waitFor()
    await note.waitFor()
    await screenshot(file, 'offline-logos')
    await file.setOffline(false)
    await note.waitFor({ state: 'detached' })
    await file.close()
  })

  it.runIf(DEEP)('says so once, also where more than one thing failed for it', async () => {
    const file = await desk.openConnected()
    await lookAround(file)
    await file.setOffline(true)
    await file.run('open')
    await file.alert.getByText(/^Offline, as of/).waitFor()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.alert.getByText('You are offline').waitFor()
    expect(await file.alert.count()).toBe(1)
    await screenshot(file, 'offline-sync')
    for (const name of ['Logos', 'Templates', 'Assets']) {
      await file.plugin.getByRole('tab', { name }).click()
      await file.plugin.getByRole('tabpanel', { name }).getByText('You are offline').waitFor()
      await expect.poll(() => file.alert.count()).toBe(1)
    }
    await file.plugin.getByRole('button', { name: 'Filters' }).click()
    await file.plugin.getByText('Not all tags could be loaded.').waitFor()
    expect(await file.alert.count()).toBe(1)
    await screenshot(file, 'offline-assets')
    await file.close()
  })

  it('goes on with a sync by itself once online', async () => {
    const file = await desk.openConnected()
    await lookAround(file)
    await file.setOffline(true)
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.alert.getByText('You are offline').waitFor()
    await file.setOffline(false)
    await file.plugin.getByRole('heading', { name: 'Review changes' }).waitFor()
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })

  it.runIf(DEEP)('still places what was fetched before', async () => {
    const file = await desk.openConnected()
    await lookAround(file, 'Logos')
    const tile = file.plugin.getByRole('tabpanel').getByRole('listitem').first().getByRole('button')
    await tile.click()
    await file.status.filter({ hasText: /placed in/ }).waitFor()
    await file.setOffline(true)
    await tile.click()
    await expect.poll(async () => (await file.placed()).length).toBe(2)
    await file.close()
  })
})

describe('a refresh that fails', () => {
  it('leaves what is there, says why, and offers what to do', async () => {
    const file = await desk.openConnected()
    await lookAround(file)
    desk.cliquify.addFault({ path: '/api/*', effect: { type: 'html', status: 503 } })
    await file.run('open')
    await file.alert.filter({ hasText: /Shown as of/ }).waitFor()
    await colorIsShown(file)
    await screenshot(file, 'refresh-failed')
    desk.cliquify.clearFaults()
    await file.alert.getByRole('button', { name: 'Retry' }).click()
    await file.alert.waitFor({ state: 'detached' })
    await colorIsShown(file)
    await file.close()
  })

  it.runIf(DEEP)(
    'together with others of the same cause is told once, and one Retry is for all',
    async () => {
      const file = await desk.openConnected()
      await lookAround(file)
      desk.cliquify.addFault({ path: '/api/*', effect: { type: 'html', status: 503 } })
      await file.run('open')
      await file.alert.filter({ hasText: /Shown as of/ }).waitFor()
      await file.plugin.getByRole('tab', { name: 'Assets' }).click()
      // The problem of the assets, once they were tried often enough, in the place of the note.
      await file.alert
        .filter({ hasText: 'Cliquify is not answering properly', hasNotText: 'Shown as of' })
        .waitFor()
      await expect.poll(() => file.alert.count()).toBe(1)
      desk.cliquify.clearFaults()
      await file.alert.getByRole('button', { name: 'Retry' }).click()
      await file.plugin.getByRole('button', { name: 'Folders', exact: true }).waitFor()
      await file.plugin.getByRole('tabpanel').getByRole('listitem').first().waitFor()
      await expect.poll(() => file.alert.count()).toBe(0)
      await file.plugin.getByRole('tab', { name: 'Colors' }).click()
      await colorIsShown(file)
      expect(await file.alert.count()).toBe(0)
      await file.close()
    },
  )

  it('because the connection has ended asks to connect again above what is there', async () => {
    const file = await desk.openConnected()
    await lookAround(file)
    desk.cliquify.expireTokens()
    await file.run('open')
    await file.alert.getByRole('button', { name: 'Connect again' }).waitFor()
    await colorIsShown(file)
    await file.close()
  })
})

describe('what is kept', () => {
  it('holds no secret and no token, and is gone after Disconnect', async () => {
    const file = await desk.openConnected()
    await lookAround(file)
    const cache = JSON.stringify(await storedBrand(file))
    expect(cache).toContain(COLOR)
    expect(cache).not.toContain(SAMPLE_CLIENT_SECRET)
    expect(cache).not.toMatch(/token|secret/i)
    await file.plugin.getByRole('button', { name: 'Settings' }).click()
    await file.plugin.getByRole('button', { name: 'Disconnect' }).click()
    await file.plugin.getByLabel('Client ID').waitFor()
    await expect.poll(() => storedText(file)).not.toContain(COLOR)
    await file.close()
  })

  it.runIf(DEEP)('is not shown to another client', async () => {
    const file = await desk.openConnected()
    await lookAround(file)
    desk.cliquify.addFault({ path: '/api/*', effect: { type: 'delay', ms: SLOW_MS } })
    desk.cliquify.forgetRequests()
    await editStored(file, 'session', (session) => ({ ...session, clientId: 'another-client' }))
    await file.plugin.getByRole('button', { name: 'Settings' }).waitFor()
    await expect.poll(() => desk.cliquify.faults.length).toBe(1)
    expect(await file.plugin.getByText(COLOR, { exact: true }).count()).toBe(0)
    expect(await file.plugin.getByText(KIT, { exact: true }).count()).toBe(0)
    await file.close()
  })
})
