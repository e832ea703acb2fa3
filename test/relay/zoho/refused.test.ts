import { beforeEach, describe, expect, it } from 'vitest'
import { some } from '../../deep.ts'
import { freePort } from '../free-port.ts'
import { RUNTIMES } from '../open-relay.ts'
import { ALL_POSTED, kinds, newId, TINY, type Fields } from './sample-review.ts'
import { refusal, useZohoRelay } from './use-zoho-relay.ts'

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  const { zoho, ask, connect, channels, send, asked, restartWith } = useZohoRelay(runtime)

  describe('sending', () => {
    beforeEach(async () => {
      await connect()
    })

    it('says what is wrong with the channel, and that nothing was posted', async () => {
      zoho().channel('brand').state = 'read-only'
      expect(await refusal(await send())).toMatchObject({ status: 403, code: 'channel-closed' })
      zoho().channel('brand').state = 'left'
      const id = newId()
      expect(await refusal(await send({ id }))).toMatchObject({
        ...{ status: 404, code: 'channel-gone' },
        review: { parts: ['waiting', 'waiting', 'waiting'] },
      })
      expect(await channels()).not.toContain('Brand')
      zoho().channel('brand').state = 'open'
      expect((await send({ id })).status).toBe(200)
    })

    it('says which picture is too large for Zoho, and goes on with a smaller one', async () => {
      const id = newId()
      zoho().configure({ largestFile: 1_000 })
      const big = new Uint8Array([...TINY, ...new Uint8Array(2_000)])
      const refused = await refusal(await send({ id, pictures: [TINY, big] }))
      expect(refused).toMatchObject({ status: 413, code: 'picture-too-large' })
      expect(refused.message).toMatch(/^Picture 2 is too large for Zoho Cliq\./)
      expect((await send({ id })).status).toBe(200)
      expect(kinds(zoho().channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('refuses by itself what is too large, too much, or no review', async () => {
      const huge = new Uint8Array(10_000_001)
      huge.set(TINY)
      expect(await refusal(await send({ pictures: [huge] }))).toMatchObject({
        ...{ status: 413, code: 'picture-too-large' },
      })
      const large = huge.slice(0, 9_000_000)
      expect(await refusal(await send({ pictures: Array(5).fill(large) }))).toMatchObject({
        ...{ status: 413, code: 'picture-too-large' },
      })
      for (const fields of [
        { pictures: Array<Uint8Array<ArrayBuffer>>(11).fill(TINY) },
        { pictures: [] },
        { pictures: [new Uint8Array([0xff, 0xd8, 0xff])] },
        { note: 'x'.repeat(4_001) },
        { channel: '../message' },
        { channel: '' },
        { link: 'https://evil.example/' },
        { link: 'http://www.figma.com/design/abc' },
        { id: 'short' },
      ] satisfies Partial<Fields>[]) {
        expect(await refusal(await send(fields))).toMatchObject({ status: 422, code: 'invalid' })
      }
      const text = { method: 'POST', body: 'no form' }
      expect((await ask(`/zoho/reviews/${newId()}`, text)).status).toBe(422)
      expect(asked(/cliq\.zoho/)).toBe(0)
    })

    it('says that Zoho does not take something', async () => {
      const body = { code: 'invalid_parameters' }
      zoho().addFault({ path: /message$/, effect: { type: 'status', status: 400, body } })
      const { code, message } = await refusal(await send())
      expect([code, message]).toEqual([
        'invalid',
        'The note was not taken by Zoho Cliq. Change it, then try again.',
      ])
    })

    it('is known to have got nowhere where nobody is there', async () => {
      await restartWith({ ZOHO_ORIGIN: `http://localhost:${await freePort()}` })
      const { code, review } = await refusal(await send())
      // Workers do not tell why a request failed.
      expect(code).toBe(runtime === 'Node' ? 'unreachable' : 'in-doubt')
      expect(review?.parts[1]).toBe('waiting')
    })
  })
})
