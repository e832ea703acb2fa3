import { hashOf, randomKey, type Keyring } from './keys.ts'
import { TOKEN_LIFE_MS } from './people.ts'
import type { Rows, Storage } from './storage.ts'

/**
 * Figma's way of signing in to a plugin (developers.figma.com/docs/plugins/oauth-with-plugins): the
 * plugin keeps the read key, the browser gets the write key, and who holds the read key gets the
 * token once somebody has signed in with the write key. Both last five minutes and do for one sign-in.
 */
export interface SignIns {
  start(): Promise<{ readonly readKey: string; readonly writeKey: string }>
  /** Whether somebody can still sign in with this key. */
  isOpen(writeKey: string): Promise<boolean>
  accept(writeKey: string, invitation: string): Promise<Acceptance>
  /** Counts a try that has not proved anything yet; false where the sign-in is over. */
  noteTry(writeKey: string): Promise<boolean>
  /** Signs in somebody who has proved to go by this name. */
  admit(writeKey: string, name: string): Promise<Acceptance>
  /**
   * `lost` is aborted when the reply did not reach the plugin: then it may ask again. After that it is
   * refused, unless the process is killed while the reply is on its way.
   */
  poll(readKey: string, lost: AbortSignal): Promise<Polled>
  /** Forgets sign-ins whose token has arrived. */
  flush(): void
}

export type Acceptance =
  | { readonly is: 'accepted'; readonly name: string }
  | { readonly is: 'wrong' }
  | { readonly is: 'ended' }

export type Polled =
  | { readonly is: 'waiting' }
  | {
      readonly is: 'done'
      readonly token: string
      /** Seconds. */
      readonly expiresIn: number
      readonly name: string
    }
  | { readonly is: 'ended' }

const LIFE_MS = 5 * 60_000
const LEFT_TO_POLL_MS = 60_000
/** With so many tries a sign-in is over. */
const MOST_TRIES = 5
/** How long a reply may be on its way. */
const DELIVERY_MS = 1_000
/** More that wait for somebody at once are an attack. */
const MOST_OPEN = 10_000

export function openSignIns(storage: Storage, keyring: Keyring, now: () => number): SignIns {
  /** By the hash of the read key. */
  const delivered = new Set<string>()

  function forget(readHash: string): void {
    if (!delivered.delete(readHash)) return
    storage.transact((rows) => rows.delete('sign-in', readHash))
  }

  function noteTry(rows: Rows, writeHash: string): boolean {
    const key = rows.get('write-key', writeHash)
    if (key === null) return false
    const tries = key.tries + 1
    if (tries < MOST_TRIES) {
      rows.put('write-key', writeHash, { ...key, tries }, key.until)
      return true
    }
    rows.delete('write-key', writeHash)
    rows.delete('sign-in', key.readHash)
    return false
  }

  function admit(rows: Rows, writeHash: string, name: string): Acceptance {
    const key = rows.get('write-key', writeHash)
    if (key === null) return { is: 'ended' }
    rows.delete('write-key', writeHash)
    // The plugin asks every two seconds: who was late still gets in.
    const until = Math.max(key.until, now() + LEFT_TO_POLL_MS)
    rows.put('sign-in', key.readHash, { name }, until)
    return { is: 'accepted', name }
  }

  return {
    async start() {
      const [readKey, writeKey] = [randomKey(), randomKey()]
      const [readHash, writeHash] = await Promise.all([hashOf(readKey), hashOf(writeKey)])
      const until = now() + LIFE_MS
      storage.transact((rows) => {
        rows.put('sign-in', readHash, { name: null }, until)
        rows.put('write-key', writeHash, { readHash, tries: 0, until }, until)
        if (rows.count('write-key') > MOST_OPEN) {
          rows.keepLatest('write-key', MOST_OPEN / 2)
          rows.keepLatest('sign-in', MOST_OPEN / 2)
        }
      })
      return { readKey, writeKey }
    },
    async isOpen(writeKey) {
      const writeHash = await hashOf(writeKey)
      return storage.transact((rows) => rows.get('write-key', writeHash) !== null)
    },
    async accept(writeKey, invitation) {
      const [writeHash, invitationHash] = await Promise.all([
        hashOf(writeKey),
        hashOf(invitation.trim()),
      ])
      return storage.transact((rows): Acceptance => {
        if (rows.get('write-key', writeHash) === null) return { is: 'ended' }
        const invited = rows.get('invitation', invitationHash)
        if (invited === null) return { is: noteTry(rows, writeHash) ? 'wrong' : 'ended' }
        rows.delete('invitation', invitationHash)
        return admit(rows, writeHash, invited.name)
      })
    },
    async noteTry(writeKey) {
      const writeHash = await hashOf(writeKey)
      return storage.transact((rows) => noteTry(rows, writeHash))
    },
    async admit(writeKey, name) {
      const writeHash = await hashOf(writeKey)
      return storage.transact((rows) => admit(rows, writeHash, name))
    },
    async poll(readKey, lost) {
      const readHash = await hashOf(readKey)
      // The same for the same read key: asked for again after a crash, it is no second token.
      const token = await keyring.sign('token', readKey)
      const tokenHash = await hashOf(token)
      if (delivered.has(readHash)) return { is: 'ended' }
      const polled = storage.transact((rows): Polled => {
        const signIn = rows.get('sign-in', readHash)
        if (signIn === null) return { is: 'ended' }
        const { name } = signIn
        if (name === null) return { is: 'waiting' }
        const at = now()
        const since = rows.get('token', tokenHash)?.since ?? at
        rows.put('token', tokenHash, { name, since }, since + TOKEN_LIFE_MS)
        const expiresIn = Math.floor((since + TOKEN_LIFE_MS - at) / 1000)
        return { is: 'done', token, expiresIn, name }
      })
      if (polled.is === 'done') {
        delivered.add(readHash)
        const timer = setTimeout(() => forget(readHash), DELIVERY_MS)
        lost.addEventListener('abort', () => {
          clearTimeout(timer)
          delivered.delete(readHash)
        })
      }
      return polled
    },
    flush() {
      for (const readHash of [...delivered]) forget(readHash)
    },
  }
}
