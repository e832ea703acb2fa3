import { describe, expect, it } from 'vitest'
import { some } from '../../deep.ts'
import { RUNTIMES } from '../open-relay.ts'
import { ALL_POSTED, kinds } from './sample-review.ts'
import { ADA, MINUTE, refusal, useZohoRelay } from './use-zoho-relay.ts'

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  const { zoho, relay, ask, connect, isConnected, channels, send, asked, advance } =
    useZohoRelay(runtime)

  describe('access tokens', () => {
    it('are kept for their hour, across restarts, and renewed early, once for all', async () => {
      await connect()
      const given = (): number => asked(/oauth\/v2\/token$/)
      expect(given()).toBe(1)
      await advance(50 * MINUTE)
      await relay().restart()
      expect((await send()).status).toBe(200)
      expect(given()).toBe(1)
      await advance(6 * MINUTE)
      const replies = await Promise.all([channels(), ...Array.from({ length: 3 }, () => send())])
      expect(replies).toHaveLength(4)
      expect(given()).toBe(2)
    })

    it('last for seconds, whatever the document says', async () => {
      zoho().configure({ expiresIn: 'milliseconds' })
      await connect()
      await advance(61 * MINUTE)
      expect(await channels()).toHaveLength(3)
      expect(asked(/oauth\/v2\/token$/)).toBe(2)
      // None that had run out was tried.
      expect(asked(/api\/v2\/channels$/)).toBe(1)
    })

    it('are renewed where Zoho does not take one any more', async () => {
      await connect()
      zoho().endAccessTokens()
      expect((await send()).status).toBe(200)
      expect(kinds(zoho().channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('that cannot be had any more ask to connect again', async () => {
      await connect()
      zoho().revokeAll(ADA.email)
      expect(await refusal(await send())).toMatchObject({
        status: 409,
        code: 'connect-zoho',
        message: 'Zoho Cliq is not connected. Press “Connect Zoho Cliq”.',
        review: { parts: ['waiting', 'waiting', 'waiting'] },
      })
      expect(await isConnected()).toBe(false)
    })

    it('that Zoho gives no more of are waited for', async () => {
      await connect()
      await advance(61 * MINUTE)
      const denied = { error: 'Access Denied' }
      zoho().addFault({ path: /v2\/token$/, effect: { type: 'status', status: 400, body: denied } })
      const refused = await ask('/zoho/channels')
      expect(refused.headers.get('retry-after')).toBe('600')
      expect(await refusal(refused)).toMatchObject({ code: 'paused' })
      expect(await isConnected()).toBe(true)
    })
  })
})
