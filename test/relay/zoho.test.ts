import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Review, ReviewChannels, ReviewRefused } from '../../shared/review.ts'
import { encodePng } from '../cliquify/brand/png.ts'
import { some } from '../deep.ts'
import { startZoho, type Zoho } from '../zoho/server.ts'
import { LOCATIONS, STAND_IN_CENTRES, ZOHO_CLIENT, type Post } from '../zoho/world.ts'
import { freePort } from './free-port.ts'
import { openRelay, RUNTIMES, type OpenRelay } from './open-relay.ts'
import { openTinyBrowser, type TinyBrowser, type Visit } from './tiny-browser.ts'

const MINUTE = 60_000
const LINK = 'https://www.figma.com/design/abc/Brand?node-id=1-2'
const ADA = { email: 'ada@example.com' }

let zoho: Zoho
let relay: OpenRelay
let token: string
/** All that the relay has answered. */
let said = ''
let person: string
let people = 0
let isChanged = false

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) }
  const response = await fetch(relay.origin + path, { ...init, headers })
  said += [...response.headers].join() + (await response.clone().text())
  return response
}

async function connectAddress(): Promise<string> {
  const { url } = (await (await ask('/zoho/connect', { method: 'POST' })).json()) as { url: string }
  return url
}

/** From the plugin's request to the page that Zoho sends the browser back to. */
async function connect(
  fields: Record<string, string> = ADA,
  browser: TinyBrowser = openTinyBrowser(),
): Promise<Visit> {
  const consent = await browser.submit(await browser.open(await connectAddress()))
  const page = await browser.submit(consent, fields)
  said += page.text
  return page
}

async function isConnected(): Promise<boolean> {
  const status = (await (await ask('/zoho/status')).json()) as { isConnected: boolean }
  return status.isConnected
}

async function channels(search = ''): Promise<readonly string[]> {
  const response = await ask(`/zoho/channels?${new URLSearchParams({ search })}`)
  expect(response.status).toBe(200)
  return ((await response.json()) as ReviewChannels).channels.map(({ name }) => name)
}

async function pngOf(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  return new Uint8Array(await encodePng({ width, height, data }))
}

const TINY = await pngOf(1, 1)
const PICTURES = [await pngOf(4, 3), await pngOf(2, 5)]

interface Fields {
  readonly id: string
  readonly channel: string
  readonly note: string
  readonly link: string
  readonly pictures: readonly Uint8Array<ArrayBuffer>[]
}

function formOf(fields: Partial<Fields> = {}): FormData {
  const form = new FormData()
  form.set('channel', fields.channel ?? 'brand')
  form.set('note', fields.note ?? 'Is this ours?')
  form.set('link', fields.link ?? LINK)
  for (const [at, bytes] of (fields.pictures ?? PICTURES).entries()) {
    form.append('pictures', new File([bytes], `Cover ${at + 1}.png`, { type: 'image/png' }))
  }
  return form
}

let last = 0

/** An id as the plugin makes them. */
function newId(): string {
  return `review-of-the-test-${++last}`
}

function send(fields: Partial<Fields> = {}, init: RequestInit = {}): Promise<Response> {
  const path = `/zoho/reviews/${fields.id ?? newId()}`
  return ask(path, { method: 'POST', body: formOf(fields), ...init })
}

async function refusal(response: Response): Promise<ReviewRefused & { readonly status: number }> {
  const body = (await response.json()) as ReviewRefused
  expect(body.success).toBe(false)
  expect(body.message).toMatch(/^[^.]+\.(?: [^.]+\.)*$/)
  return { ...body, status: response.status }
}

function kinds(posts: readonly Post[]): readonly string[] {
  return posts.map((post) => (post.is === 'file' ? post.name : post.is))
}

