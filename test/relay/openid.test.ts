import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { some } from '../deep.ts'
import { COMPANY_CLIENT, openCompany, type Company } from './company.ts'
import { freePort } from './free-port.ts'
import {
  openRelay,
  RUNTIMES,
  startSignIn,
  tokenIn,
  type Begun,
  type OpenRelay,
} from './open-relay.ts'
import { openTinyBrowser, type TinyBrowser, type Visit } from './tiny-browser.ts'

const MINUTE = 60_000
const CALLBACK = '/login/callback'

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  let company: Company
  let relay: OpenRelay
  beforeAll(async () => {
    relay = await openRelay(runtime, {}, async (origin) => {
      company = await openCompany({ redirectUri: origin + CALLBACK })
      return company.environment
    })
  })
  afterAll(async () => {
    await relay.close()
    await company.close()
  })
  // Callers who get much wrong are held up for a minute.
  beforeEach(() => relay.advanceClock(2 * MINUTE))

  const pollOf = async ({ readKey }: Begun): Promise<number> =>
    (await relay.post('/login/poll', { readKey })).status

  /** From the relay's page to the company's. */
  async function goThere(browser: TinyBrowser, { url }: Begun): Promise<Visit> {
    const there = await browser.submit(await browser.open(url))
    expect(there.text).toContain('The company')
    return there
  }

  /** Up to the address with which the browser comes back, and no further. */
  async function comeBack(browser: TinyBrowser, begun: Begun, email: string): Promise<string> {
    const there = await goThere(browser, begun)
    browser.stopAt(CALLBACK)
    const { url } = await browser.submit(there, { email })
    browser.stopAt(null)
    expect(url).toContain(`${CALLBACK}?code=`)
    return url
  }

  function alertOf({ text }: Visit): string {
    return /role="alert">([^<]*)</.exec(text)?.[1] ?? ''
  }

  describe('signing in at the company’s OpenID provider', () => {
    it('says who signs in to what, asks for no invitation, and ends with a token for the address', async () => {
      const begun = await startSignIn(relay.origin)
      const browser = openTinyBrowser()
      const page = await browser.open(begun.url)
      expect(page.text).toContain(new URL(relay.origin).host)
      expect(page.text).toContain(new URL(company.issuer).host)
      expect(page.text).toContain('<button type="submit">Sign in</button>')
      expect(page.text).not.toMatch(/invitation|<script/i)

      const there = await browser.submit(page)
      expect(await pollOf(begun)).toBe(202)
      const done = await browser.submit(there, { email: 'Ada@Example.com' })
      expect(done.status).toBe(200)
      expect(done.text).toMatch(/Back to Figma[^]*signed in as ada@example\.com/)
      const token = await tokenIn(await relay.post('/login/poll', { readKey: begun.readKey }))
      expect((await relay.get('/api/folders', token)).status).toBe(200)
      const introspected = await relay.post('/oauth/introspect', { token })
      expect(await introspected.json()).toMatchObject({ data: { client_id: 'ada@example.com' } })

      expect(await relay.revoke('ada@example.com')).toBe(1)
      expect((await relay.get('/api/folders', token)).status).toBe(401)
    })

    it('sends the browser there with PKCE, state and nonce, each new, and keeps them sealed', async () => {
      const begun = await startSignIn(relay.origin)
      const browser = openTinyBrowser()
      const asked = async (): Promise<URLSearchParams> => {
        browser.stopAt('/auth')
        const { url } = await browser.submit(await browser.open(begun.url))
        return new URL(url).searchParams
      }
      const [first, second] = [await asked(), await asked()]
      expect(Object.fromEntries(first)).toMatchObject({
        response_type: 'code',
        client_id: COMPANY_CLIENT.id,
        redirect_uri: relay.origin + CALLBACK,
        code_challenge_method: 'S256',
        scope: 'openid email',
      })
      for (const name of ['state', 'nonce', 'code_challenge']) {
        expect(first.get(name)).toMatch(/^[\w-]{43}$/)
        expect(first.get(name)).not.toBe(second.get(name))
      }
      const kept = await relay.kept()
      const writeKey = new URL(begun.url).pathname.replace('/login/', '')
      const { secret } = COMPANY_CLIENT
      for (const text of [
        String(first.get('state')),
        String(first.get('nonce')),
        writeKey,
        secret,
      ]) {
        expect(kept.includes(text), text).toBe(false)
        expect(relay.lines.join().includes(text), text).toBe(false)
      }
    })

    const strangers: readonly (readonly [string, RegExp])[] = [
      ['ada@other.com', /ada@other\.com is no address of example\.com or kiosk\.example/],
      ['ada@sub.example.com', /is no address of/],
      ['ada@example.com.evil.net', /is no address of/],
      ['ada@notexample.com', /is no address of/],
      ['ada@example.comm', /is no address of/],
      // The Kelvin sign is a k in lower case.
      ['ada@\u212Aiosk.example', /is no address of/],
      ['ada@example.com@evil.net', /has not verified your e-mail address/],
      ['unverified@example.com', /has not verified your e-mail address/],
    ]
    it.each(runtime === 'Node' ? strangers : some(strangers, 3))(
      'does not let %s in, and offers another account',
      async (email, sentence) => {
        company.unverified.add('unverified@example.com')
        const begun = await startSignIn(relay.origin)
        const browser = openTinyBrowser()
        const refused = await browser.submit(await goThere(browser, begun), { email })
        expect(refused.status).toBe(403)
        expect(alertOf(refused)).toMatch(sentence)
        expect(await pollOf(begun)).toBe(202)
        // The company asks anew who it is, though it knows this browser.
        const again = await browser.submit(refused)
        expect(again.text).toContain('The company')
        const done = await browser.submit(again, { email: 'eve@kiosk.example' })
        expect(done.text).toContain('signed in as eve@kiosk.example')
        expect(await pollOf(begun)).toBe(200)
      },
    )

    it('lets somebody who has refused try again', async () => {
      const begun = await startSignIn(relay.origin)
      const browser = openTinyBrowser()
      const refused = await browser.submit(await goThere(browser, begun), { cancel: 'yes' })
      expect(alertOf(refused)).toMatch(/^You did not let localhost:\d+ tell who you are/)
      expect(await pollOf(begun)).toBe(202)
      const done = await browser.submit(await browser.submit(refused), { email: 'bo@example.com' })
      expect(done.text).toContain('signed in as bo@example.com')
    })

    it('takes an answer once, and within five minutes', async () => {
      const begun = await startSignIn(relay.origin)
      const browser = openTinyBrowser()
      const answer = await comeBack(browser, begun, 'ada@example.com')
      expect((await browser.open(answer)).status).toBe(200)
      const replayed = await browser.open(answer)
      expect(replayed.status).toBe(410)
      expect(replayed.text).toContain('This sign-in has ended')

      const late = await startSignIn(relay.origin)
      const lateAnswer = await comeBack(openTinyBrowser(), late, 'ada@example.com')
      await relay.advanceClock(5 * MINUTE)
      expect((await browser.open(lateAnswer)).status).toBe(410)
      expect(await pollOf(late)).toBe(400)
    })

    it('lets one of two who bring the same answer at the same time in', async () => {
      const begun = await startSignIn(relay.origin)
      const browser = openTinyBrowser()
      const answer = await comeBack(browser, begun, 'ada@example.com')
      const visits = await Promise.all([browser.open(answer), browser.open(answer)])
      expect(visits.map(({ status }) => status).sort()).toEqual([200, 410])
    })

    it('takes an answer in the browser alone that began: nobody is signed in in another’s place', async () => {
      const attackers = await startSignIn(relay.origin)
      const answer = await comeBack(openTinyBrowser(), attackers, 'ada@example.com')
      const victim = openTinyBrowser()
      expect((await victim.open(answer)).text).toContain('This sign-in began elsewhere')
      await victim.open((await startSignIn(relay.origin)).url)
      expect((await victim.open(answer)).status).toBe(403)
      expect(await pollOf(attackers)).toBe(202)
    })

    it('goes to the company only from its own page, as a form of another site brings no cookie', async () => {
      const { url } = await startSignIn(relay.origin)
      const page = await fetch(url)
      expect(page.headers.get('set-cookie')).toMatch(/^sign-in=[\w-]{22}; .*HttpOnly; SameSite=Lax/)
      const forged = await fetch(url, { method: 'POST', redirect: 'manual' })
      expect(forged.status).toBe(403)
      expect(await forged.text()).toContain('Allow cookies here')
    })

    it('refuses a code that was used, or is of another sign-in', async () => {
      const browser = openTinyBrowser()
      const first = await startSignIn(relay.origin)
      const used = await comeBack(browser, first, 'ada@example.com')
      expect((await browser.open(used)).status).toBe(200)
      const second = await startSignIn(relay.origin)
      // The company knows this browser by now.
      browser.stopAt(CALLBACK)
      const mine = new URL((await browser.submit(await browser.open(second.url))).url)
      browser.stopAt(null)
      mine.searchParams.set('code', new URL(used).searchParams.get('code') ?? '')
      const before = relay.lines.length
      const refused = await browser.open(mine.href)
      expect(alertOf(refused)).toMatch(/did not confirm who you are/)
      expect(await pollOf(second)).toBe(202)
      expect(relay.lines.slice(before).join()).toContain('"reason":"invalid_grant"')
    })

    it.each(['nonce', 'code_challenge'])(
      'refuses an answer to a question with another %s',
      async (name) => {
        const begun = await startSignIn(relay.origin)
        const browser = openTinyBrowser()
        browser.stopAt('/auth')
        const asked = new URL((await browser.submit(await browser.open(begun.url))).url)
        browser.stopAt(null)
        asked.searchParams.set(name, 'x'.repeat(43))
        const there = await browser.open(asked.href)
        const refused = await browser.submit(there, { email: 'ada@example.com' })
        expect(alertOf(refused)).toMatch(/did not confirm who you are/)
        expect(await pollOf(begun)).toBe(202)
      },
    )

    it('says that the provider is down, and goes on where it was once it is back', async () => {
      const begun = await startSignIn(relay.origin)
      const browser = openTinyBrowser()
      await relay.restart()
      company.setDown(true)
      const down = await browser.submit(await browser.open(begun.url))
      expect(down.status).toBe(502)
      expect(alertOf(down)).toMatch(/^localhost:\d+ does not answer\. Try again in a moment\.$/)
      expect(relay.lines.join('\n')).toContain('"openid-unreachable"')
      company.setDown(false)
      const there = await browser.submit(down)
      browser.stopAt(CALLBACK)
      const answer = await browser.submit(there, { email: 'ada@example.com' })
      browser.stopAt(null)
      company.setDown(true)
      const downAgain = await browser.open(answer.url)
      expect(alertOf(downAgain)).toContain('does not answer')
      company.setDown(false)
      expect((await browser.submit(downAgain)).text).toContain('signed in as ada@example.com')
      expect(await pollOf(begun)).toBe(200)
    })

    it('loses nothing when the relay is restarted while somebody is at the company', async () => {
      const begun = await startSignIn(relay.origin)
      const browser = openTinyBrowser()
      const answer = await comeBack(browser, begun, 'cleo@example.com')
      await relay.restart()
      expect((await browser.open(answer)).text).toContain('signed in as cleo@example.com')
      await relay.restart()
      expect(await pollOf(begun)).toBe(200)
    })

    it('is over after a few tries, and no invitation opens it', async () => {
      const begun = await startSignIn(relay.origin)
      const browser = openTinyBrowser()
      const page = await browser.open(begun.url)
      const invitation = await relay.invite('Mallory')
      expect((await browser.submit(page, { invitation })).text).toContain('The company')
      for (let each = 0; each < 3; each++) await browser.submit(page)
      expect((await browser.submit(page)).status).toBe(410)
      expect(await pollOf(begun)).toBe(400)
    })

    it('tells the administrator what is wrong where the provider does not know the relay', async () => {
      await relay.restart({ OIDC_CLIENT_SECRET: 'another-secret' })
      const begun = await startSignIn(relay.origin)
      const browser = openTinyBrowser()
      const refused = await browser.submit(await goThere(browser, begun), {
        email: 'a@example.com',
      })
      expect(alertOf(refused)).toMatch(/tell whoever looks after Cliquify in your team/)
      expect(relay.lines.join('\n')).toContain('OIDC_CLIENT_ID and OIDC_CLIENT_SECRET')
      expect(relay.lines.join('\n')).not.toContain('another-secret')
      await relay.restart()
    })

    it.each([
      ['has no provider', (issuer: string) => `${issuer}/tenant`, 'OAUTH_RESPONSE_IS_NOT_CONFORM'],
      [
        'is called otherwise by the provider',
        (issuer: string) => issuer.replace('localhost', '127.0.0.1'),
        'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
      ],
      [
        'is of nobody',
        async () => `http://localhost:${await freePort()}`,
        // Workers do not say why a server cannot be reached.
        runtime === 'Node' ? 'ECONNREFUSED' : 'other',
      ],
    ])('tells the administrator where OIDC_ISSUER %s', async (_, issuerOf, reason) => {
      await relay.restart({ OIDC_ISSUER: await issuerOf(company.issuer) })
      const browser = openTinyBrowser()
      const page = await browser.open((await startSignIn(relay.origin)).url)
      const before = relay.lines.length
      expect(alertOf(await browser.submit(page))).toContain('does not answer')
      const told = relay.lines.slice(before).join('\n')
      expect(told).toContain('OIDC_ISSUER')
      expect(told).toContain(reason)
      await relay.restart()
    })

    it('discovers the provider once for many', async () => {
      await relay.restart()
      const before = company.paths.filter((path) => path.startsWith('/.well-known/')).length
      await Promise.all(
        Array.from({ length: 5 }, async () =>
          goThere(openTinyBrowser(), await startSignIn(relay.origin)),
        ),
      )
      const after = company.paths.filter((path) => path.startsWith('/.well-known/')).length
      expect(after - before).toBe(1)
    })
  })

  describe('a provider whose ID token has the address', () => {
    it('is not asked for it once more', async () => {
      const other = await openCompany({ redirectUri: relay.origin + CALLBACK, tellsAtOnce: true })
      await relay.restart(other.environment)
      const begun = await startSignIn(relay.origin)
      const browser = openTinyBrowser()
      const done = await browser.submit(await goThere(browser, begun), { email: 'ada@example.com' })
      expect(done.text).toContain('signed in as ada@example.com')
      expect(other.paths).not.toContain('/me')
      await other.close()
    })
  })
})
