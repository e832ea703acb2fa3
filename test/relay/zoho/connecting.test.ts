import { describe, expect, it } from 'vitest'
import { some } from '../../deep.ts'
import { LOCATIONS, STAND_IN_CENTRES, ZOHO_CLIENT } from '../../zoho/world.ts'
import { RUNTIMES } from '../open-relay.ts'
import { openTinyBrowser } from '../tiny-browser.ts'
import { ADA, MINUTE, refusal, useZohoRelay } from './use-zoho-relay.ts'

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  const {
    zoho,
    relay,
    person,
    token,
    signIn,
    ask,
    connectAddress,
    connect,
    isConnected,
    channels,
    send,
    asked,
    advance,
    restartWith,
  } = useZohoRelay(runtime)

  describe('connecting Zoho Cliq', () => {
    it('asks for what it needs, says who for, and is known to the plugin', async () => {
      expect(await isConnected()).toBe(false)
      const browser = openTinyBrowser()
      const page = await browser.open(await connectAddress())
      expect(page.text).toContain(person())
      const consent = await browser.submit(page)
      const { origin, pathname, searchParams } = new URL(consent.url)
      expect(origin + pathname).toBe(`${zoho().origin}/accounts.zoho.com/oauth/v2/auth`)
      expect(Object.fromEntries(searchParams)).toEqual({
        scope: 'ZohoCliq.Channels.READ,ZohoCliq.Webhooks.CREATE',
        client_id: ZOHO_CLIENT.id,
        state: expect.stringMatching(/^[\w-]{40,}$/) as string,
        response_type: 'code',
        redirect_uri: `${relay().origin}/zoho/callback`,
        access_type: 'offline',
        prompt: 'consent',
      })
      const done = await browser.submit(consent, ADA)
      expect(done.status).toBe(200)
      expect(done.text).toContain(`Zoho Cliq is connected for ${person()}.`)
      expect(await isConnected()).toBe(true)
      await relay().restart()
      expect(await isConnected()).toBe(true)
    })

    it.each(STAND_IN_CENTRES)('works with an account of the data centre %s', async (centre) => {
      zoho().addUser('bo@example.com', centre)
      const browser = openTinyBrowser()
      const page = await browser.open(await connectAddress())
      const consent = await browser.submit(page, centre === 'com.cn' ? { china: 'yes' } : {})
      expect((await browser.submit(consent, { email: 'bo@example.com' })).status).toBe(200)
      expect(await channels()).toHaveLength(3)
      expect(asked(new RegExp(`^POST /accounts.zoho.${centre}/oauth/v2/token$`))).toBe(1)
      expect(asked(new RegExp(`^GET /cliq.zoho.${centre}/api/v2/channels$`))).toBe(1)
    })

    it('replaces what was connected before, and revokes it', async () => {
      await connect()
      const [first] = zoho().refreshTokens(ADA.email)
      await connect()
      const tokens = zoho().refreshTokens(ADA.email)
      expect(tokens).toHaveLength(1)
      expect(tokens[0]).not.toBe(first)
      // Though Zoho gives them out 20 times.
      for (let times = 0; times < 3; times++) await connect()
      expect(zoho().refreshTokens(ADA.email)).toHaveLength(1)
      expect(await channels()).toHaveLength(3)
    })

    it('ends with disconnecting, which revokes', async () => {
      await connect()
      const gone = await ask('/zoho/disconnect', { method: 'POST' })
      expect(await gone.json()).toMatchObject({ message: 'Zoho Cliq is disconnected.' })
      expect(zoho().refreshTokens(ADA.email)).toEqual([])
      expect(await isConnected()).toBe(false)
      await connect()
      zoho().addFault({ path: /revoke/, effect: { type: 'cut', at: 'start' } })
      const there = (await (await ask('/zoho/disconnect', { method: 'POST' })).json()) as object
      expect(there).toMatchObject({
        message: expect.stringContaining('in your Zoho account') as string,
      })
      expect(await isConnected()).toBe(false)
    })

    it('ends for who is revoked by the administrator, open addresses too', async () => {
      await connect()
      const address = await connectAddress()
      await relay().revoke(person())
      await signIn(person())
      expect(await isConnected()).toBe(false)
      expect((await openTinyBrowser().open(address)).status).toBe(410)
    })

    it('says that nobody agreed, and offers to try again there', async () => {
      const browser = openTinyBrowser()
      const page = await connect({ reject: 'yes' }, browser)
      expect(page.status).toBe(403)
      expect(page.text).toContain('You did not agree at Zoho')
      const again = await browser.submit(await browser.submit(page), ADA)
      expect(again.text).toContain('is connected')
      expect(await isConnected()).toBe(true)
    })

    it('takes an answer once, in the browser that began, within five minutes', async () => {
      const browser = openTinyBrowser()
      browser.stopAt('/zoho/callback')
      const answer = await connect(ADA, browser)
      const elsewhere = await openTinyBrowser().open(answer.url)
      expect([elsewhere.status, elsewhere.text]).toEqual([
        403,
        expect.stringContaining('only in the browser in which it began'),
      ])
      browser.stopAt(null)
      expect((await browser.open(answer.url)).status).toBe(200)
      expect((await browser.open(answer.url)).status).toBe(410)
      browser.stopAt('/zoho/callback')
      const late = await connect(ADA, browser)
      browser.stopAt(null)
      await advance(5 * MINUTE + 1)
      expect((await browser.open(late.url)).status).toBe(410)
      expect((await browser.open(`${relay().origin}/zoho/callback`)).status).toBe(410)
      expect((await browser.open(`${relay().origin}/zoho/connect/guess`)).status).toBe(410)
    })

    it('says that a code was used, or comes too late', async () => {
      const browser = openTinyBrowser()
      browser.stopAt('/zoho/callback')
      const answer = await connect(ADA, browser)
      zoho().advanceClock(MINUTE)
      browser.stopAt(null)
      const page = await browser.open(answer.url)
      expect(page.status).toBe(403)
      expect(page.text).toContain('older than a minute')
      expect(page.text).toContain('Connect Zoho Cliq')
      expect(await isConnected()).toBe(false)
    })

    it.each([
      ['location', 'ca'],
      ['location', 'constructor'],
      ['location', LOCATIONS.in],
      ['accounts-server', 'https://accounts.zoho.com.evil.example'],
      ['accounts-server', 'https://accounts.zoho.in'],
    ])('asks no other server where the answer says %s=%s', async (name, value) => {
      const browser = openTinyBrowser()
      browser.stopAt('/zoho/callback')
      const url = new URL((await connect(ADA, browser)).url)
      url.searchParams.set(name, value)
      browser.stopAt(null)
      const page = await browser.open(url.href)
      expect(page.status).toBe(403)
      expect(page.text).toContain('data centres that the plugin knows')
      expect(asked(/oauth\/v2\/token/)).toBe(0)
    })

    it('says that Zoho does not answer, does not know the relay, or has had enough', async () => {
      const browser = openTinyBrowser()
      zoho().addFault({ path: /v2\/token$/, effect: { type: 'cut', at: 'start' } })
      const down = await connect(ADA, browser)
      expect([down.status, down.text]).toEqual([502, expect.stringContaining('does not answer')])
      const denied = { error: 'Access Denied' }
      zoho().addFault({ path: /v2\/token$/, effect: { type: 'status', status: 400, body: denied } })
      expect((await connect(ADA, browser)).text).toContain('Wait ten minutes')
      await restartWith({ ZOHO_CLIENT_SECRET: 'another-secret' })
      const unknown = await connect(ADA, browser)
      expect(unknown.text).toContain('Tell whoever looks after it')
      expect(relay().lines.join('\n')).toContain('ZOHO_CLIENT_SECRET')
      expect(relay().lines.join('\n')).not.toContain('another-secret')
      expect(await isConnected()).toBe(false)
    })

    it('needs a cookie, a sign-in, and no token in an address', async () => {
      const address = await connectAddress()
      const posted = await fetch(address, { method: 'POST', redirect: 'manual' })
      expect(posted.status).toBe(403)
      expect(await posted.text()).toContain('no cookie')
      expect(address).not.toContain(token())
      const { pathname } = new URL(address)
      expect(relay().lines.join('\n')).not.toContain(pathname)
      const headers = { Authorization: 'Bearer guess' }
      for (const [path, method] of [
        ['status', 'GET'],
        ['connect', 'POST'],
        ['disconnect', 'POST'],
        ['channels', 'GET'],
      ] as const) {
        expect((await ask(`/zoho/${path}`, { method, headers })).status).toBe(401)
      }
      expect((await send({}, { headers })).status).toBe(401)
      await restartWith({ ZOHO_CLIENT_ID: '', ZOHO_CLIENT_SECRET: '' })
      expect((await ask('/zoho/status')).status).toBe(404)
    })

    it('is lost with another RELAY_SECRET, and asks to connect again', async () => {
      await connect()
      await restartWith({ RELAY_SECRET: 'another-secret-of-the-relay' })
      expect(await isConnected()).toBe(false)
      expect(await refusal(await ask('/zoho/channels'))).toMatchObject({ code: 'connect-zoho' })
    })
  })
})
