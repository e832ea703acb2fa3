import { describe, expect, it } from 'vitest'
import type { Zoho } from '../zoho/server.ts'
import { ADA, agree, ALL, beSent, box, button, connectPage, write } from './review-desk.ts'
import { useReview } from './use-review.ts'

const review = useReview()

describe('what a person has written for a review', () => {
  it('is sent to a channel of the list only, with a link of Figma’s or none', async () => {
    const { desk, file } = review()
    await write(file, '#Nowhere')
    const link = file.plugin.getByLabel('Link to this file')
    await link.fill('https://example.org/')
    await button(file, 'Send for review').click()
    await file.plugin.getByText('Choose one of your channels.').waitFor()
    await file.plugin.getByLabel('Channel').fill('web shop')
    await file.plugin.getByText('Paste what “Copy link” under Share in Figma gives.').waitFor()
    await link.fill('')
    await button(file, 'Send for review').click()
    await beSent(file, '#Web shop')
    expect(desk.zoho.channel('webshop').posts).toHaveLength(3)
  })

  it('is neither cut nor sent where it is too long', async () => {
    const { desk, file } = review()
    await write(file)
    const note = file.plugin.getByLabel('Note')
    await note.fill('x'.repeat(4000))
    await button(file, 'Send for review').click()
    await file.plugin.getByText('Use at most 3800 characters.').waitFor()
    expect(await note.inputValue()).toHaveLength(4000)
    await note.fill('')
    await button(file, 'Back to the library').click()
    expect(desk.names()).toEqual([])
  })

  it('is sent by a double click, whose second click cancels nothing', async () => {
    const { desk, file } = review()
    await write(file)
    await button(file, 'Send for review').dblclick()
    await beSent(file)
    expect(desk.names()).toEqual(ALL)
  })

  it.each<[where: string, says: string, prepare: (zoho: Zoho) => void]>([
    [
      'the channel is gone',
      'no longer in Zoho Cliq',
      (zoho) => void (zoho.channel('brand').state = 'left'),
    ],
    [
      'nobody may post there',
      'You may not post',
      (zoho) => void (zoho.channel('brand').state = 'read-only'),
    ],
    [
      'the connection breaks',
      'The note may have arrived',
      (zoho) => zoho.addFault({ path: /message$/, effect: { type: 'cut', at: 'start' } }),
    ],
    [
      'pictures are too large',
      'is too large for Zoho',
      (zoho) => zoho.configure({ largestFile: 1 }),
    ],
  ])('stays where %s', async (_, says, prepare) => {
    const { desk, file } = review()
    await write(file)
    prepare(desk.zoho)
    await button(file, 'Send for review').click()
    await file.alert.filter({ hasText: says }).waitFor()
    await button(file, 'Edit').click()
    expect(await file.plugin.getByLabel('Note').inputValue()).toBe('Is this ours?')
    expect(await file.plugin.getByLabel('Channel').inputValue()).toBe('#Brand')
    await button(file, 'Back to the library').click()
  })

  it('is sent once Zoho is connected again, and can be read offline', async () => {
    const { desk, file } = review()
    await write(file)
    desk.zoho.revokeAll(ADA)
    await button(file, 'Send for review').click()
    await agree(await connectPage(file))
    await beSent(file)
    expect(desk.names()).toEqual(ALL)
    await file.setOffline(true)
    await button(file, 'Send for review').click()
    await file.alert.filter({ hasText: 'You are offline.' }).waitFor()
    await file.setOffline(false)
    await button(file, 'Retry').click()
    await box(file, 'Badge').waitFor()
    await button(file, 'Back to the library').click()
  })
})
