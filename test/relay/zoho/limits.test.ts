import { beforeEach, describe, expect, it } from 'vitest'
import { some } from '../../deep.ts'
import { RUNTIMES } from '../open-relay.ts'
import { ALL_POSTED, kinds, newId, TINY } from './sample-review.ts'
import { MINUTE, refusal, useZohoRelay } from './use-zoho-relay.ts'

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  const { zoho, relay, connect, send, advance } = useZohoRelay(runtime)

  describe('sending', () => {
    beforeEach(async () => {
      await connect()
    })

    it('stays below Zoho’s limits, and begins nothing that does not fit in', async () => {
      const pictures = Array<Uint8Array<ArrayBuffer>>(8).fill(TINY)
      expect((await send({ pictures })).status).toBe(200)
      const id = newId()
      const refused = await send({ id, pictures })
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
      expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After')
      expect(await refusal(refused)).toMatchObject({ status: 429, code: 'paused' })
      expect(zoho().channel('brand').posts).toHaveLength(9)
      await advance(MINUTE)
      expect((await send({ id, pictures })).status).toBe(200)
      expect(zoho().channel('brand').posts).toHaveLength(18)
    })

    it.each(['documented', 'seen'] as const)('keeps to a lock, %s', async (overLimit) => {
      zoho().configure({ overLimit })
      const id = newId()
      const body = { code: 'request_limit_exceeded', message: 'You have exceeded the limits.' }
      const status = overLimit === 'documented' ? 429 : 400
      zoho().addFault({ path: /files$/, effect: { type: 'status', status, body } })
      const locked = await send({ id })
      expect(locked.headers.get('retry-after')).toBe('600')
      const { message } = await refusal(locked)
      expect(message).toBe('Zoho Cliq takes no more for 10 minutes. Try again then.')
      await relay().restart()
      const before = zoho().requests.length
      await advance(9 * MINUTE)
      const still = await send({ id })
      expect(Number(still.headers.get('retry-after'))).toBeGreaterThan(30)
      expect(zoho().requests).toHaveLength(before)
      await advance(MINUTE)
      expect((await send({ id })).status).toBe(200)
      expect(kinds(zoho().channel('brand').posts)).toEqual(ALL_POSTED)
    })
  })
})
