import { describe, expect, it } from 'vitest'
import type { Client } from '../../../ui/cliquify/client.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import type { FaultInput } from '../../cliquify/faults.ts'
import { connected, failureOf, openClient, patience, SAMPLE } from './connected.ts'

const api = useCliquify()
/** Another server, which has no business with anything secret. */
const elsewhere = useCliquify()

/** What the server says for itself: it is for Details, never the message. */
const SAID = 'SQLSTATE[42S02] said the server'

const answer = (status: number, body: unknown): FaultInput['effect'] => ({
  type: 'status',
  status,
  body,
})

const ENDED = 'The connection to Cliquify has ended. Connect again.'
const REFUSED =
  'Cliquify did not accept this client ID and secret. Check both and connect again; if it stays, tell your Cliquify administrator.'
const INACTIVE = 'This Cliquify account is not active. Ask your Cliquify administrator.'
const DOWN = 'Cliquify is not answering properly. Wait a moment and try again.'
const PAGE =
  'A server in between answered instead of Cliquify. Try again; if it stays, ask whoever looks after your network.'

const UNPAID = (what: string): string =>
  `The plan of this Cliquify account does not cover ${what}. Ask your Cliquify administrator.`
const NOT_ACCEPTED =
  'Cliquify did not accept the request. Try again; if it stays, tell your Cliquify administrator.'

type Row = readonly [
  effect: FaultInput['effect'],
  kind: string,
  action: string,
  message: string,
  /** What is to be found under Details. */
  details: string | null,
]

const TOKEN_ROWS: readonly Row[] = [
  [
    answer(400, { success: false, message: 'Access token invalid or expired.', details: SAID }),
    'connection-refused',
    'connect',
    REFUSED,
    SAID,
  ],
  [
    answer(400, { error: 'unsupported_grant_type', error_description: SAID }),
    'connection-refused',
    'connect',
    REFUSED,
    SAID,
  ],
  [answer(200, { success: false, message: SAID }), 'connection-refused', 'connect', REFUSED, SAID],
  [
    answer(400, { error: 'invalid_client', error_description: SAID }),
    'wrong-credentials',
    'connect',
    REFUSED,
    SAID,
  ],
  [
    answer(401, { success: false, message: SAID, details: { error: 'invalid_client' } }),
    'wrong-credentials',
    'connect',
    REFUSED,
    SAID,
  ],
  [answer(401, { message: SAID }), 'connection-refused', 'connect', REFUSED, SAID],
  [answer(401, '<title>401 Authorization Required</title>'), 'not-json', 'retry', PAGE, '401'],
  [answer(403, '<title>Just a moment...</title>'), 'not-json', 'retry', PAGE, 'Just a moment'],
  [answer(402, { message: SAID }), 'inactive-account', 'retry', UNPAID('the connection'), SAID],
  [answer(419, { message: SAID }), 'invalid-request', 'retry', NOT_ACCEPTED, SAID],
  [
    answer(405, { message: SAID }),
    'not-offered',
    'retry',
    'Cliquify does not let Figma plugins connect with a client ID and secret. Use an access token, or sign in with your team.',
    SAID,
  ],
  [
    answer(422, { message: SAID, errors: { client_id: SAID } }),
    'invalid-request',
    'connect',
    'Cliquify did not accept the client ID. Correct it and connect again.',
    SAID,
  ],
  [
    answer(403, { success: false, message: 'Inactive enterprise.' }),
    'inactive-account',
    'retry',
    INACTIVE,
    'Inactive enterprise.',
  ],
  [
    answer(422, { client_secret: [`The client secret field is required. ${SAID}`] }),
    'missing-credentials',
    'connect',
    'Enter both the client ID and the client secret.',
    SAID,
  ],
  [
    answer(422, { client_id: [SAID] }),
    'invalid-request',
    'connect',
    'Cliquify did not accept the client ID. Correct it and connect again.',
    SAID,
  ],
  [{ type: 'html', status: 200 }, 'not-json', 'retry', PAGE, 'Sign in'],
  [{ type: 'html', status: 502 }, 'server-down', 'retry', DOWN, '502'],
  [answer(500, { message: SAID }), 'server-down', 'retry', DOWN, SAID],
  [
    answer(200, { success: true, message: SAID }),
    'unexpected-reply',
    'retry',
    'Cliquify sent the connection in a form that this plugin cannot read. Try again; if it stays, look for a newer version of the plugin.',
    SAID,
  ],
  [
    { type: 'rate-limited', seconds: 3600 },
    'rate-limited',
    'retry',
    'Cliquify got too many requests. Wait 60 minutes and try again.',
    'Too Many Attempts.',
  ],
]

