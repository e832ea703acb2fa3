import { hashOf, type Keyring } from './keys.ts'
import { newProof, type Proof } from './provider.ts'
import type { Storage } from './storage.ts'

/** Who has gone to the OpenID provider and is not back yet. */
export interface Authorizations {
  /** `browser`: a key that only this browser has. */
  begin(writeKey: string, browser: string): Promise<Proof>
  /** What was begun with this state; but for another browser's it is so once. */
  take(state: string, browser: string): Promise<Taken>
}

export type Taken =
  | { readonly is: 'begun'; readonly writeKey: string; readonly proof: Proof }
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
    async begin(writeKey, browser) {
      const proof = newProof()
      const stateHash = await hashOf(proof.state)
      const browserHash = await hashOf(browser)
      const sealed = await keyring.seal(JSON.stringify({ writeKey, proof }))
      storage.transact((rows) => {
        rows.put('authorization', stateHash, { browserHash, sealed }, now() + LIFE_MS)
        if (rows.count('authorization') > MOST_OPEN) rows.keepLatest('authorization', MOST_OPEN / 2)
      })
      return proof
    },
    async take(state, browser) {
      const stateHash = await hashOf(state)
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
      return { is: 'begun', ...(JSON.parse(opened) as { writeKey: string; proof: Proof }) }
    },
  }
}
