import { describe, expect, it } from 'vitest'
import { retryAfter } from '../../../shared/cliquify/timing.ts'
import { tokenOf } from '../../../shared/cliquify/token.ts'
import { cliquifyTokens } from '../../../shared/cliquify/token-profiles.ts'

const PROFILE = cliquifyTokens('https://oauth.cliquify.me')

describe('a token', () => {
  it.each([
    [{ success: true, token: { access_token: 'a', expires_in: 3600 } }, 1000 + 3_540_000],
    [{ access_token: 'a', expires_in: '3600', token_type: 'Bearer' }, 1000 + 3_540_000],
    [{ data: { token: { access_token: 'a', expires_in: 10 } } }, 1000 + 9000],
    [{ success: true, token: 'a', expires_in: 3600 }, 1000 + 3_540_000],
    [{ access_token: 'a' }, null],
    [{ access_token: 'a', expires_in: 'soon' }, null],
    [{ access_token: 'a', expires_in: -5 }, null],
  ])('is read from %j with its end a little early', (body, expiresAt) => {
    expect(tokenOf(body, 1000, PROFILE)).toEqual({ accessToken: 'a', expiresAt, scopes: null })
  })

  it('tells its scopes where the reply does', () => {
    const body = { access_token: 'a', scope: 'templates:read assets:read' }
    expect(tokenOf(body, 0, PROFILE)?.scopes).toEqual(['templates:read', 'assets:read'])
  })

  it.each([null, [], 'a', {}, { token: {} }, { access_token: 7 }, { token: { access_token: '' } }])(
    'is not made up from %j',
    (body) => {
      expect(tokenOf(body, 0, PROFILE)).toBeNull()
    },
  )
})

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  it.each([
    ['30', 30_000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    ['soon', null],
  ])('of %s means %s ms', (value, milliseconds) => {
    expect(retryAfter(new Headers({ 'Retry-After': value }), now)).toBe(milliseconds)
  })
})