const API_ROWS: readonly Row[] = [
  [answer(401, '<title>401</title>'), 'not-json', 'retry', PAGE, '401'],
  [answer(403, 'the scope of a firewall'), 'not-json', 'retry', PAGE, 'scope'],
  [answer(403, ''), 'not-json', 'retry', PAGE, '403'],
  [answer(402, { message: SAID }), 'inactive-account', 'retry', UNPAID('templates'), SAID],
  [
    answer(419, { message: 'CSRF token mismatch.' }),
    'invalid-request',
    'retry',
    NOT_ACCEPTED,
    'CSRF',
  ],
  [
    answer(405, { message: SAID }),
    'not-offered',
    'retry',
    'Cliquify does not let this plugin read templates. Look for a newer version of the plugin.',
    SAID,
  ],
  [answer(401, { message: 'Unauthenticated.' }), 'connection-expired', 'connect', ENDED, null],
  [
    answer(400, { success: false, message: 'Access token expired.' }),
    'connection-expired',
    'connect',
    ENDED,
    null,
  ],
  [
    answer(403, { message: 'Token does not have the required scope.' }),
    'missing-scope',
    'connect',
    'This connection may not read templates. Ask your Cliquify administrator if it should.',
    'required scope',
  ],
  [
    answer(403, { code: 403, message: 'Inactive enterprise.' }),
    'inactive-account',
    'retry',
    INACTIVE,
    'Inactive enterprise.',
  ],
  [
    answer(404, { message: 'Company not found.' }),
    'no-company',
    'settings',
    'This connection is not linked to an active company. Ask your Cliquify administrator.',
    'Company not found.',
  ],
  [
    answer(404, { message: SAID }),
    'not-offered',
    'retry',
    'This Cliquify account does not offer templates. Ask your Cliquify administrator if it should.',
    SAID,
  ],
  [
    answer(422, { per_page: [SAID] }),
    'invalid-request',
    'retry',
    'Cliquify did not accept “per page” in the request. Try again; if it stays, look for a newer version of the plugin.',
    SAID,
  ],
  [answer(418, { code: 'teapot', message: SAID }), 'invalid-request', 'retry', NOT_ACCEPTED, SAID],
  [
    { type: 'rate-limited', seconds: 400, retryAfter: 'date' },
    'rate-limited',
    'retry',
    'Cliquify got too many requests. Wait 7 minutes and try again.',
    'Too Many Attempts.',
  ],
  [answer(500, { message: SAID }), 'server-down', 'retry', DOWN, SAID],
  [{ type: 'html', status: 502 }, 'server-down', 'retry', DOWN, 'Bad Gateway'],
  [{ type: 'html', status: 503 }, 'server-down', 'retry', DOWN, 'GET /api/templates: 503'],
  [{ type: 'html', status: 200 }, 'not-json', 'retry', PAGE, 'Sign in'],
  [
    answer(200, { code: 404, message: 'Company not found.' }),
    'no-company',
    'settings',
    'This connection is not linked to an active company. Ask your Cliquify administrator.',
    'Company not found.',
  ],
  [answer(200, 'nothing but text'), 'not-json', 'retry', PAGE, 'nothing but text'],
  [
    { type: 'delay', ms: 3000 },
    'timeout',
    'retry',
    'Cliquify took too long to answer. Check your connection and try again.',
    'GET /api/templates: no reply within 300 ms',
  ],
]

async function expectTold(call: Promise<unknown>, row: Row, secrets: string[]): Promise<void> {
  const [, kind, action, message, details] = row
  const failure = await failureOf(call)
  expect([failure.kind, failure.action]).toEqual([kind, action])
  expect(failure.message).toBe(message)
  expect(failure.message).not.toContain(SAID)
  if (details !== null) expect(failure.details).toContain(details)
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(8)
    expect(JSON.stringify([failure.message, failure.details])).not.toContain(secret)
  }
}