const ALL_POSTED = ['message', 'Cover 1.png', 'Cover 2.png']

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  beforeAll(async () => {
    relay = await openRelay(runtime, {}, async (origin) => {
      zoho = await startZoho(`${origin}/zoho/callback`)
      return zoho.environment
    })
  })
  afterAll(async () => {
    await relay.close()
    await zoho.close()
  })
  beforeEach(async () => {
    // Zoho counts for ten minutes.
    await advance(11 * MINUTE)
    zoho.reset()
    zoho.addUser(ADA.email, 'eu')
    zoho.addChannels('Brand', 'Announcements', 'Équipe Café')
    person = `Ada ${++people}`
    token = await relay.signIn(person)
  })
  afterEach(async () => {
    if (isChanged) await relay.restart()
    isChanged = false
  })

  /** Until the end of the test. */
  async function restartWith(changes: Record<string, string>): Promise<void> {
    isChanged = true
    await relay.restart(changes)
  }

  async function advance(ms: number): Promise<void> {
    zoho.advanceClock(ms)
    await relay.advanceClock(ms)
  }

  /** Zoho has it, and does not say so until the function that this gives is called. */
  function holdNextPicture(): () => void {
    let release = (): void => undefined
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    zoho.addFault({ path: /files$/, effect: { type: 'held', until } })
    return () => release()
  }

  const asked = (path: RegExp): number => zoho.requests.filter((line) => path.test(line)).length

  describe('connecting Zoho Cliq', () => {
    it('asks for what it needs, says who for, and is known to the plugin', async () => {
      expect(await isConnected()).toBe(false)
      const browser = openTinyBrowser()
      const page = await browser.open(await connectAddress())
      expect(page.text).toContain(person)
      const consent = await browser.submit(page)
      const { origin, pathname, searchParams } = new URL(consent.url)
      expect(origin + pathname).toBe(`${zoho.origin}/accounts.zoho.com/oauth/v2/auth`)
      expect(Object.fromEntries(searchParams)).toEqual({
        scope: 'ZohoCliq.Channels.READ,ZohoCliq.Webhooks.CREATE',
        client_id: ZOHO_CLIENT.id,
        state: expect.stringMatching(/^[\w-]{40,}$/) as string,
        response_type: 'code',
        redirect_uri: `${relay.origin}/zoho/callback`,
        access_type: 'offline',
        prompt: 'consent',
      })
      const done = await browser.submit(consent, ADA)
      expect(done.status).toBe(200)
      expect(done.text).toContain(`Zoho Cliq is connected for ${person}.`)
      expect(await isConnected()).toBe(true)
      await relay.restart()
      expect(await isConnected()).toBe(true)
    })

    it.each(STAND_IN_CENTRES)('works with an account of the data centre %s', async (centre) => {
      zoho.addUser('bo@example.com', centre)
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
      const [first] = zoho.refreshTokens(ADA.email)
      await connect()
      const tokens = zoho.refreshTokens(ADA.email)
      expect(tokens).toHaveLength(1)
      expect(tokens[0]).not.toBe(first)
      // Though Zoho gives them out 20 times.
      for (let times = 0; times < 3; times++) await connect()
      expect(zoho.refreshTokens(ADA.email)).toHaveLength(1)
      expect(await channels()).toHaveLength(3)
    })

    it('ends with disconnecting, which revokes', async () => {
      await connect()
      const gone = await ask('/zoho/disconnect', { method: 'POST' })
      expect(await gone.json()).toMatchObject({ message: 'Zoho Cliq is disconnected.' })
      expect(zoho.refreshTokens(ADA.email)).toEqual([])
      expect(await isConnected()).toBe(false)
      await connect()
      zoho.addFault({ path: /revoke/, effect: { type: 'cut', at: 'start' } })
      const there = (await (await ask('/zoho/disconnect', { method: 'POST' })).json()) as object
      expect(there).toMatchObject({
        message: expect.stringContaining('in your Zoho account') as string,
      })
      expect(await isConnected()).toBe(false)
    })

    it('ends for who is revoked by the administrator, open addresses too', async () => {
      await connect()
      const address = await connectAddress()
      await relay.revoke(person)
      token = await relay.signIn(person)
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
      expect((await browser.open(`${relay.origin}/zoho/callback`)).status).toBe(410)
      expect((await browser.open(`${relay.origin}/zoho/connect/guess`)).status).toBe(410)
    })

    it('says that a code was used, or comes too late', async () => {
      const browser = openTinyBrowser()
      browser.stopAt('/zoho/callback')
      const answer = await connect(ADA, browser)
      zoho.advanceClock(MINUTE)
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
      zoho.addFault({ path: /v2\/token$/, effect: { type: 'cut', at: 'start' } })
      const down = await connect(ADA, browser)
      expect([down.status, down.text]).toEqual([502, expect.stringContaining('does not answer')])
      const denied = { error: 'Access Denied' }
      zoho.addFault({ path: /v2\/token$/, effect: { type: 'status', status: 400, body: denied } })
      expect((await connect(ADA, browser)).text).toContain('Wait ten minutes')
      await restartWith({ ZOHO_CLIENT_SECRET: 'another-secret' })
      const unknown = await connect(ADA, browser)
      expect(unknown.text).toContain('Tell whoever looks after it')
      expect(relay.lines.join('\n')).toContain('ZOHO_CLIENT_SECRET')
      expect(relay.lines.join('\n')).not.toContain('another-secret')
      expect(await isConnected()).toBe(false)
    })

    it('needs a cookie, a sign-in, and no token in an address', async () => {
      const address = await connectAddress()
      const posted = await fetch(address, { method: 'POST', redirect: 'manual' })
      expect(posted.status).toBe(403)
      expect(await posted.text()).toContain('no cookie')
      expect(address).not.toContain(token)
      const { pathname } = new URL(address)
      expect(relay.lines.join('\n')).not.toContain(pathname)
      token = 'guess'
      for (const [path, method] of [
        ['status', 'GET'],
        ['connect', 'POST'],
        ['disconnect', 'POST'],
        ['channels', 'GET'],
      ] as const) {
        expect((await ask(`/zoho/${path}`, { method })).status).toBe(401)
      }
      expect((await send()).status).toBe(401)
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

  describe('access tokens', () => {
    it('are kept for their hour, across restarts, and renewed early, once for all', async () => {
      await connect()
      const given = (): number => asked(/oauth\/v2\/token$/)
      expect(given()).toBe(1)
      await advance(50 * MINUTE)
      await relay.restart()
      expect((await send()).status).toBe(200)
      expect(given()).toBe(1)
      await advance(6 * MINUTE)
      const replies = await Promise.all([channels(), ...Array.from({ length: 3 }, () => send())])
      expect(replies).toHaveLength(4)
      expect(given()).toBe(2)
    })

    it('last for seconds, whatever the document says', async () => {
      zoho.configure({ expiresIn: 'milliseconds' })
      await connect()
      await advance(61 * MINUTE)
      expect(await channels()).toHaveLength(3)
      expect(asked(/oauth\/v2\/token$/)).toBe(2)
      // None that had run out was tried.
      expect(asked(/api\/v2\/channels$/)).toBe(1)
    })

    it('are renewed where Zoho does not take one any more', async () => {
      await connect()
      zoho.endAccessTokens()
      expect((await send()).status).toBe(200)
      expect(kinds(zoho.channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('that cannot be had any more ask to connect again', async () => {
      await connect()
      zoho.revokeAll(ADA.email)
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
      zoho.addFault({ path: /v2\/token$/, effect: { type: 'status', status: 400, body: denied } })
      const refused = await ask('/zoho/channels')
      expect(refused.headers.get('retry-after')).toBe('600')
      expect(await refusal(refused)).toMatchObject({ code: 'paused' })
      expect(await isConnected()).toBe(true)
    })
  })

  describe('channels', () => {
    it('are searched without accents and case, those that were sent to last first', async () => {
      await connect()
      expect(await channels()).toEqual(['Brand', 'Announcements', 'Équipe Café'])
      expect(await channels('equipe cafe')).toEqual(['Équipe Café'])
      expect(await channels('#BR')).toEqual(['Brand'])
      expect(await channels('nothing')).toEqual([])
      await send({ channel: 'announcements' })
      await relay.restart()
      expect(await channels()).toEqual(['Announcements', 'Brand', 'Équipe Café'])
      expect(asked(/api\/v2\/channels$/)).toBe(1)
      await advance(6 * MINUTE)
      zoho.addChannels('Fresh')
      expect(await channels('fresh')).toEqual(['Fresh'])
    })

    it('are told apart by their unique names where people could not', async () => {
      await connect()
      zoho.addChannels('Bränd')
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
      zoho.addFault({ path: /channels$/, effect: { type: 'status', status, body } })
      expect(await refusal(await ask('/zoho/channels'))).toMatchObject({ status: told, code })
      expect(await channels()).toHaveLength(3)
    })

    it('are read to their end', async () => {
      zoho.addChannels(...Array.from({ length: 230 }, (_, at) => `Team ${at}`))
      await connect()
      expect(await channels()).toHaveLength(233)
    })
  })

  describe('sending', () => {
    beforeEach(async () => {
      await connect()
    })

    it('posts the note with a button to the file, then the pictures, as they were', async () => {
      const id = newId()
      const sent = await send({ id })
      const review: Review = { id, channel: 'brand', parts: ['posted', 'posted', 'posted'] }
      expect(await sent.json()).toEqual(review)
      expect(await (await ask(`/zoho/reviews/${id}`)).json()).toEqual(review)
      const by = ADA.email
      expect(zoho.channel('brand').posts).toEqual([
        {
          is: 'message',
          by,
          body: {
            text: 'Is this ours?',
            card: { title: 'Design for review', theme: 'modern-inline' },
            buttons: [
              {
                label: 'Open in Figma',
                type: '+',
                action: { type: 'open.url', data: { web: LINK } },
              },
            ],
          },
        },
        { is: 'file', by, name: 'Cover 1.png', bytes: PICTURES[0] },
        { is: 'file', by, name: 'Cover 2.png', bytes: PICTURES[1] },
      ])
      // Nobody else's.
      token = await relay.signIn(`Bo ${people}`)
      expect((await ask(`/zoho/reviews/${id}`)).status).toBe(404)
    })

    it('posts nothing twice, however often and at once it is asked', async () => {
      const id = newId()
      const replies = await Promise.all([send({ id }), send({ id }), send({ id })])
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
      await relay.restart()
      expect((await send({ id })).status).toBe(200)
      expect(kinds(zoho.channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('posts nothing twice where the plugin hung up meanwhile', async () => {
      const id = newId()
      const controller = new AbortController()
      const release = holdNextPicture()
      const lost = send({ id }, { signal: controller.signal }).catch(() => null)
      await expect.poll(() => zoho.channel('brand').posts.length).toBe(2)
      controller.abort()
      await lost
      release()
      await expect
        .poll(async () => ((await (await send({ id })).json()) as Review).parts)
        .not.toContain('waiting')
      expect(kinds(zoho.channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('begins no other part once it is cancelled, and goes on with Retry', async () => {
      const id = newId()
      const release = holdNextPicture()
      const sending = send({ id })
      await expect.poll(() => zoho.channel('brand').posts.length).toBe(2)
      const cancelled = await ask(`/zoho/reviews/${id}/cancel`, { method: 'POST' })
      expect(await cancelled.json()).toMatchObject({ parts: ['posted', 'in-doubt', 'waiting'] })
      release()
      expect(await refusal(await sending)).toMatchObject({
        ...{ code: 'cancelled', review: { parts: ['posted', 'posted', 'waiting'] } },
      })
      expect(kinds(zoho.channel('brand').posts)).toEqual(['message', 'Cover 1.png'])
      expect((await send({ id })).status).toBe(200)
      expect(kinds(zoho.channel('brand').posts)).toEqual(ALL_POSTED)
      const unknown = `/zoho/reviews/${newId()}/cancel`
      expect((await ask(unknown, { method: 'POST' })).status).toBe(404)
    })

    it.each([0, 1])('does not send again what is in doubt: part %i', async (part) => {
      const id = newId()
      const path = part === 0 ? /message$/ : /files$/
      zoho.addFault({ path, effect: { type: 'cut', at: 'end' } })
      const broken = await refusal(await send({ id }))
      expect(broken).toMatchObject({ status: 502, code: 'in-doubt' })
      expect(broken.message).toContain(
        part === 0 ? 'The note may have arrived' : 'Picture 1 may have arrived',
      )
      await relay.restart()
      const review = (await (await send({ id })).json()) as Review
      expect(review.parts[part]).toBe('in-doubt')
      expect(review.parts.filter((each) => each === 'posted')).toHaveLength(2)
      expect(kinds(zoho.channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('does not send again what was on its way when the relay was ended', async () => {
      const id = newId()
      const release = holdNextPicture()
      const lost = send({ id }).catch(() => null)
      await expect.poll(() => zoho.channel('brand').posts.length).toBe(2)
      const restarting = relay.restart()
      release()
      await restarting
      await lost
      const review = (await (await send({ id })).json()) as Review
      expect(review.parts).not.toContain('waiting')
      expect(kinds(zoho.channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('takes a server that fails for one that may have done it', async () => {
      const id = newId()
      zoho.addFault({ path: /message$/, effect: { type: 'status', status: 500, body: {} } })
      expect(await refusal(await send({ id }))).toMatchObject({
        code: 'in-doubt',
        review: { parts: ['in-doubt', 'waiting', 'waiting'] },
      })
    })

    it('says what is wrong with the channel, and that nothing was posted', async () => {
      zoho.channel('brand').state = 'read-only'
      expect(await refusal(await send())).toMatchObject({ status: 403, code: 'channel-closed' })
      zoho.channel('brand').state = 'left'
      const id = newId()
      expect(await refusal(await send({ id }))).toMatchObject({
        ...{ status: 404, code: 'channel-gone' },
        review: { parts: ['waiting', 'waiting', 'waiting'] },
      })
      expect(await channels()).not.toContain('Brand')
      zoho.channel('brand').state = 'open'
      expect((await send({ id })).status).toBe(200)
    })

    it('says which picture is too large for Zoho, and goes on with a smaller one', async () => {
      const id = newId()
      zoho.configure({ largestFile: 1_000 })
      const big = new Uint8Array([...TINY, ...new Uint8Array(2_000)])
      const refused = await refusal(await send({ id, pictures: [TINY, big] }))
      expect(refused).toMatchObject({ status: 413, code: 'picture-too-large' })
      expect(refused.message).toMatch(/^Picture 2 is too large for Zoho Cliq\./)
      expect((await send({ id })).status).toBe(200)
      expect(kinds(zoho.channel('brand').posts)).toEqual(ALL_POSTED)
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

    it('needs no note and no link, and gives files names that are such anywhere', async () => {
      const form = formOf({ note: ' ', link: '', pictures: [] })
      form.append('pictures', new File([TINY], '../Home: a/b?.PNG'))
      form.append('pictures', new File([TINY], '.png'))
      const sent = await ask(`/zoho/reviews/${newId()}`, { method: 'POST', body: form })
      expect(sent.status).toBe(200)
      expect(zoho.channel('brand').posts).toMatchObject([
        { body: { text: 'A design for review.' } },
        { name: '.. Home  a b.png' },
        { name: 'Design.png' },
      ])
    })

    it('refuses an id that is of something else', async () => {
      const id = newId()
      await send({ id })
      for (const fields of [{ channel: 'announcements' }, { pictures: [TINY] }]) {
        expect(await refusal(await send({ id, ...fields }))).toMatchObject({
          ...{ status: 409, code: 'another-review' },
        })
      }
      expect(kinds(zoho.channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('stays below Zoho’s limits, and begins nothing that does not fit in', async () => {
      const pictures = Array<Uint8Array<ArrayBuffer>>(8).fill(TINY)
      expect((await send({ pictures })).status).toBe(200)
      const id = newId()
      const refused = await send({ id, pictures })
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
      expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After')
      expect(await refusal(refused)).toMatchObject({ status: 429, code: 'paused' })
      expect(zoho.channel('brand').posts).toHaveLength(9)
      await advance(MINUTE)
      expect((await send({ id, pictures })).status).toBe(200)
      expect(zoho.channel('brand').posts).toHaveLength(18)
    })

    it.each(['documented', 'seen'] as const)('keeps to a lock, %s', async (overLimit) => {
      zoho.configure({ overLimit })
      const id = newId()
      const body = { code: 'request_limit_exceeded', message: 'You have exceeded the limits.' }
      const status = overLimit === 'documented' ? 429 : 400
      zoho.addFault({ path: /files$/, effect: { type: 'status', status, body } })
      const locked = await send({ id })
      expect(locked.headers.get('retry-after')).toBe('600')
      const { message } = await refusal(locked)
      expect(message).toBe('Zoho Cliq takes no more for 10 minutes. Try again then.')
      await relay.restart()
      const before = zoho.requests.length
      await advance(9 * MINUTE)
      const still = await send({ id })
      expect(Number(still.headers.get('retry-after'))).toBeGreaterThan(30)
      expect(zoho.requests).toHaveLength(before)
      await advance(MINUTE)
      expect((await send({ id })).status).toBe(200)
      expect(kinds(zoho.channel('brand').posts)).toEqual(ALL_POSTED)
    })

    it('says that Zoho does not take something', async () => {
      const body = { code: 'invalid_parameters' }
      zoho.addFault({ path: /message$/, effect: { type: 'status', status: 400, body } })
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

  it('has left Zoho’s tokens and codes, and the secret, in no reply, no line of the log, and not in clear on the disk', async () => {
    await connect()
    await send()
    const kept = await relay.kept()
    expect(kept).toContain(person)
    expect(said).toContain('is connected for')
    expect(relay.lines.join('\n')).toContain('zoho-connected')
    for (const text of [kept, relay.lines.join('\n'), said]) {
      expect(zoho.leaks(text)).toBe(false)
      expect(text.includes(ZOHO_CLIENT.secret)).toBe(false)
    }
  })
})
