import { describe, expect, it } from 'vitest'
import type { Session } from '../../shared/session.ts'
import { startView } from '../../ui/start-view.ts'

const NOW = Date.UTC(2026, 0, 1)
const SESSION: Session = {
  clientId: 'a1b2',
  clientSecret: null,
  accessToken: 'token',
  expiresAt: NOW + 1,
  scopes: null,
}

describe('the first view', () => {
  it('asks to connect, without a reason, where nobody was connected', () => {
    expect(startView(null, NOW)).toEqual({ at: 'connect', clientId: '', reason: null })
  })

  it('is the library while the token lasts, also where its end is not known', () => {
    expect(startView(SESSION, NOW)).toEqual({ at: 'library' })
    expect(startView({ ...SESSION, expiresAt: null }, NOW)).toEqual({ at: 'library' })
  })

  it('asks to connect again, with the client ID, once the token has expired', () => {
    expect(startView({ ...SESSION, expiresAt: NOW }, NOW)).toMatchObject({
      at: 'connect',
      clientId: 'a1b2',
      reason: expect.stringContaining('ended') as string,
    })
  })

  it('is the library with an expired token where the secret can renew it', () => {
    expect(startView({ ...SESSION, clientSecret: 's', expiresAt: NOW }, NOW)).toEqual({
      at: 'library',
    })
  })

  it('asks to connect again after the token was refused', () => {
    expect(startView({ ...SESSION, clientSecret: 's', accessToken: null }, NOW)).toMatchObject({
      at: 'connect',
      clientId: 'a1b2',
      reason: expect.stringContaining('ended') as string,
    })
  })
})