describe('the token endpoint', () => {
  it.each(TOKEN_ROWS)('answering %j is told as %s', async (...row) => {
    api.addFault({ path: '/oauth/access-token', effect: row[0] })
    const { client } = openClient(api.origin)
    await expectTold(client.connect(SAMPLE, true), row, [SAMPLE.clientSecret])
    expect(client.session).toBeNull()
  })

  it('out of reach is told so', async () => {
    api.setOffline(true)
    const { client } = openClient(api.origin)
    const failure = await failureOf(client.connect(SAMPLE, false))
    expect([failure.kind, failure.action]).toEqual(['unreachable', 'retry'])
    expect(failure.message).toBe(
      'Cliquify cannot be reached. Check your connection and firewall, and try again.',
    )
  })

  it.each(['start', 'middle'] as const)(
    'that breaks off once (%s) is asked once more, and then connects',
    async (at) => {
      api.addFault({ path: '/oauth/access-token', times: 1, effect: { type: 'cut', at } })
      const { client } = openClient(api.origin)
      await client.connect(SAMPLE, false)
      expect(client.session).not.toBeNull()
    },
  )

  it.each([
    ['middle', 'unreachable'],
    ['start', 'server-down'],
  ] as const)('that breaks off twice (%s) is told as %s, never as blocked', async (at, kind) => {
    api.addFault({ path: '/oauth/access-token', effect: { type: 'cut', at } })
    const { client } = openClient(api.origin)
    const failure = await failureOf(client.connect(SAMPLE, false))
    expect([failure.kind, failure.action]).toEqual([kind, 'retry'])
    expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  it.each([
    ['header', { 'Retry-After': '1200' }, {}],
    ['body', {}, { retry_after: 1200 }],
  ])('closed for maintenance is told until when (%s)', async (_, headers, more) => {
    const body = { message: 'Service Unavailable', ...more }
    const effect = { type: 'status', status: 503, body, headers } as const
    api.addFault({ path: '/oauth/access-token', effect })
    const { client } = openClient(api.origin)
    const { kind, message } = await failureOf(client.connect(SAMPLE, false))
    expect(kind).toBe('server-down')
    const told = /until (?:.* )?(\d\d):(\d\d)\. Try again then\.$/.exec(message)
    const then = new Date(Date.now() + 1_200_000)
    const minutes = Number(told?.[1]) * 60 + Number(told?.[2])
    const expected = then.getHours() * 60 + then.getMinutes()
    expect((expected - minutes + 1440) % 1440).toBeLessThanOrEqual(1)
    expect(api.requests).toHaveLength(1)
  })

  it('that does not answer is told so, after one request', async () => {
    api.addFault({ path: '/oauth/access-token', effect: { type: 'delay', ms: 3000 } })
    const { client } = openClient(api.origin, { limits: { apiTimeoutMs: 100 } })
    const failure = await failureOf(client.connect(SAMPLE, false))
    expect([failure.kind, failure.action]).toEqual(['timeout', 'retry'])
    expect(failure.message).toBe(
      'Cliquify took too long to answer. Check your connection and try again.',
    )
    expect(api.requests).toHaveLength(1)
  })
})

describe.each([302, 307, 308] as const)('a server that sends on elsewhere with %i', (status) => {
  const sendOn = (path: string): void => {
    const effect = { type: 'redirect', to: elsewhere.origin + path, status } as const
    api.addFault({ path, effect })
  }

  it.each(['/oauth/access-token', '/oauth/introspect', '/oauth/revoke'])(
    'does not bring what is posted to %s there',
    async (path) => {
      const { client } = await connected(api.origin)
      sendOn(path)
      if (path === '/oauth/revoke') expect(await client.disconnect()).toBe(false)
      else {
        // Asked about in another way.
        if (path === '/oauth/introspect') await client.checkConnection(patience())
        else expect((await failureOf(client.connect(SAMPLE, false))).kind).toBe('out-of-reach')
      }
      expect(api.requests.some((request) => request.path === path)).toBe(true)
      expect(elsewhere.requests).toEqual([])
    },
  )

  it('is not believed what answers there, though it may be read', async () => {
    const { client } = await connected(api.origin)
    sendOn('/api/templates')
    const body = { data: [{ id: 1, name: 'Planted', url: 'https://cdn.example.com/a.png' }] }
    elsewhere.addFault({ path: '/api/templates', effect: answer(200, body) })
    const failure = await failureOf(client.templates(null, patience()))
    expect([failure.kind, failure.action]).toEqual(['out-of-reach', 'retry'])
  })

  it('is followed where that is the API itself', async () => {
    const { client } = await connected(api.origin)
    const effect = { type: 'redirect', to: `${api.origin}/api/templates?page=1`, status } as const
    api.addFault({ path: '/api/templates', times: 1, effect })
    expect((await client.templates(null, patience())).items.length).toBeGreaterThan(0)
  })

  it('does not bring the token there', async () => {
    const { client } = await connected(api.origin)
    sendOn('/api/templates')
    sendOn('/media/a.png')
    await failureOf(client.media(`${api.origin}/media/a.png`, patience()))
    await failureOf(client.templates(null, patience()))
    const asked = elsewhere.requests.map(({ path }) => path)
    expect(asked).toEqual(['/media/a.png', '/api/templates'])
    expect(elsewhere.requests.filter(({ credentials }) => credentials !== 'none')).toEqual([])
  })
})

describe('the API', () => {
  async function opened(): Promise<{ client: Client; token: string }> {
    const { client } = await connected(api.origin, { limits: { apiTimeoutMs: 300 } })
    return { client, token: client.session?.accessToken ?? '' }
  }

  it.each(API_ROWS)('answering %j is told as %s', async (...row) => {
    const { client, token } = await opened()
    api.addFault({ path: '/api/templates', effect: row[0] })
    await expectTold(client.templates(null, patience()), row, [token])
  })

  it.each(['cut', 'offline'] as const)(
    'whose connection is %s is told as unreachable',
    async (how) => {
      const { client } = await opened()
      if (how === 'offline') api.setOffline(true)
      else api.addFault({ path: '/api/templates', effect: { type: 'cut' } })
      const failure = await failureOf(client.templates(null, patience()))
      expect([failure.kind, failure.action]).toEqual(['unreachable', 'retry'])
      expect(failure.details).toContain('GET /api/templates')
    },
  )

  it('that breaks off where it answered before is told as that, after some tries', async () => {
    const { client } = await opened()
    api.addFault({ path: '/api/templates', effect: { type: 'cut', at: 'start' } })
    const failure = await failureOf(client.templates(null, patience()))
    expect([failure.kind, failure.action]).toEqual(['server-down', 'retry'])
    expect(failure.message).toBe('Cliquify is not answering properly. Wait a moment and try again.')
    expect(api.requests.filter(({ method }) => method === 'GET')).toHaveLength(3)
  })

  it('that echoes the token in any failure has it taken out of the details', async () => {
    const { client, token } = await opened()
    const echo = { message: `Bearer ${token}`, token, trace: [`x=${encodeURIComponent(token)}`] }
    for (const status of [403, 404, 422, 500]) {
      api.addFault({ path: '/api/templates', times: 1, effect: answer(status, echo) })
      const { message, details } = await failureOf(client.templates(null, patience()))
      expect(`${message} ${details}`).not.toContain(token)
      expect(details).toContain('[redacted]')
    }
  })

  it('whose call is left is told as cancelled, and the request is broken off', async () => {
    const { client } = await opened()
    api.addFault({ path: '/api/templates', effect: { type: 'delay', ms: 250 } })
    const leave = new AbortController()
    const failure = failureOf(client.templates(null, leave.signal))
    setTimeout(() => leave.abort(), 30)
    expect([(await failure).kind, (await failure).action]).toEqual(['cancelled', 'none'])
  })

  it('that says after a revocation that there is no such token has done what was asked', async () => {
    const { client } = await opened()
    // All that was ever issued is forgotten.
    api.reset()
    await client.disconnect()
    const revocation = api.requests.find(({ path }) => path === '/oauth/revoke')
    expect([revocation?.status, client.session]).toEqual([422, null])
  })
})
