import { hashOf, randomKey } from './keys.ts'
import type { Storage } from './storage.ts'

const DAY_MS = 86_400_000
/** How long a person stays signed in, and an invitation waits. */
export const TOKEN_LIFE_MS = 30 * DAY_MS
const INVITATION_LIFE_MS = 7 * DAY_MS
const LONGEST_NAME = 80

export interface Person {
  readonly name: string
  readonly state: 'invited' | 'signed-in'
  /** Milliseconds since the epoch. */
  readonly expiresAt: number | null
}

export interface Visitor {
  readonly name: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** Who may use the relay. */
export interface People {
  /** An invitation, good for one sign-in. Throws `NameError` where the name is none. */
  invite(name: string): Promise<string>
  list(): readonly Person[]
  /** Ends all that goes by this name; says how many invitations and sign-ins that were. */
  revoke(name: string): number
  /** Whose token it is; null where it is not in force. */
  find(token: string): Promise<Visitor | null>
  /** Whether the token was in force until now. */
  revokeToken(token: string): Promise<boolean>
}

/** A name that cannot be shown on one line. */
export class NameError extends Error {}

export const NO_INVITATIONS = 'People sign in at your OpenID provider here, without an invitation.'

export function openPeople(storage: Storage, now: () => number): People {
  return {
    async invite(name) {
      const checked = checkedName(name)
      const invitation = randomKey()
      const hash = await hashOf(invitation)
      storage.transact((rows) => {
        rows.put('invitation', hash, { name: checked }, now() + INVITATION_LIFE_MS)
      })
      return invitation
    },
    list() {
      return storage.transact((rows) => [
        ...rows.all('token').map(({ value: { name }, expiresAt }) => {
          return { name, state: 'signed-in' as const, expiresAt }
        }),
        ...rows.all('invitation').map(({ value: { name }, expiresAt }) => {
          return { name, state: 'invited' as const, expiresAt }
        }),
      ])
    },
    revoke(name) {
      return storage.transact((rows) => {
        const end = (table: 'token' | 'invitation' | 'sign-in'): number =>
          rows
            .all(table)
            .filter(({ value }) => value.name === name.trim())
            .filter(({ key }) => rows.delete(table, key)).length
        for (const table of ['zoho', 'zoho-channels', 'zoho-used'] as const) {
          rows.delete(table, name.trim())
        }
        for (const { key, value } of rows.all('zoho-link')) {
          if (value.person === name.trim()) rows.delete('zoho-link', key)
        }
        // A sign-in whose token was given out is in both.
        return end('invitation') + Math.max(end('token'), end('sign-in'))
      })
    },
    async find(token) {
      const hash = await hashOf(token)
      return storage.transact((rows) => {
        const found = rows.get('token', hash)
        return found === null ? null : { name: found.name, expiresAt: found.since + TOKEN_LIFE_MS }
      })
    },
    async revokeToken(token) {
      const hash = await hashOf(token)
      return storage.transact(
        (rows) => rows.get('token', hash) !== null && rows.delete('token', hash),
      )
    },
  }
}

function checkedName(text: string): string {
  const name = text.trim()
  if (name === '') throw new NameError('Say whom the invitation is for.')
  if (name.length > LONGEST_NAME || /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name)) {
    throw new NameError(`A name is one line of at most ${LONGEST_NAME} characters.`)
  }
  return name
}
