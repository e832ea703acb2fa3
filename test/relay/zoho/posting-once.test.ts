import { beforeEach, describe, expect, it } from 'vitest'
import type { SentReview } from '../../../shared/review.ts'
import { some } from '../../deep.ts'
import { RUNTIMES } from '../open-relay.ts'
import { ALL_POSTED, kinds, newId, TINY } from './sample-review.ts'
import { refusal, useZohoRelay } from './use-zoho-relay.ts'

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  const { zoho, relay, ask, connect, send, holdNextPicture } = useZohoRelay(runtime)

  describe('sending', () => {
    beforeEach(async () => {
      await connect()
    })

    it('posts nothing twice, however often and at once it is asked', async () => {
      const id = newId()
      const replies = await Promise.all([send({ id }), send({ id }), send({ id })])
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
      await relay().restart()
      expect((await send({ id })).status).toBe(200)
      expect(kinds(zoho().channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('posts nothing twice where the plugin hung up meanwhile', async () => {
      const id = newId()
      const controller = new AbortController()
      const release = holdNextPicture()
      const lost = send({ id }, { signal: controller.signal }).catch(() => null)
      await expect.poll(() => zoho().channel('brand').posts.length).toBe(2)
      controller.abort()
      await lost
      release()
      await expect
        .poll(async () => ((await (await send({ id })).json()) as SentReview).parts)
        .not.toContain('waiting')
      expect(kinds(zoho().channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('begins no other part once it is cancelled, and goes on with Retry', async () => {
      const id = newId()
      const release = holdNextPicture()
      const sending = send({ id })
      await expect.poll(() => zoho().channel('brand').posts.length).toBe(2)
      const cancelled = await ask(`/zoho/reviews/${id}/cancel`, { method: 'POST' })
      expect(await cancelled.json()).toMatchObject({ parts: ['posted', 'in-doubt', 'waiting'] })
      release()
      expect(await refusal(await sending)).toMatchObject({
        ...{ code: 'cancelled', review: { parts: ['posted', 'posted', 'waiting'] } },
      })
      expect(kinds(zoho().channel('brand').posts)).toEqual(['message', 'Cover 1.png'])
      expect((await send({ id })).status).toBe(200)
      expect(kinds(zoho().channel('brand').posts)).toEqual(ALL_POSTED)
      const unknown = `/zoho/reviews/${newId()}/cancel`
      expect((await ask(unknown, { method: 'POST' })).status).toBe(404)
    })

    it.each([0, 1])('does not send again what is in doubt: part %i', async (part) => {
      const id = newId()
      const path = part === 0 ? /message$/ : /files$/
      zoho().addFault({ path, effect: { type: 'cut', at: 'end' } })
      const broken = await refusal(await send({ id }))
      expect(broken).toMatchObject({ status: 502, code: 'in-doubt' })
      expect(broken.message).toContain(
        part === 0 ? 'The note may have arrived' : 'Picture 1 may have arrived',
      )
      await relay().restart()
      const review = (await (await send({ id })).json()) as SentReview
      expect(review.parts[part]).toBe('in-doubt')
      expect(review.parts.filter((each) => each === 'posted')).toHaveLength(2)
      expect(kinds(zoho().channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('does not send again what was on its way when the relay was ended', async () => {
      const id = newId()
      const release = holdNextPicture()
      const lost = send({ id }).catch(() => null)
      await expect.poll(() => zoho().channel('brand').posts.length).toBe(2)
      const restarting = relay().restart()
      release()
      await restarting
      await lost
      const review = (await (await send({ id })).json()) as SentReview
      expect(review.parts).not.toContain('waiting')
      expect(kinds(zoho().channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('takes a server that fails for one that may have done it', async () => {
      const id = newId()
      zoho().addFault({ path: /message$/, effect: { type: 'status', status: 500, body: {} } })
      expect(await refusal(await send({ id }))).toMatchObject({
        code: 'in-doubt',
        review: { parts: ['in-doubt', 'waiting', 'waiting'] },
      })
    })

    it('refuses an id that is of something else', async () => {
      const id = newId()
      await send({ id })
      for (const fields of [{ channel: 'announcements' }, { pictures: [TINY] }]) {
        expect(await refusal(await send({ id, ...fields }))).toMatchObject({
          ...{ status: 409, code: 'another-review' },
        })
      }
      expect(kinds(zoho().channel('brand').posts)).toEqual(ALL_POSTED)
    })
  })
})
