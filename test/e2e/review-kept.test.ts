import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OpenFile } from './desk.ts'
import {
  ADA,
  agree,
  ALL,
  beSent,
  box,
  button,
  connectPage,
  openReviewDesk,
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
  it('is sent to a channel of the list only, with a link of Figma’s or none', async () => {
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
    await write(file)
    await button(file, 'Send for review').dblclick()
    await beSent(file)
    expect(desk.names()).toEqual(ALL)
  })

  it.each([
    ['the channel is gone', 'no longer in Zoho Cliq', () => void (brand().state = 'left')],
    ['nobody may post there', 'You may not post', () => void (brand().state = 'read-only')],
    ['the connection breaks', 'The note may have arrived', () => cut()],
    [
      'pictures are too large',
      'is too large for Zoho',
      () => desk.zoho.configure({ largestFile: 1 }),
    ],
  ])('stays where %s', async (_, says, prepare) => {
    await write(file)
    prepare()
    await button(file, 'Send for review').click()
    await file.alert.filter({ hasText: says }).waitFor()
    await button(file, 'Edit').click()
    expect(await file.plugin.getByLabel('Note').inputValue()).toBe('Is this ours?')
    expect(await file.plugin.getByLabel('Channel').inputValue()).toBe('#Brand')
    await button(file, 'Back to the library').click()
  })

  it('is sent once Zoho is connected again, and can be read offline', async () => {
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

function brand(): ReturnType<ReviewDesk['zoho']['channel']> {
  return desk.zoho.channel('brand')
}

function cut(): void {
  desk.zoho.addFault({ path: /message$/, effect: { type: 'cut', at: 'start' } })
}
