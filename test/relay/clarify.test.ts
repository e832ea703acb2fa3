import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CLARIFY_CLIENT, openClarifyServer, type ClarifyServer } from './clarify-server.ts'
import { openRelay, type OpenRelay } from './open-relay.ts'

const DAY = 86_400_000
const SELECT = { jsonrpc: '2.0', id: 1, method: 'clarify.selectItems', params: { query: {} } }

let folder: string
let clarify: ClarifyServer
let relay: OpenRelay
let token: string

/** A credentials file as Clarify hands it out, with an address that is none of Clarify's. */
async function writeCredentials(clientSecret: string): Promise<string> {
  const path = join(folder, 'credentials.json')
  const credentials = { type: 'client-credentials', ...CLARIFY_CLIENT, clientSecret }
  const file = { apiUrl: 'https://evil.example/v1/', integration: 'i', credentials }
  await writeFile(path, JSON.stringify(file))
  return path
}

function ask(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${relay.origin}/clarify/v1/rpc`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

describe.each([
  ['documented', 'Node'],
  ['documented', 'Workers'],
  ['oidc-provider', 'Node'],
] as const)('Clarify with %s tokens, on %s', (tokensBy, runtime) => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clarify-'))
    clarify = await openClarifyServer(tokensBy)
    const path = await writeCredentials(CLARIFY_CLIENT.clientSecret)
    relay = await openRelay(runtime, {}, async () => ({
      CLARIFY_CREDENTIALS_FILE: path,
      CLARIFY_API_URL: clarify.apiUrl,
    }))
    token = await relay.signIn('Ada')
  })
  afterEach(async () => {
    await relay.close()
    await clarify.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('is asked for one token for its audience, however many call it cold', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => ask(SELECT)))
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(await replies[0]?.json()).toMatchObject({ result: { data: [] } })
    expect(clarify.tokenRequests).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: CLARIFY_CLIENT.clientId,
        client_secret: CLARIFY_CLIENT.clientSecret,
        audience: clarify.apiUrl,
      },
    ])
    expect(clarify.calls[0]).toEqual({ body: SELECT, version: '1.1' })
  })

  it('gives a token that is kept across restarts until it runs out, and sealed', async () => {
    await ask(SELECT)
    await relay.restart()
    expect((await ask(SELECT)).status).toBe(200)
    expect(clarify.tokenRequests).toHaveLength(1)

    const kept = await relay.kept()
    const [given = ''] = clarify.tokens
    expect(given).not.toBe('')
    for (const all of [kept, relay.lines.join()]) {
      expect(all.includes(given)).toBe(false)
      expect(all.includes(CLARIFY_CLIENT.clientSecret)).toBe(false)
    }

    await relay.advanceClock(DAY)
    expect((await ask(SELECT)).status).toBe(200)
    expect(clarify.tokenRequests).toHaveLength(2)
  })

  it('is asked for a new token where it takes back the one it gave', async () => {
    await ask(SELECT)
    clarify.expireTokens()
    expect((await ask(SELECT)).status).toBe(200)
    expect(clarify.tokenRequests).toHaveLength(2)
  })

  it('is read alone, by people who have signed in, and never by what another parser may see', async () => {
    for (const body of [
      { ...SELECT, method: 'integration.insert' },
      { ...SELECT, method: 'admin.publishSignals' },
      { ...SELECT, method: ['clarify.selectItems'] },
      [SELECT],
      'no JSON',
      '',
    ]) {
      expect((await ask(body)).status).toBe(403)
    }
    expect((await ask(SELECT, { 'X-API-Version': '1.1\tx' })).status).toBe(403)
    expect((await ask(SELECT, { Authorization: 'Bearer guess' })).status).toBe(401)
    expect(clarify.calls).toEqual([])
    await ask({ ...SELECT, Method: 'integration.insert' }, { 'X-API-Version': '1.0' })
    expect(clarify.calls).toEqual([{ body: SELECT, version: '1.0' }])
  })

  it('says in a sentence that it does not know the relay, to people and to the administrator', async () => {
    await writeCredentials('another-secret')
    await relay.restart()
    const refused = await ask(SELECT)
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({
      message: expect.stringContaining('can no longer sign in to Clarify.') as string,
    })
    await ask(SELECT)
    // It is costly to ask: not again within a minute.
    expect(clarify.tokenRequests).toHaveLength(1)
    expect(relay.lines.join('\n')).toContain('CLARIFY_CREDENTIALS_FILE')
    expect(relay.lines.join('\n')).not.toContain('another-secret')
  })

  it('is not asked for ever new tokens where it refuses those that it gives', async () => {
    clarify.refuseTokens()
    for (let each = 0; each < 4; each++) expect((await ask(SELECT)).status).toBe(503)
    expect(clarify.tokenRequests).toHaveLength(2)
    const told = relay.lines.filter((line) => line.includes('refuses the tokens that it gives'))
    expect(told).toHaveLength(1)
  })

  it('is waited for as it asks, and is no way to anything else', async () => {
    clarify.answerNext(429, { 'Retry-After': '7' })
    const paused = await ask(SELECT)
    expect(paused.status).toBe(429)
    expect(paused.headers.get('retry-after')).toBe('7')
    for (const path of ['/clarify/v1/', '/clarify/v1/oauth/token', '/clarify/v2/rpc']) {
      expect((await relay.post(path, {})).status).toBe(404)
    }
    await relay.restart({ CLARIFY_CREDENTIALS_FILE: '' })
    expect((await ask(SELECT)).status).toBe(404)
  })
})
