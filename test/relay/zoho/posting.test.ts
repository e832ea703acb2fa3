import { beforeEach, describe, expect, it } from 'vitest'
import type { SentReview } from '../../../shared/review.ts'
import { some } from '../../deep.ts'
import { RUNTIMES } from '../open-relay.ts'
import { formOf, LINK, newId, PICTURES, TINY } from './sample-review.ts'
import { ADA, useZohoRelay } from './use-zoho-relay.ts'

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  const { zoho, person, signIn, ask, connect, send } = useZohoRelay(runtime)

  describe('sending', () => {
    beforeEach(async () => {
      await connect()
    })

    it('posts the note with a button to the file, then the pictures, as they were', async () => {
      const id = newId()
      const sent = await send({ id })
      const review: SentReview = { id, channel: 'brand', parts: ['posted', 'posted', 'posted'] }
      expect(await sent.json()).toEqual(review)
      expect(await (await ask(`/zoho/reviews/${id}`)).json()).toEqual(review)
      const by = ADA.email
      expect(zoho().channel('brand').posts).toEqual([
        {
          is: 'message',
          by,
          body: {
            text: 'Is this ours?',
            card: { title: 'Design for review', theme: 'modern-inline' },
            buttons: [
              {
                label: 'Open in Figma',
                type: '+',
                action: { type: 'open.url', data: { web: LINK } },
              },
            ],
          },
        },
        { is: 'file', by, name: 'Cover 1.png', bytes: PICTURES[0] },
        { is: 'file', by, name: 'Cover 2.png', bytes: PICTURES[1] },
      ])
      // Nobody else's.
      await signIn(`Bo beside ${person()}`)
      expect((await ask(`/zoho/reviews/${id}`)).status).toBe(404)
    })

    it('needs no note and no link, and gives files names that are such anywhere', async () => {
      const form = formOf({ note: ' ', link: '', pictures: [] })
      form.append('pictures', new File([TINY], '../Home: a/b?.PNG'))
      form.append('pictures', new File([TINY], '.png'))
      const sent = await ask(`/zoho/reviews/${newId()}`, { method: 'POST', body: form })
      expect(sent.status).toBe(200)
      expect(zoho().channel('brand').posts).toMatchObject([
        { body: { text: 'A design for review.' } },
        { name: '.. Home  a b.png' },
        { name: 'Design.png' },
      ])
    })
  })
})
