import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jpeg, png, uint32 } from '../ui/media/files.ts'
import { openMediaDesk, type MediaDesk } from './media-desk.ts'

let media: MediaDesk
beforeAll(async () => {
  media = await openMediaDesk()
})
afterAll(() => media.desk.close())

describe('what cannot be placed is told in a sentence, and nothing is left', () => {
  const bomb = png({ width: 1, height: 1 })
  bomb.set([...uint32(20_000), ...uint32(20_000)], 16)
  const pattern = (at: number): string =>
    `<pattern id="p${at}" width="1" height="1">${`<rect width="1" height="1" fill="url(#p${at + 1})"/>`.repeat(10)}</pattern>`
  const laughs = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg">${Array.from({ length: 9 }, (_, at) => pattern(at)).join('')}<rect width="9" height="9" fill="url(#p0)"/></svg>`,
  )
  const spoiled = png({ width: 40, height: 40 }).map((byte, at) => (at === 60 ? byte ^ 0xff : byte))

  beforeAll(async () => {
    // On a slow machine the thumbnail would come first, and stay; see placing.test.ts for that.
    await media.file.page.route(
      (url) => url.pathname.startsWith('/media/thumbs/'),
      (route) => route.abort(),
    )
    await media.file.run('open')
    await media.find()
  })

  it.each([
    ['an empty file', new Uint8Array(), 'is an empty file'],
    ['half of a picture', jpeg({ width: 640, height: 480 }).subarray(0, 900), 'is incomplete'],
    ['a spoiled picture', spoiled, 'is a broken file'],
    ['a picture of 400 megapixels', bomb, 'is too large: 20000 × 20000 px'],
    [
      'a page of HTML',
      Buffer.from('<!doctype html><title>Sign in</title>'),
      'web page came back instead of',
    ],
    ['a PDF', Buffer.from('%PDF-1.7'), 'is a PDF'],
    ['a drawing that repeats itself', laughs, 'is an SVG that is too complex'],
    ['a Word document', Buffer.from('PK\x03\x04word/document.xml', 'latin1'), 'is a Word document'],
    ['a broken SVG', Buffer.from('<svg><g></svg>'), 'is a broken file'],
  ])('%s', async (_, bytes, sentence) => {
    media.answerWith(bytes)
    await media.file.plugin.getByRole('button', { name: media.shown, exact: true }).click()
    const alert = media.file.plugin.getByRole('alert').filter({ hasText: sentence })
    await alert.first().waitFor()
    expect(await media.file.placed()).toEqual([])
    await media.file.plugin
      .getByRole('button', { name: /^Dismiss/ })
      .first()
      .click()
  })
})
