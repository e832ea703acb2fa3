import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveInvitation, openRelayDesk, signInPage, type RelayDesk } from './relay-desk.ts'
import { apply, review } from './syncing.ts'

let desk: RelayDesk
beforeAll(async () => {
  desk = await openRelayDesk()
})
afterAll(() => desk.close())

describe('a team’s relay', () => {
  it('tells colleagues where styles are published, which Figma lists to nobody', async () => {
    const file = await desk.openFile({ command: null })
    const { page, plugin } = file
    const signIn = async (name: string): Promise<void> => {
      const browser = await signInPage(file)
      await giveInvitation(browser, await desk.administer((people) => people.invite(name)))
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
})
