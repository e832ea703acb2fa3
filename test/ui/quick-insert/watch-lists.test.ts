import { describe, expect, it } from 'vitest'
import type { Session } from '../../../shared/protocol.ts'
import type { Client, Lasting } from '../../../ui/cliquify/client.ts'
import { watchLists } from '../../../ui/quick-insert/watch-lists.ts'
import { clientOf } from '../placement/border.ts'

describe('a client whose lists are watched', () => {
  it('tells the session and how long it lasts as they are now, not as they were', () => {
    let session: Session | null = null
    let lasts: Lasting = 'on-device'
    const client: Client = {
      ...clientOf({}),
      get session() {
        return session
      },
      get lasts() {
        return lasts
      },
    }
    const watched = watchLists(client, { note: () => undefined })
    session = {
      clientId: 'a',
      clientSecret: null,
      accessToken: 't',
      expiresAt: null,
      scopes: null,
    }
    lasts = 'in-window'
    expect([watched.session, watched.lasts]).toEqual([session, 'in-window'])
  })
})
