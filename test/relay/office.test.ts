import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../ui/cliquify/create-client.ts'
import { noMemory } from '../ui/cliquify/no-memory.ts'
import { some, times } from '../deep.ts'
import { openEverything } from './open-everything.ts'
import { openRelay, RUNTIMES, type OpenRelay } from './open-relay.ts'

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  let relay: OpenRelay
  beforeAll(async () => {
    relay = await openRelay(runtime, { rateLimit: 60 })
  })
  afterAll(() => relay.close())

  it('lets ten designers of one office open everything at once, each with the plugin’s own client', async () => {
    const clients = await Promise.all(
      Array.from({ length: 10 }, async (_, at) => {
        const accessToken = await relay.signIn(`Designer ${at}`)
        return createClient({
          again: 'Sign in again',
          tokens: null,
          ...noMemory(),
          cache: 'no-cache',
          origin: relay.origin,
          session: {
            clientId: `${at}`,
            clientSecret: null,
            accessToken,
            expiresAt: null,
            scopes: null,
          },
          keepSession: () => Promise.resolve(),
        })
      }),
    )
    // In the time of the test: whoever waited for a turn of the budget would take longer.
    const seen = await Promise.all(clients.map(openEverything))
    expect(new Set(seen).size).toBe(1)
    expect(seen[0]).toBeGreaterThan(300)
    expect(relay.upstream()).toBeLessThan(20)
    expect(relay.cliquify.requests.filter(({ status }) => status === 429)).toEqual([])

    // Later, and one after the other, as people come to work.
    relay.cliquify.forgetRequests()
    for (const client of clients.slice(0, times(2, 10))) await openEverything(client)
    expect(relay.upstream()).toBe(0)
  }, 30_000)

  it('lets a sync past the cache, and a file through', async () => {
    const accessToken = await relay.signIn('Syncing')
    const client = createClient({
      again: 'Sign in again',
      tokens: null,
      ...noMemory(),
      cache: 'no-cache',
      origin: relay.origin,
      session: { clientId: 's', clientSecret: null, accessToken, expiresAt: null, scopes: null },
      keepSession: () => Promise.resolve(),
    })
    const { signal } = new AbortController()
    const [kit] = (await client.brandKits(signal)).items
    if (kit === undefined) throw new Error('There is no kit.')
    const isChanged = async (ask: 'usual' | 'anew'): Promise<boolean> =>
      (await client.colors(kit, signal, ask)).items.some(
        ({ id, value }) => id === '1101' && Math.round(value.r * 255) === 0x12,
      )
    expect(await isChanged('usual')).toBe(false)
    relay.cliquify.edit({ type: 'change-color', kitId: 11, colorId: 1101, value: '#123456' })
    expect(await isChanged('usual')).toBe(false)
    expect(await isChanged('anew')).toBe(true)
    const [logo] = (await client.logos(kit, signal)).items
    expect(logo?.url).toMatch(`${relay.origin}/media/`)
    expect((await client.media(logo?.url ?? '', signal)).byteLength).toBeGreaterThan(100)
  })
})
