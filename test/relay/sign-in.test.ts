import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRelay, RUNTIMES, startSignIn, tokenIn, type OpenRelay } from './open-relay.ts'

const MINUTE = 60_000
const DAY = 86_400_000

describe.each(RUNTIMES)('on %s', (runtime) => {
  let relay: OpenRelay
  beforeAll(async () => {
    relay = await openRelay(runtime)
  })
  afterAll(() => relay.close())

  /** The status of each way to use a key for which there is nothing any more. */
  async function pollOf(readKey: string): Promise<number> {
    return (await relay.post('/login/poll', { readKey })).status
  }

  const giveInvitation = (url: string, invitation: string): Promise<Response> =>
    relay.post(new URL(url).pathname, { invitation })

  describe('signing in', () => {
    it('gives the plugin a token, once, after a person has given an invitation in the browser', async () => {
      const { readKey, url } = await startSignIn(relay.origin)
      expect(await pollOf(readKey)).toBe(202)

      const page = await (await fetch(url)).text()
      expect(page).toMatch(/<label for="invitation">Invitation<\/label>/)
      expect(page).toMatch(/<button type="submit">Sign in<\/button>/)
      expect(page).toContain(new URL(relay.origin).host)
      expect(page).not.toContain('<script')
      const done = await giveInvitation(url, await relay.invite('Ada <b>'))
      expect(await done.text()).toMatch(/Back to Figma[^]*Ada &lt;b&gt;/)

      const reply = await relay.post('/login/poll', { readKey })
      const told = (await reply.json()) as Record<string, unknown>
      expect(told).toEqual({
        access_token: expect.stringMatching(/^[\w-]{40,}$/) as unknown,
        token_type: 'Bearer',
        expires_in: 30 * 24 * 3600,
      })
      expect((await relay.get('/api/folders', String(told['access_token']))).status).toBe(200)
      expect(await pollOf(readKey)).toBe(400)
    })

    it('has keys of 128 bits, and the write key is none for reading, nor the other way round', async () => {
      const { readKey, url } = await startSignIn(relay.origin)
      const writeKey = new URL(url).pathname.split('/').at(-1) ?? ''
      for (const key of [readKey, writeKey]) expect(Buffer.from(key, 'base64url')).toHaveLength(16)
      expect(await pollOf(writeKey)).toBe(400)
      const invitation = await relay.invite('Bo')
      expect((await giveInvitation(`${relay.origin}/login/${readKey}`, invitation)).status).toBe(
        410,
      )
      // Nothing of that has used it up.
      expect((await giveInvitation(url, invitation)).status).toBe(200)
    })

    it('refuses an invitation that was used, and a write key that was', async () => {
      const invitation = await relay.invite('Cleo')
      const first = await startSignIn(relay.origin)
      const second = await startSignIn(relay.origin)
      expect((await giveInvitation(first.url, invitation)).status).toBe(200)
      expect((await giveInvitation(second.url, invitation)).status).toBe(400)
      expect((await giveInvitation(first.url, await relay.invite('Dan'))).status).toBe(410)
      expect((await fetch(first.url)).status).toBe(410)
      expect(await pollOf(second.readKey)).toBe(202)
    })

    it('lets two who give one invitation at the same time in once', async () => {
      const invitation = await relay.invite('Eve')
      const begun = await Promise.all(Array.from({ length: 4 }, () => startSignIn(relay.origin)))
      const replies = await Promise.all(begun.map(({ url }) => giveInvitation(url, invitation)))
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
      const polled = await Promise.all(begun.map(({ readKey }) => pollOf(readKey)))
      expect(polled.filter((status) => status === 200)).toHaveLength(1)
    })

    it('ends after five minutes', async () => {
      const { readKey, url } = await startSignIn(relay.origin)
      await relay.advanceClock(5 * MINUTE)
      expect(await pollOf(readKey)).toBe(400)
      expect((await fetch(url)).status).toBe(410)
      expect((await giveInvitation(url, await relay.invite('Fay'))).status).toBe(410)
    })

    it('is over after five wrong invitations, and a caller who goes on guessing is held up', async () => {
      await relay.advanceClock(2 * MINUTE)
      const { url } = await startSignIn(relay.origin)
      const tries: number[] = []
      for (let each = 0; each < 6; each++) tries.push((await giveInvitation(url, 'guess')).status)
      expect(tries).toEqual([400, 400, 400, 400, 410, 410])

      const good = await relay.signIn('Gil')
      const guesses = await Promise.all(
        Array.from({ length: 40 }, (_, at) => relay.get('/api/folders', `guess-${at}`)),
      )
      const held = guesses.find(({ status }) => status === 429)
      expect(Number(held?.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await relay.get('/api/folders', good)).status).toBe(200)
      await relay.advanceClock(2 * MINUTE)
    })

    it('lasts thirty days, or until it is revoked by its owner or an administrator', async () => {
      const token = await relay.signIn('Hal')
      const introspected = await relay.post('/oauth/introspect', { token })
      expect(await introspected.json()).toMatchObject({ data: { active: true, client_id: 'Hal' } })
      await relay.advanceClock(30 * DAY - MINUTE)
      expect((await relay.get('/api/folders', token)).status).toBe(200)
      await relay.advanceClock(2 * MINUTE)
      expect((await relay.get('/api/folders', token)).status).toBe(401)
      expect((await relay.post('/oauth/introspect', { token })).status).toBe(422)

      const own = await relay.signIn('Ida')
      expect((await relay.post('/oauth/revoke', { token: own })).status).toBe(200)
      expect((await relay.get('/api/folders', own)).status).toBe(401)
      expect((await relay.post('/oauth/revoke', { token: own })).status).toBe(422)

      const [one, other] = [await relay.signIn('Jo'), await relay.signIn('Kim')]
      expect(await relay.revoke('Jo')).toBe(1)
      expect((await relay.get('/api/folders', one)).status).toBe(401)
      expect((await relay.get('/api/folders', other)).status).toBe(200)
    })

    // Nothing is told that a Durable Object will end; see process.test.ts.
    it.runIf(runtime === 'Node')(
      'stays done, and is forgotten, where the relay is stopped right after it',
      async () => {
        const { readKey, url } = await startSignIn(relay.origin)
        await giveInvitation(url, await relay.invite('Lea'))
        const first = await tokenIn(await relay.post('/login/poll', { readKey }))
        await relay.restart()
        expect(await pollOf(readKey)).toBe(400)
        expect((await relay.get('/api/folders', first)).status).toBe(200)
      },
    )

    it('may be done from any page, and its own page from none', async () => {
      const preflight = await fetch(`${relay.origin}/login/poll`, { method: 'OPTIONS' })
      expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
      const page = await fetch((await startSignIn(relay.origin)).url)
      expect(page.headers.get('access-control-allow-origin')).toBeNull()
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    })
  })
})
