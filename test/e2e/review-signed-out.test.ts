import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OpenFile } from './desk.ts'
import {
  agree,
  ALL,
  beSent,
  box,
  button,
  connectPage,
  openReviewDesk,
  signIn,
  write,
  type ReviewDesk,
} from './review-desk.ts'

let desk: ReviewDesk
let file: OpenFile

beforeAll(async () => {
  desk = await openReviewDesk()
  file = await desk.openConnected('Ada')
})
afterAll(() => desk.close())
beforeEach(() => desk.beginAnew(file))

describe('what a person has written for a review', () => {
  it('stays where somebody is signed out of the relay, until they have signed in again', async () => {
    await write(file)
    await desk.administer((people) => people.revoke('Ada'))
    await button(file, 'Send for review').click()
    await file.alert.filter({ hasText: 'The connection to Cliquify has ended.' }).waitFor()
    await button(file, 'Sign in again').click()
    await signIn(file, await desk.administer((people) => people.invite('Ada')))
    await button(file, 'Send for review').click()
    await button(file, 'Retry').click()
    await agree(await connectPage(file))
    await beSent(file)
    expect(desk.names()).toEqual(ALL)
  })

  it('is not for whoever signs in next', async () => {
    await write(file)
    desk.zoho.channel('brand').state = 'left'
    await button(file, 'Send for review').click()
    await button(file, 'Retry').waitFor()
    await button(file, 'Back to the library').click()
    await button(file, 'Settings').click()
    await button(file, 'Disconnect').click()
    await signIn(file, await desk.administer((people) => people.invite('Bo')))
    await button(file, 'Send for review').click()
    await agree(await connectPage(file))
    await box(file, 'Badge').waitFor()
    expect(await file.plugin.getByLabel('Note').inputValue()).toBe('')
    await button(file, 'Back to the library').click()
  })
})
