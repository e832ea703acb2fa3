import { describe, expect, it } from 'vitest'
import { some } from '../../deep.ts'
import { ZOHO_CLIENT } from '../../zoho/world.ts'
import { RUNTIMES } from '../open-relay.ts'
import { useZohoRelay } from './use-zoho-relay.ts'

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  const { zoho, relay, person, said, connect, send } = useZohoRelay(runtime)

  it('has left Zoho’s tokens and codes, and the secret, in no reply, no line of the log, and not in clear on the disk', async () => {
    await connect()
    await send()
    const kept = await relay().kept()
    expect(kept).toContain(person())
    expect(said()).toContain('is connected for')
    expect(relay().lines.join('\n')).toContain('zoho-connected')
    for (const text of [kept, relay().lines.join('\n'), said()]) {
      expect(zoho().leaks(text)).toBe(false)
      expect(text.includes(ZOHO_CLIENT.secret)).toBe(false)
    }
  })
})
