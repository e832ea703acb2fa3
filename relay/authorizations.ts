import { hashOf, type Keyring } from './keys.ts'
import { newProof, type Proof } from './provider.ts'
import type { Storage } from './storage.ts'

/** Who has gone to another server, to say there who they are, and is not back yet. */
export interface Authorizations {
  /** `subject`: the key of what is to go on; `browser`: a key that only this browser has. */
  begin(purpose: Purpose, subject: string, browser: string): Promise<Proof>
  /** What was begun with this state; but for another browser's it is so once. */
  take(purpose: Purpose, state: string, browser: string): Promise<Taken>
}

export type Purpose = 'sign-in' | 'zoho'

export type Taken =
  | { readonly is: 'begun'; readonly subject: string; readonly proof: Proof }
  /** Begun in another browser. */
  | { readonly is: 'elsewhere' }
  /** Not begun, answered already, or too late. */
  | { readonly is: 'ended' }

const LIFE_MS = 5 * 60_000
/** More at once are an attack. */
const MOST_OPEN = 10_000

export function openAuthorizations(
  storage: Storage,
  keyring: Keyring,
  now: () => number,
): Authorizations {
  return {
    async begin(purpose, subject, browser) {
      const proof = newProof()
      const stateHash = await hashOf(`${purpose} ${proof.state}`)
      const browserHash = await hashOf(browser)
      const sealed = await keyring.seal(JSON.stringify({ subject, proof }))
      storage.transact((rows) => {
        rows.put('authorization', stateHash, { browserHash, sealed }, now() + LIFE_MS)
        if (rows.count('authorization') > MOST_OPEN) rows.keepLatest('authorization', MOST_OPEN / 2)
      })
      return proof
    },
    async take(purpose, state, browser) {
      const stateHash = await hashOf(`${purpose} ${state}`)
      const browserHash = await hashOf(browser)
      const found = storage.transact((rows) => {
        const row = rows.get('authorization', stateHash)
        if (row?.browserHash === browserHash) rows.delete('authorization', stateHash)
        return row
      })
      if (found === null) return { is: 'ended' }
      if (found.browserHash !== browserHash) return { is: 'elsewhere' }
      const opened = await keyring.open(found.sealed)
      // Sealed with a secret that has been changed since.
      if (opened === null) return { is: 'ended' }
      return { is: 'begun', ...(JSON.parse(opened) as { subject: string; proof: Proof }) }
    },
  }
}
