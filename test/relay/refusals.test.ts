import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRelay, RELAY_SECRET, RUNTIMES, type OpenRelay } from './open-relay.ts'

describe.each(RUNTIMES)('what a relay on %s refuses', (runtime) => {
  let relay: OpenRelay
  beforeEach(async () => {
    relay = await openRelay(runtime, {}, async () => ({
      ZOHO_CLIENT_ID: '1000.ID',
      ZOHO_CLIENT_SECRET: 'secret',
    }))
  })
  afterEach(() => relay.close())

  /** By status. */
  async function counted(): Promise<Record<string, number>> {
    const headers = { Authorization: `Bearer ${RELAY_SECRET}` }
    const text = await (await fetch(`${relay.origin}/metrics`, { headers })).text()
    const lines = text.matchAll(/^relay_refusals_total\{kind="(.*)"\} (\d+)$/gm)
    return Object.fromEntries([...lines].map(([, kind = '', count]) => [kind, Number(count)]))
  }

  it('is counted once, by the status of the reply, wherever it was refused', async () => {
    const token = await relay.signIn('Ada')
    expect(await counted()).toEqual({})
    const fault = { path: '/api/*', times: 1 } as const
    relay.cliquify.addFault({ ...fault, effect: { type: 'rate-limited', seconds: 30 } })
    expect((await relay.get('/api/assets', token)).status).toBe(429)
    expect((await relay.get('/zoho/channels', token)).status).toBe(409)
    expect((await relay.get('/api/nothing', token)).status).toBe(404)
    expect((await relay.get('/nothing', token)).status).toBe(404)
    expect((await relay.get('/api/assets', 'a-stranger')).status).toBe(401)
    const large = 'x'.repeat(10_001)
    expect((await relay.post('/oauth/revoke', { token: large })).status).toBe(413)
    expect((await relay.post('/login/no-key', { invitation: 'guess' })).status).toBe(410)
    expect(await counted()).toEqual({ 401: 1, 404: 2, 409: 1, 410: 1, 413: 1, 429: 1 })
  })
  it('is counted where a file could not be fetched, too, but not by a Worker', async () => {
    const token = await relay.signIn('Ada')
    const reply = await relay.get('/api/brand-kits/11/logos', token)
    const { data } = (await reply.json()) as { data: { url: string }[] }
    relay.cliquify.setOffline(true)
    expect((await fetch(data[0]?.url ?? '')).status).toBe(502)
    expect(await counted()).toEqual(runtime === 'Node' ? { 502: 1 } : {})
  })
})
