import { afterEach, describe, expect, it, vi } from 'vitest'
import { noReply, type Call } from '../../../shared/cliquify/errors.ts'
import { redactor } from '../../../shared/cliquify/redact.ts'
import { errorOf, type TellRefusal } from '../../../shared/cliquify/reply-errors.ts'
import { connectRefused } from '../../../shared/cliquify/token-refusals.ts'

const asIs = (text: string): string => text
const api: Call = { type: 'api', what: 'templates', line: 'GET /api/templates' }
const token: Call = { type: 'token', what: 'the connection', line: 'POST /oauth/access-token' }

/** Credentials are refused in their own way. */
function refusalsOf(call: Call): TellRefusal | undefined {
  return call === token ? connectRefused : undefined
}

function told(call: Call, status: number, body: unknown): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const parsed = typeof body === 'string' ? undefined : body
  const reply = { status, headers: new Headers(), body: parsed, text }
  const error = errorOf(call, reply, asIs, refusalsOf(call))
  expect(error.message).toMatch(/^[A-Z“].*\.$/)
  return `${error.kind} ${error.action}`
}

afterEach(() => vi.unstubAllGlobals())

describe('a refused request', () => {
  it.each([
    [token, 400, { success: false, message: 'Access token expired' }, 'connection-refused connect'],
    [token, 400, { error: 'invalid_client' }, 'wrong-credentials connect'],
    [token, 401, { details: { error: 'invalid_client' } }, 'wrong-credentials connect'],
    [token, 403, { success: false, message: 'Inactive enterprise.' }, 'inactive-account retry'],
    [
      token,
      422,
      { client_id: ['The client id field is required.'] },
      'missing-credentials connect',
    ],
    [token, 422, { client_id: ['The client id is unusual.'] }, 'invalid-request connect'],
    [api, 401, { message: 'Unauthenticated.' }, 'connection-expired connect'],
    [api, 403, { message: 'Token does not have the required scope.' }, 'missing-scope connect'],
    [api, 403, { code: 403, message: 'Inactive enterprise.' }, 'inactive-account retry'],
    [api, 403, { message: 'Your email address is not verified.' }, 'inactive-account retry'],
    [token, 403, { message: 'Your email address is not verified.' }, 'inactive-account retry'],
    [token, 403, { message: 'This client has been revoked' }, 'connection-refused connect'],
    [token, 403, { message: 'Inactive client.' }, 'inactive-account retry'],
    [api, 404, { message: 'Company not found.' }, 'no-company settings'],
    [api, 404, { message: 'The route could not be found.' }, 'not-offered retry'],
    [api, 404, '<html>not found</html>', 'not-offered retry'],
    [api, 422, { page: ['The page must be a number.'] }, 'invalid-request retry'],
    [api, 429, { message: 'Too Many Attempts.' }, 'rate-limited retry'],
    [api, 500, { message: 'Server Error' }, 'server-down retry'],
    [api, 502, '<html>Bad gateway</html>', 'server-down retry'],
    [api, 200, '<html>Sign in</html>', 'not-json retry'],
    [api, 200, { unexpected: true }, 'unexpected-reply retry'],
  ] as const)('of %o with %i %j is told as %s', (call, status, body, expected) => {
    expect(told(call, status, body)).toBe(expected)
  })

  it.each([
    [token, '{"client_id":["It is SAID to be too short."]}', 'the client ID'],
    [api, '{"message":"SAID","errors":{"per_page":["SAID"]}}', '“per page”'],
  ])(
    'names the field that is to be fixed, and keeps the server’s words for Details',
    (call, text, field) => {
      const reply = { status: 422, headers: new Headers(), body: JSON.parse(text) as unknown, text }
      const { message, details } = errorOf(call, reply, asIs, refusalsOf(call))
      expect(message).toContain(field)
      expect(message).not.toContain('SAID')
      expect(details).toContain('SAID')
    },
  )

  it('has no half of a secret in its details, wherever they are cut', () => {
    const secret = 'q'.repeat(40)
    for (let at = 340; at < 400; at++) {
      const text = 'x'.repeat(at) + secret + 'y'.repeat(100)
      const reply = { status: 500, headers: new Headers(), body: undefined, text }
      expect(
        errorOf(
          api,
          reply,
          redactor(() => [secret]),
        ).details,
      ).not.toContain('q')
    }
  })
})

describe('an account that is not verified', () => {
  it.each([api, token])('is told as that, and not as inactive: %o', (call) => {
    const body = { message: 'Your email address is not verified.' }
    const reply = { status: 403, headers: new Headers(), body, text: JSON.stringify(body) }
    const { message } = errorOf(call, reply, asIs, refusalsOf(call))
    expect(message).toMatch(/is not verified\. .*Cliquify/)
  })
})

describe('no reply', () => {
  it('is told apart from being offline', () => {
    const cause = new TypeError('Failed to fetch')
    vi.stubGlobal('navigator', { onLine: true })
    const unreachable = noReply(api, cause, asIs)
    vi.stubGlobal('navigator', { onLine: false })
    const offline = noReply(api, cause, asIs)
    expect([unreachable.kind, offline.kind]).toEqual(['unreachable', 'offline'])
    expect(unreachable.message).not.toBe(offline.message)
  })
})

describe('redaction', () => {
  const redact = redactor(() => ['s3cret/with+signs', null, 'token-value'])

  it.each([
    'client_secret=s3cret%2Fwith%2Bsigns&x=1',
    '{"a":"s3cret/with+signs"}',
    '{"a":"s3cret\\/with+signs"}',
    '{"token":"abc.def.ghi"}',
    'https://x.example/?X-Amz-Signature=abc.def.ghi',
    'Authorization: Bearer abc.def.ghi',
    'Bearer token-value',
    '"access_token":"abc.def.ghi"',
    'jwt eyJ0eXAiOiJKV1QiLCJhbGciOi.abc.def.ghi',
  ])('leaves nothing secret in %s', (text) => {
    expect(redact(text)).not.toMatch(/s3cret|abc\.def|token-value|eyJ/)
    expect(redact(text)).toContain('[redacted]')
  })

  it('leaves other words as they are', () => {
    expect(redact('GET /api/assets: 404 Not found')).toBe('GET /api/assets: 404 Not found')
  })
})
