import { describe, expect, it } from 'vitest'
import { DEEP } from '../deep.ts'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import type { OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

async function typeCredentials(file: OpenFile, clientId: string, secret: string): Promise<void> {
  await file.plugin.getByLabel('Client ID').fill(clientId)
  await file.plugin.getByLabel('Client secret', { exact: true }).fill(secret)
  await file.plugin.getByRole('button', { name: 'Connect', exact: true }).click()
}

async function expectTyped(file: OpenFile, clientId: string, secret: string): Promise<void> {
  expect(await file.plugin.getByLabel('Client ID').inputValue()).toBe(clientId)
  expect(await file.plugin.getByLabel('Client secret', { exact: true }).inputValue()).toBe(secret)
}

describe('connecting', () => {
  it('with a wrong secret says so in plain words and keeps what was typed', async () => {
    const file = await desk.openFile()
    await typeCredentials(file, SAMPLE_CLIENT_ID, 'not the secret')
    await file.alert.filter({ hasText: /client ID.*secret/i }).waitFor()
    expect(await file.alert.innerText()).not.toContain('invalid_client')
    await expectTyped(file, SAMPLE_CLIENT_ID, 'not the secret')
    await screenshot(file, 'wrong-secret')
    expect(desk.cliquify.requests.map(({ path }) => path)).toEqual(['/oauth/access-token'])
    await file.close()
  })

  it('to an inactive account sends people to their administrator', async () => {
    desk.cliquify.configure({ enterprise: 'inactive' })
    const file = await desk.openFile()
    await typeCredentials(file, SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET)
    await file.alert.filter({ hasText: /administrator/i }).waitFor()
    await expectTyped(file, SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET)
    await file.close()
  })

  it('without a network says so, keeps what was typed, and works once it is back', async () => {
    const file = await desk.openFile()
    await file.setOffline(true)
    await typeCredentials(file, SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET)
    await file.alert.filter({ hasText: /offline|internet|reach/i }).waitFor()
    await expectTyped(file, SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET)
    await file.setOffline(false)
    await file.plugin.getByRole('button', { name: 'Connect', exact: true }).click()
    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await file.close()
  })

  it('works where Cliquify takes the credentials as JSON only', async () => {
    desk.cliquify.configure({ encoding: 'json', oauthShape: 'flat' })
    const file = await desk.openFile()
    await file.connect()
    expect(
      desk.cliquify.requests
        .filter(({ method, path }) => method === 'POST' && path === '/oauth/access-token')
        .map(({ encoding }) => encoding),
    ).toEqual(['form', 'json'])
    await file.close()
  })

  it('where a gateway answers with a page of HTML is an error like any other', async () => {
    desk.cliquify.addFault({ path: '/oauth/access-token', effect: { type: 'html', status: 200 } })
    const file = await desk.openFile()
    await typeCredentials(file, SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET)
    await file.alert.waitFor()
    expect(await file.alert.innerText()).not.toContain('<')
    await file.close()
  })
})

describe('disconnecting', () => {
  it.runIf(DEEP)(
    'takes what could not be placed along, which is not for whoever connects next',
    async () => {
      const file = await desk.openConnected()
      await file.plugin.getByRole('tab', { name: 'Logos' }).click()
      const logo = file.plugin
        .getByRole('tabpanel')
        .getByRole('listitem')
        .getByRole('button')
        .first()
      await logo.waitFor()
      desk.cliquify.addFault({
        path: '/media/*',
        effect: { type: 'status', status: 404, body: '' },
      })
      await logo.click()
      await file.alert.first().waitFor()
      await file.plugin.getByRole('button', { name: 'Settings' }).click()
      await file.plugin.getByRole('button', { name: 'Disconnect' }).click()
      await file.plugin.getByLabel('Client ID').waitFor()
      await file.connect()
      await file.plugin.getByRole('tab', { name: 'Logos' }).click()
      await logo.waitFor()
      expect(await file.alert.count()).toBe(0)
      await file.close()
    },
  )
})

describe('the library', () => {
  it('opened offline says so and goes on by itself once the network is back', async () => {
    const file = await desk.openConnected()
    await file.setOffline(true)
    await file.run('open')
    await file.alert
      .filter({ hasText: /offline|internet|reach/i })
      .first()
      .waitFor()
    await screenshot(file, 'offline')
    await file.setOffline(false)
    await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
    await file.close()
  })

  it('shows with the reason what of a list could not be read, and all the rest', async () => {
    const url = 'https://cdn.thecliquify.co/good.png'
    const body = { data: [{ colour: 'none' }, { id: 1, name: 'Readable', url }, 7] }
    const effect = { type: 'status', status: 200, body } as const
    desk.cliquify.addFault({ path: '/api/brand-kits/*/logos', effect })
    desk.cliquify.addFault({ path: '/api/assets', effect })
    desk.cliquify.addFault({ path: '/api/templates', effect })
    const file = await desk.openConnected()
    const panel = file.plugin.getByRole('tabpanel')
    for (const tab of ['Logos', 'Assets', 'Templates']) {
      await file.plugin.getByRole('tab', { name: tab }).click()
      await panel.getByRole('button', { name: 'Readable', exact: true }).waitFor()
      await panel.getByText('2 could not be read').click()
      const reasons = await panel.locator('details li').allInnerTexts()
      expect(reasons).toHaveLength(2)
      for (const reason of reasons) expect(reason).toMatch(/\S.*\.$/)
    }
    await file.close()
  })

  it.runIf(DEEP)('shows which folders could not be read beside those that could', async () => {
    const body = { data: [{ id: 7, name: 'Press' }, { name: 'No id' }] }
    desk.cliquify.addFault({ path: '/api/folders', effect: { type: 'status', status: 200, body } })
    const file = await desk.openConnected()
    await file.plugin.getByRole('tab', { name: 'Assets' }).click()
    await file.plugin.getByRole('button', { name: 'Folders', exact: true }).click()
    await file.plugin.getByRole('treeitem', { name: 'Press' }).waitFor()
    await file.plugin.getByText('1 folder could not be read').click()
    await file.plugin.getByText('No id').waitFor()
    await screenshot(file, 'folders-skipped')
    await file.close()
  })

  it.runIf(DEEP)(
    'goes on by itself though the network was back before anybody was told',
    async () => {
      const file = await desk.openConnected()
      await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
      const frame = file.page.frames().find((each) => each.url().startsWith('data:'))
      /** Offline when the next request fails, and online by the time that its failure is shown. */
      const blink = async (): Promise<void> => {
        await frame?.evaluate(() => {
          let asked = 0
          Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => ++asked > 1 })
        })
      }
      await blink()
      const path = '/api/brand-kits/12/colors'
      desk.cliquify.addFault({ path, times: 1, effect: { type: 'cut' } })
      await file.plugin.getByLabel('Brand kit').selectOption({ label: 'Northwind Studio' })
      await file.plugin.getByText('Signal', { exact: true }).waitFor()
      const asked = (of: string): number =>
        desk.cliquify.requests.filter(({ method, path: to }) => method === 'GET' && to === of)
          .length
      expect(asked(path)).toBe(2)
      // Long lists are loaded in another way.
      await blink()
      desk.cliquify.addFault({ path: '/api/templates', times: 1, effect: { type: 'cut' } })
      await file.plugin.getByRole('tab', { name: 'Templates' }).click()
      await file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
      expect(asked('/api/templates')).toBe(2)
      await file.close()
    },
  )

  it('waits out a rate limit by itself, and says how long', async () => {
    // A window before it would take the limit for a request of its own.
    const file = await desk.openConnected({ command: null })
    desk.cliquify.addFault({
      path: '/api/*',
      times: 1,
      effect: { type: 'rate-limited', seconds: 3 },
    })
    await file.run('open')
    await file.status.filter({ hasText: /\d+ s/ }).waitFor()
    await screenshot(file, 'rate-limited')
    await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
    await file.close()
  })

  it('asks to connect again when the token has expired, with the client ID filled in', async () => {
    const file = await desk.openConnected()
    desk.cliquify.expireTokens()
    await file.run('open')
    await file.alert.first().waitFor()
    await screenshot(file, 'expired')
    const again = file.plugin.getByRole('button', { name: 'Connect again' })
    if (await again.count()) await again.first().click()
    await expect.poll(() => file.plugin.getByLabel('Client ID').inputValue()).toBe(SAMPLE_CLIENT_ID)
    await file.plugin.getByLabel('Client secret', { exact: true }).fill(SAMPLE_CLIENT_SECRET)
    await file.plugin.getByRole('button', { name: 'Connect', exact: true }).click()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
    await file.close()
  })

  it('renews an expired token in silence where the secret is remembered', async () => {
    const file = await desk.openFile()
    await file.plugin.getByLabel('Remember secret on this device').check()
    await file.connect()
    desk.cliquify.expireTokens()
    await file.run('open')
    await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })

  it('offers Retry when Cliquify is down, and Retry works', async () => {
    const file = await desk.openConnected()
    desk.cliquify.addFault({ path: '/api/*', effect: { type: 'html', status: 502 } })
    await file.run('open')
    await file.plugin.getByRole('button', { name: 'Retry' }).first().waitFor()
    desk.cliquify.clearFaults()
    await file.plugin.getByRole('button', { name: 'Retry' }).first().click()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
    await file.close()
  })
})
