import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRelay } from '../../relay/build.mjs'
import { encodePng } from '../cliquify/brand/png.ts'
import { SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import { startZoho } from '../zoho/server.ts'
import { COMPANY_CLIENT, openCompany } from './company.ts'
import { freePort } from './free-port.ts'
import {
  environmentOf,
  keptIn,
  RELAY_SECRET,
  RUNTIMES,
  signInWith,
  startSignIn,
  tokenIn,
} from './open-relay.ts'
import { openProcesses, type RelayProcesses } from './relay-process.ts'
import { openTinyBrowser } from './tiny-browser.ts'
import { startWorkers } from './workers-runtime.ts'

describe.each(RUNTIMES)('a relay on %s that is killed', (runtime) => {
  let cliquify: Cliquify
  let data: string
  let environment: Record<string, string>
  let origin: string
  let port: number
  let processes: RelayProcesses
  /** All that the relay has written and answered. */
  let said = ''
  /** Invitations, keys and tokens that people were given. */
  const given: string[] = []

  beforeAll(async () => {
    cliquify = await startCliquify()
    data = await mkdtemp(join(tmpdir(), 'relay-'))
    port = await freePort()
    origin = `http://localhost:${port}`
    environment = environmentOf(cliquify.origin, { origin, data, port })
    processes = openProcesses({ bundle: await buildRelay(), environment, note })
  })
  afterAll(async () => {
    processes.close()
    await cliquify.close()
    await rm(data, { recursive: true, force: true })
  })

  function note(text: string): void {
    said += `${text}\n`
  }

  /** What kills it. */
  async function start(changes: Readonly<Record<string, string>> = {}): Promise<() => unknown> {
    if (runtime === 'Workers') {
      const variables = { ...environment, ...changes }
      return (await startWorkers({ variables, port, data, write: note })).kill
    }
    const { child, ended } = await processes.start(changes)
    return () => {
      child.kill('SIGKILL')
      return ended
    }
  }

  async function administer(command: string, init: RequestInit = {}): Promise<unknown> {
    const headers = { Authorization: `Bearer ${RELAY_SECRET}` }
    const reply = await ask(`/admin/${command}`, { ...init, headers })
    expect(reply.status).toBe(200)
    return reply.json()
  }

  async function invite(name: string): Promise<string> {
    const init = { method: 'POST', body: new URLSearchParams({ name }) }
    const { invitation } = (await administer('invite', init)) as { invitation: string }
    return invitation
  }

  async function ask(path: string, init?: RequestInit): Promise<Response> {
    const response = await fetch(origin + path, init)
    const copy = response.clone()
    note([...copy.headers].join() + (await copy.text()))
    return response
  }

  const post = (path: string, fields: Record<string, string>): Promise<Response> =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields) })
  const list = (token: string, path = '/api/folders'): Promise<Response> =>
    ask(path, { headers: { Authorization: `Bearer ${token}` } })
  const asked = (path: string): number =>
    cliquify.requests.filter((request) => request.path === path).length

  it('in the middle of a sign-in loses and doubles nothing', async () => {
    let kill = await start()
    const invitation = await invite('Ada Lovelace')
    const { readKey, url } = await startSignIn(origin)
    given.push(invitation, readKey, new URL(url).pathname.replace('/login/', ''))
    await kill()
    kill = await start()
    expect((await post('/login/poll', { readKey })).status).toBe(202)
    expect((await post(new URL(url).pathname, { invitation })).status).toBe(200)
    await kill()
    kill = await start()
    expect((await post(new URL(url).pathname, { invitation })).status).toBe(410)
    const token = await tokenIn(await post('/login/poll', { readKey }))
    given.push(token)
    // As if the reply had been lost: it is the same token, and one person.
    await kill()
    kill = await start()
    expect(await tokenIn(await post('/login/poll', { readKey }))).toBe(token)
    expect((await post('/login/poll', { readKey })).status).toBe(400)
    expect(await administer('users')).toEqual({
      users: [
        { name: 'Ada Lovelace', state: 'signed-in', expiresAt: expect.any(Number) as number },
      ],
    })
    expect((await list(token)).status).toBe(200)
    await kill()
  }, 60_000)

  it('while it asks for a token asks for one when it is back', async () => {
    let kill = await start()
    const token = await signInWith(origin, await invite('Bo'))
    cliquify.expireTokens()
    cliquify.forgetRequests()
    cliquify.addFault({ path: '/oauth/access-token', times: 1, effect: { type: 'delay', ms: 800 } })
    const lost = list(token, '/api/tags').catch(() => null)
    await expect.poll(() => asked('/oauth/access-token')).toBe(1)
    await kill()
    await lost
    kill = await start()
    const replies = await Promise.all(
      ['/api/tags', '/api/brand-kits'].map((path) => list(token, path)),
    )
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect(asked('/oauth/access-token')).toBe(2)
    await kill()
  }, 60_000)

  it('while somebody is at the company loses nothing', async () => {
    const company = await openCompany({ redirectUri: `${origin}/login/callback` })
    let kill = await start(company.environment)
    const { readKey, url } = await startSignIn(origin)
    const browser = openTinyBrowser()
    const there = await browser.submit(await browser.open(url))
    await kill()
    kill = await start(company.environment)
    const done = await browser.submit(there, { email: 'cleo@example.com' })
    expect(done.text).toContain('signed in as cleo@example.com')
    await kill()
    kill = await start(company.environment)
    const token = await tokenIn(await post('/login/poll', { readKey }))
    expect((await list(token)).status).toBe(200)
    expect(await administer('users')).toMatchObject({
      users: expect.arrayContaining([
        expect.objectContaining({ name: 'cleo@example.com', state: 'signed-in' }),
      ]) as unknown,
    })
    await kill()
    await company.close()
  }, 60_000)

  it('between two pictures posts the rest, and none twice', async () => {
    const zoho = await startZoho(`${origin}/zoho/callback`)
    zoho.addUser('ada@example.com', 'jp')
    zoho.addChannels('Brand')
    let kill = await start(zoho.environment)
    const token = await signInWith(origin, await invite('Dora'))
    const headers = { Authorization: `Bearer ${token}` }
    const begun = await ask('/zoho/connect', { method: 'POST', headers })
    const { url } = (await begun.json()) as { url: string }
    const browser = openTinyBrowser()
    const consent = await browser.submit(await browser.open(url))
    expect((await browser.submit(consent, { email: 'ada@example.com' })).status).toBe(200)
    const picture = await encodePng({ width: 1, height: 1, data: new Uint8ClampedArray(4) })
    const send = async (): Promise<Response> => {
      const body = new FormData()
      body.set('channel', 'brand')
      body.set('note', 'Please look')
      for (const name of ['1.png', '2.png', '3.png']) {
        body.append('pictures', new File([new Uint8Array(picture)], name))
      }
      return ask('/zoho/reviews/killed-between-two', { method: 'POST', headers, body })
    }
    const { posts } = zoho.channel('brand')
    let release = (): void => undefined
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    zoho.addFault({ path: /files$/, effect: { type: 'held', until } })
    const lost = send().catch(() => null)
    await expect.poll(() => posts.length, { timeout: 5_000 }).toBe(2)
    await kill()
    release()
    await lost
    kill = await start(zoho.environment)
    expect(await (await send()).json()).toMatchObject({
      parts: ['posted', 'in-doubt', 'posted', 'posted'],
    })
    expect(posts.map((post) => (post.is === 'file' ? post.name : post.is))).toEqual([
      ...['message', '1.png', '2.png', '3.png'],
    ])
    await kill()
    for (const text of [said, await keptIn(data)]) expect(zoho.leaks(text)).toBe(false)
    await zoho.close()
  }, 60_000)

  it('has left its secrets and Cliquify’s tokens nowhere but in its environment', async () => {
    const kept = await keptIn(data)
    expect(given).toHaveLength(4)
    for (const text of given) expect(kept.includes(text)).toBe(false)
    expect(kept).toContain('Ada Lovelace')
    expect(said).toContain('Aurora')
    expect(said).toContain('"event":"request"')
    for (const text of [kept, said]) {
      for (const secret of [SAMPLE_CLIENT_SECRET, RELAY_SECRET, COMPANY_CLIENT.secret]) {
        expect(text.includes(secret)).toBe(false)
      }
      expect(cliquify.leaks(text)).toBe(false)
    }
  })
})
