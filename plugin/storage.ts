import type { Size } from '../shared/placement.ts'
import type { Preferences } from '../shared/protocol.ts'
import type { SavedBrand } from '../shared/saved-brand.ts'
import type { PendingSignIn, Session } from '../shared/session.ts'
import { ifAbleLater } from './if-able.ts'
import { refused } from './refused.ts'
import type { NotedStyles } from '../shared/published-styles.ts'
import { readStyles } from './libraries/published-styles.ts'
import { readSuggestions } from './quick-insert/read-suggestions.ts'
import { allOf, finite, listOf, mapOf, oneOf, orNull, recordOf, text, type Read } from './read.ts'

/** Everything that is kept in clientStorage: per user and device, at most 5 MB. */
interface Stored {
  session: Session
  'sign-in': PendingSignIn
  preferences: Preferences
  'window-size': Size
  brand: SavedBrand
  /** By kit. */
  libraries: Readonly<Record<string, readonly NotedStyles[]>>
  /** How many colors a library had, by kit, library and file. */
  seen: Readonly<Record<string, number>>
}

/** Each entry's reader: what is missing or damaged counts as nothing. */
const READERS: { readonly [K in keyof Stored]: Read<Stored[K]> } = {
  session: recordOf<Session>({
    clientId: orNull(text),
    clientSecret: orNull(text),
    accessToken: orNull(text),
    expiresAt: orNull(finite),
    scopes: (value) => allOf(text)(value) ?? null,
  }),
  'sign-in': recordOf<PendingSignIn>({ readKey: text, url: text, until: finite }),
  preferences: recordOf<Preferences>({
    kitId: orNull(text),
    tab: oneOf('colors', 'logos', 'assets', 'templates', 'check'),
  }),
  'window-size': recordOf<Size>({ width: finite, height: finite }),
  brand: recordOf<SavedBrand>({
    owner: text,
    suggestions: readSuggestions,
    contents: text,
  }),
  libraries: mapOf(listOf(readStyles)),
  seen: mapOf(finite),
}

export interface Storage {
  /** Null where nothing usable is stored. */
  get<K extends keyof Stored>(key: K): Promise<Stored[K] | null>
  /** Null where there is nothing to keep. Rejects with `Trouble` kind `storage`. */
  set<K extends Exclude<keyof Stored, 'brand'>>(key: K, value: Stored[K] | null): Promise<void>
  /** Null deletes it. Never rejects: where there is no room, nothing is kept. */
  setBrand(brand: SavedBrand | null): Promise<void>
  /** Deletes all that belongs to the connection: everything but the window's size. Rejects with `Trouble` kind `storage`. */
  forget(): Promise<void>
}

export function openStorage(figma: Pick<PluginAPI, 'clientStorage'>): Storage {
  // Read each time, as an editor may refuse even that: then it is a device that keeps nothing.
  const client = (): ClientStorageAPI => figma.clientStorage

  /** Where nothing can be deleted, nothing was kept. */
  const dropBrand = (): Promise<void> => ifAbleLater(() => client().deleteAsync('brand'))

  return {
    async get(key) {
      // A browser that has lost its storage is a fresh device, not a failure.
      const value: unknown = await ifAbleLater(() => client().getAsync(key))
      return READERS[key](value) ?? null
    },
    async set(key, value) {
      try {
        try {
          await client().setAsync(key, value)
        } catch {
          // What can be loaded again gives way to what cannot.
          await dropBrand()
          await client().setAsync(key, value)
        }
      } catch (error) {
        throw refused('storage', 'save', error)
      }
    },
    async setBrand(brand) {
      try {
        await (brand ? client().setAsync('brand', brand) : dropBrand())
      } catch {
        await dropBrand()
      }
    },
    async forget() {
      try {
        for (const key in READERS) if (key !== 'window-size') await client().deleteAsync(key)
      } catch (error) {
        throw refused('storage', 'forget', error)
      }
    },
  }
}
