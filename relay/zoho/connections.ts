import { hashOf, randomKey, type Keyring } from '../keys.ts'
import type { Log } from '../log.ts'
import type { Storage } from '../storage.ts'
import type { Accounts, Granted, NotGranted } from './accounts.ts'
import type { Centre } from './centres.ts'

/** Who has connected Zoho, each by the name that they are signed in to the relay by. */
export interface Connections {
  /** The key of an address at which this person, and whoever is sent it, can connect. */
  invite(person: string): Promise<string>
  /** Whose key it is, for five minutes; null where it is over. */
  invited(key: string): Promise<string | null>
  /** As `invited`, but once. */
  take(key: string): Promise<string | null>
  /** Keeps what Zoho granted in place of what was there, which is revoked. */
  connect(person: string, centre: Centre, granted: Granted): Promise<void>
  isConnected(person: string): Promise<boolean>
  /** Forgets it, whatever Zoho says; whether Zoho has revoked it, too. */
  disconnect(person: string): Promise<boolean>
  /**
   * A token for the API, renewed before it runs out, once however many need it. `refused`: one that
   * Zoho does not take any more.
   */
  access(person: string, refused?: string): Promise<Access>
}

export type Access =
  | { readonly is: 'granted'; readonly centre: Centre; readonly accessToken: string }
  /** Nobody has connected, or Zoho has revoked it. */
  | { readonly is: 'not-connected' }
  | { readonly is: Exclude<NotGranted['is'], 'refused'> }

/** What is kept of a person, sealed. Times are milliseconds since the epoch. */
interface Tokens {
  readonly refreshToken: string
  readonly accessToken: string
  readonly expiresAt: number
}

interface Connected extends Tokens {
  readonly centre: Centre
  /** As it is kept. */
  readonly sealed: string
}

const LINK_LIFE_MS = 5 * 60_000
/** More at once are an attack. */
const MOST_LINKS = 10_000
/** So long before it runs out a token is renewed: one that is used must last for what it is used for. */
const EARLY_MS = 5 * 60_000
/** A connection that nobody has used for so long is forgotten. */
const UNUSED_MS = 90 * 86_400_000

export interface ConnectionsOptions {
  readonly accounts: Accounts
  readonly storage: Storage
  readonly keyring: Keyring
  readonly log: Log
  readonly now: () => number
}

export function openConnections(options: ConnectionsOptions): Connections {
  const { accounts, storage, keyring, log, now } = options
  const renewing = new Map<string, Promise<Access>>()

  /** Keeps it; `over`: only where nothing but this is there. Returns what was there. */
  async function keep(
    person: string,
    centre: Centre,
    tokens: Tokens,
    over: string | null,
  ): Promise<string | null> {
    const sealed = await keyring.seal(JSON.stringify(tokens))
    return storage.transact((rows) => {
      const found = rows.get('zoho', person)?.sealed ?? null
      if (over === null || over === found) {
        rows.put('zoho', person, { centre, sealed }, now() + UNUSED_MS)
      }
      return found
    })
  }

  async function kept(person: string): Promise<Connected | null> {
    const found = storage.transact((rows) => rows.get('zoho', person))
    if (found === null) return null
    const opened = await keyring.open(found.sealed)
    // Sealed with a secret that has been changed since.
    if (opened === null) return null
    return { ...found, ...(JSON.parse(opened) as Tokens) }
  }

  /** Does not fail where Zoho cannot be asked: nobody can use what is not kept. */
  async function revoke({ centre, refreshToken }: Connected): Promise<boolean> {
    const isRevoked = await accounts.revoke(centre, refreshToken)
    if (!isRevoked) log.info('zoho-not-revoked', { centre })
    return isRevoked
  }

  async function renew(person: string, connected: Connected): Promise<Access> {
    const { centre, refreshToken, sealed } = connected
    const renewed = await accounts.refresh(centre, refreshToken)
    switch (renewed.is) {
      case 'granted': {
        const { accessToken, lifeMs } = renewed
        const tokens = { refreshToken, accessToken, expiresAt: now() + lifeMs }
        await keep(person, centre, tokens, sealed)
        return { is: 'granted', centre, accessToken }
      }
      case 'refused':
        storage.transact((rows) => {
          if (rows.get('zoho', person)?.sealed === sealed) rows.delete('zoho', person)
        })
        return { is: 'not-connected' }
      case 'unknown-client':
        log.problem('zoho-client', UNKNOWN_CLIENT, { centre })
        return { is: renewed.is }
      case 'busy':
      case 'unreachable':
        return { is: renewed.is }
    }
  }

  return {
    async invite(person) {
      const key = randomKey()
      const hash = await hashOf(key)
      storage.transact((rows) => {
        rows.put('zoho-link', hash, { person }, now() + LINK_LIFE_MS)
        if (rows.count('zoho-link') > MOST_LINKS) rows.keepLatest('zoho-link', MOST_LINKS / 2)
      })
      return key
    },
    async invited(key) {
      const hash = await hashOf(key)
      return storage.transact((rows) => rows.get('zoho-link', hash)?.person ?? null)
    },
    async take(key) {
      const hash = await hashOf(key)
      return storage.transact((rows) => {
        const found = rows.get('zoho-link', hash)
        rows.delete('zoho-link', hash)
        return found?.person ?? null
      })
    },
    async connect(person, centre, { refreshToken, accessToken, lifeMs }) {
      const before = await kept(person)
      await keep(person, centre, { refreshToken, accessToken, expiresAt: now() + lifeMs }, null)
      // Another account may have other channels.
      storage.transact((rows) => rows.delete('zoho-channels', person))
      if (before !== null && before.refreshToken !== refreshToken) await revoke(before)
    },
    isConnected: async (person) => (await kept(person)) !== null,
    async disconnect(person) {
      const before = await kept(person)
      storage.transact((rows) => {
        rows.delete('zoho', person)
        rows.delete('zoho-channels', person)
      })
      return before === null || revoke(before)
    },
    async access(person, refused) {
      const underWay = renewing.get(person)
      if (underWay !== undefined) return underWay
      const connected = await kept(person)
      if (connected === null) return { is: 'not-connected' }
      const { centre, accessToken, expiresAt } = connected
      if (accessToken !== refused && now() < expiresAt - EARLY_MS) {
        return { is: 'granted', centre, accessToken }
      }
      const found = renewing.get(person)
      if (found !== undefined) return found
      const renewal = renew(person, connected).finally(() => renewing.delete(person))
      renewing.set(person, renewal)
      return renewal
    },
  }
}

/** For the administrator. */
export const UNKNOWN_CLIENT =
  'Zoho does not accept ZOHO_CLIENT_ID and ZOHO_CLIENT_SECRET with the redirect address in this data centre: check the client in Zoho’s API console, and that it has one secret for all data centres.'
