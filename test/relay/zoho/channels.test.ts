import { describe, expect, it } from 'vitest'
import { some } from '../../deep.ts'
import { RUNTIMES } from '../open-relay.ts'
import { MINUTE, refusal, useZohoRelay } from './use-zoho-relay.ts'

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  const { zoho, relay, ask, connect, channels, send, asked, advance } = useZohoRelay(runtime)

  describe('channels', () => {
    it('are searched without accents and case, those that were sent to last first', async () => {
      await connect()
      expect(await channels()).toEqual(['Brand', 'Announcements', 'Équipe Café'])
      expect(await channels('equipe cafe')).toEqual(['Équipe Café'])
      expect(await channels('#BR')).toEqual(['Brand'])
      expect(await channels('nothing')).toEqual([])
      await send({ channel: 'announcements' })
      await relay().restart()
      expect(await channels()).toEqual(['Announcements', 'Brand', 'Équipe Café'])
      expect(asked(/api\/v2\/channels$/)).toBe(1)
      await advance(6 * MINUTE)
      zoho().addChannels('Fresh')
      expect(await channels('fresh')).toEqual(['Fresh'])
    })

    it('are told apart by their unique names where people could not', async () => {
      await connect()
      zoho().addChannels('Bränd')
      expect(await channels('brand')).toEqual(['Brand (brand)', 'Bränd (brnd)'])
    })

    it.each([
      [403, {}, 409, 'connect-zoho'],
      [400, { code: 'invalid_parameters' }, 502, 'unreachable'],
      [404, {}, 502, 'unreachable'],
      [500, {}, 502, 'unreachable'],
      [200, { surprise: true }, 502, 'unreachable'],
    ])('that Zoho answers with %i %o say so', async (status, body, told, code) => {
      await connect()
      zoho().addFault({ path: /channels$/, effect: { type: 'status', status, body } })
      expect(await refusal(await ask('/zoho/channels'))).toMatchObject({ status: told, code })
      expect(await channels()).toHaveLength(3)
    })

    it('are read to their end', async () => {
      zoho().addChannels(...Array.from({ length: 230 }, (_, at) => `Team ${at}`))
      await connect()
      expect(await channels()).toHaveLength(233)
    })
  })
})
