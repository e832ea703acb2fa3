import { describe, expect, it } from 'vitest'
import type { Post } from '../zoho/world.ts'
import type { OpenFile } from './desk.ts'
import { ALL, beSent, box, button, idOf, LINK, write } from './review-desk.ts'
import { storedText } from './stored.ts'
import { useReview } from './use-review.ts'

const review = useReview()

/** Width and height of what Chromium reads of a picture. */
function sizeOf({ page }: OpenFile, post: Post | undefined): Promise<readonly number[]> {
  const bytes = post?.is === 'file' ? [...post.bytes] : []
  return page.evaluate(async (all) => {
    const { width, height } = await createImageBitmap(new Blob([Uint8Array.from(all)]))
    return [width, height]
  }, bytes)
}

describe('designs that are sent for review', () => {
  it('are in the channel with note and link, once, and the file knows', async () => {
    const { desk, file } = review()
    const { plugin } = file
    await file.select([await idOf(file, 'Landing page'), await idOf(file, 'Card')])
    await box(file, 'Landing page').waitFor()
    await write(file)
    await box(file, 'Add the brand check’s result').check()
    await button(file, 'Send for review').click()
    await plugin.getByRole('heading', { name: 'Sent to #Brand' }).waitFor()
    expect(desk.names()).toEqual(['message', 'Landing page.png', 'Card.png'])
    const [message, landing, card] = desk.posts()
    const text = JSON.stringify(message)
    expect(text).toMatch(/"Is this ours\?\\n[^"]+: \d+ % on brand: \d+ linked, \d+ not\."/)
    const id = (await idOf(file, 'Landing page')).replace(':', '-')
    expect(text).toContain(`"${LINK}?node-id=${id}"`)
    expect(await sizeOf(file, landing)).toEqual([1024, 683])
    expect(await sizeOf(file, card)).toEqual([1024, 885])
    await file.status.filter({ hasText: '2 designs sent to #Brand.' }).waitFor()
    const layer = (await file.layers()).find(({ name }) => name === 'Card')
    expect(layer?.relaunchData).toMatchObject({ 'send-for-review': 'In review in #Brand' })
    await button(file, 'Send more').click()
    await plugin
      .getByText(/^In #Brand since today at /)
      .first()
      .waitFor()
    expect(await plugin.getByLabel('Link to this file').inputValue()).toBe(LINK)
    expect(await plugin.getByLabel('Note').inputValue()).toBe('')
    expect(desk.zoho.leaks(await storedText(file))).toBe(false)
    expect(file.errors).toEqual([])
    await button(file, 'Back to the library').click()
  })

  it('are not posted twice where the connection broke after one had arrived', async () => {
    const { desk, file } = review()
    await write(file)
    desk.zoho.addFault({ path: /files$/, effect: { type: 'cut', at: 'end' } })
    await button(file, 'Send for review').click()
    await file.alert.filter({ hasText: 'Picture 1 may have arrived' }).waitFor()
    await file.plugin.getByText('Badge may have arrived: look in the channel').waitFor()
    await file.plugin.getByText('Badge in use not sent').waitFor()
    expect(await file.status.textContent()).toBe('')
    await button(file, 'Retry').click()
    await beSent(file)
    expect(desk.names()).toEqual(ALL)
  })

  it('are not posted twice where the plugin lost the relay meanwhile', async () => {
    const { desk, file } = review()
    await write(file)
    const answer = desk.hold()
    await button(file, 'Send for review').click()
    await expect.poll(desk.names).toContain('Badge.png')
    await file.setOffline(true)
    await button(file, 'Cancel').click()
    await button(file, 'Retry').waitFor()
    answer()
    await file.setOffline(false)
    await button(file, 'Retry').click()
    await beSent(file)
    expect(desk.names()).toEqual(ALL)
  })

  it('stop at Cancel, and the rest follows on Retry', async () => {
    const { desk, file } = review()
    await write(file)
    const answer = desk.hold()
    await button(file, 'Send for review').click()
    await expect.poll(desk.names).toContain('Badge.png')
    const cancelled = file.page.waitForResponse(/cancel$/)
    await button(file, 'Cancel').click()
    await cancelled
    answer()
    await file.alert.filter({ hasText: 'This was cancelled. Press Retry for the rest.' }).waitFor()
    expect(desk.names()).toEqual(ALL.slice(0, 2))
    await button(file, 'Retry').click()
    await beSent(file)
    expect(desk.names()).toEqual(ALL)
  })

  it('are those that are selected, or chosen from the page’s', async () => {
    const { file } = review()
    await file.select([await idOf(file, 'Badge in use')])
    await expect.poll(() => box(file, 'Badge').count()).toBe(0)
    expect(await box(file, 'Badge in use').isChecked()).toBe(true)
    await file.select([])
    await box(file, 'Badge').waitFor()
    expect(await box(file, 'Badge').isChecked()).toBe(false)
    await box(file, 'Badge in use').uncheck()
    expect(await button(file, 'Send for review').isDisabled()).toBe(true)
    await button(file, 'Back to the library').click()
  })
})
