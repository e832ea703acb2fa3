import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCompany, type Company } from '../relay/company.ts'
import { look, openRelayDesk, RELAY_ORIGIN, signInPage, type RelayDesk } from './relay-desk.ts'

let company: Company
let desk: RelayDesk
beforeAll(async () => {
  company = await openCompany({ redirectUri: `${RELAY_ORIGIN}/login/callback` })
  desk = await openRelayDesk(company.environment)
})
afterAll(async () => {
  await desk.close()
  await company.close()
})

describe('a team whose company signs its people in', () => {
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
