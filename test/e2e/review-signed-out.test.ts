import { describe, expect, it } from 'vitest'
import { agree, ALL, beSent, box, button, connectPage, signIn, write } from './review-desk.ts'
import { useReview } from './use-review.ts'

const review = useReview()

describe('what a person has written for a review', () => {
  it('stays where somebody is signed out of the relay, until they have signed in again', async () => {
    const { desk, file } = review()
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
    const { desk, file } = review()
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
