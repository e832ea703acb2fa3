import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_CLIENT_ID } from '../cliquify/credentials.ts'
import type { SettingsChange } from '../cliquify/settings.ts'
import { some } from '../deep.ts'
import { answer, openErrorDesk, SAID, type ErrorDesk } from './error-desk.ts'
import { screenshot } from './screenshot.ts'

let errors: ErrorDesk
beforeAll(async () => {
  errors = await openErrorDesk()
})
afterEach(() => errors.desk.cliquify.reset())
afterAll(() => errors.desk.close())

describe('a person who checks the connection', () => {
  it('and meets a gateway whose error may not be read is told that Cliquify is in trouble', async () => {
    await errors.pressConnect()
    await errors.file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await errors.button('Settings').click()
    await errors.button('Disconnect').waitFor()
    errors.desk.cliquify.configure({ cors: 'none' })
    await errors.button('Check connection').click()
    await errors.expectAlert(/not answering properly/, 'Retry')
    errors.desk.cliquify.configure({ cors: 'all' })
    await errors.file.alert.getByRole('button', { name: 'Retry' }).click()
    await errors.file.status.filter({ hasText: /works until/ }).waitFor()
    await errors.button('Back to the library').click()
    await errors.leave()
  })

  it.each(some(['Invalid or expired token.', 'Token required.'], 1))(
    'and learns that Cliquify has ended it (%s) can connect again from there',
    async (message) => {
      await errors.pressConnect()
      await errors.file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
      errors.desk.cliquify.addFault({
        path: '/oauth/introspect',
        effect: answer(422, { success: false, message }),
      })
      await errors.button('Settings').click()
      await errors.button('Check connection').click()
      await errors.expectAlert(/has ended\. Connect again/, 'Connect again')
      await errors.file.alert.getByRole('button', { name: 'Connect again' }).click()
      expect(await errors.file.plugin.getByLabel('Client ID').inputValue()).toBe(SAMPLE_CLIENT_ID)
    },
  )
})

describe('an account that does not offer everything', () => {
  it('has each missing list told on its own screen, and the rest works', async () => {
    errors.desk.cliquify.configure({ paths: { logos: 'none' } })
    for (const path of ['/api/templates', '/api/folders', '/api/asset-tags', '/api/assets/tags']) {
      errors.desk.cliquify.addFault({ path, effect: answer(404, { message: SAID }) })
    }
    await errors.pressConnect()
    await errors.file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
    const open = async (list: string): Promise<void> => {
      await errors.file.plugin.getByRole('tab', { name: list }).click()
    }
    const told = (list: string): Promise<void> =>
      errors.file.plugin.getByRole('tabpanel').getByText(`does not offer ${list}`).waitFor()
    await open('Logos')
    await told('logos')
    await errors.button('Retry').waitFor()
    await screenshot(errors.file, 'error-not-offered')
    await open('Assets')
    await errors.file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
    expect(await errors.file.alert.count()).toBe(0)
    await open('Templates')
    await told('templates')
    errors.desk.cliquify.clearFaults()
    await errors.button('Retry').click()
    await errors.file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
    await errors.leave()
  })

  const unread: readonly [string, SettingsChange][] = [
    ['offers no brand kits', { paths: { brandKits: 'none', colors: 'none', logos: 'none' } }],
    ['may not read them', { scopes: ['assets:read', 'templates:read'] }],
  ]
  it.each(some(unread, 1))('that %s still has its assets and templates', async (_, change) => {
    errors.desk.cliquify.configure(change)
    await errors.pressConnect()
    const panel = errors.file.plugin.getByRole('tabpanel')
    await panel.getByRole('alert').waitFor()
    await screenshot(errors.file, 'error-no-kits')
    await errors.file.plugin.getByRole('tab', { name: 'Logos' }).click()
    await panel.getByRole('alert').waitFor()
    for (const list of ['Assets', 'Templates']) {
      await errors.file.plugin.getByRole('tab', { name: list }).click()
      await panel.locator('img').first().waitFor()
      expect(await panel.getByRole('alert').count()).toBe(0)
    }
    await errors.leave()
  })
})
