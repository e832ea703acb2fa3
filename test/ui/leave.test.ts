import { describe, expect, it } from 'vitest'
import type { Session } from '../../shared/session.ts'
import { openStorage } from '../../plugin/storage.ts'
import { leave } from '../../ui/leave.ts'
import { openFile } from '../figma/file.ts'

const SESSION: Session = {
  clientId: 'client',
  clientSecret: null,
  accessToken: 'token',
  expiresAt: null,
  scopes: null,
}

/** A connection kept in Figma's storage, which may refuse to delete it. */
function connected(isRefusing: boolean, isRevoked = true) {
  const { clientStorage } = openFile({ storage: { session: SESSION } }).figma
  const storage = openStorage({
    clientStorage: {
      getAsync: (key) => clientStorage.getAsync(key),
      setAsync: (key, value) => clientStorage.setAsync(key, value),
      keysAsync: () => clientStorage.keysAsync(),
      deleteAsync: (key) =>
        isRefusing ? Promise.reject(new Error('refused')) : clientStorage.deleteAsync(key),
    },
  })
  return {
    storage,
    client: { session: SESSION, disconnect: () => storage.forget().then(() => isRevoked) },
  }
}

describe('the command "Disconnect"', () => {
  it('says so when nobody was connected', async () => {
    const { client } = connected(false)
    expect(await leave({ ...client, session: null })).toBe('Cliquify was not connected.')
  })

  it('forgets the connection and says so', async () => {
    const { client, storage } = connected(false)
    expect(await leave(client)).toBe('Disconnected from Cliquify.')
    expect(await storage.get('session')).toBeNull()
  })

  it('says so where Cliquify did not confirm it', async () => {
    const { client, storage } = connected(false, false)
    expect(await leave(client)).toContain('did not confirm')
    expect(await storage.get('session')).toBeNull()
  })

  it('does not say that the connection is gone where Figma could not delete it', async () => {
    const { client, storage } = connected(true)
    const message = await leave(client)
    expect(await storage.get('session')).toEqual(SESSION)
    expect(message).toContain('could not delete the saved connection')
    expect(message).not.toContain('Disconnected')
  })
})
