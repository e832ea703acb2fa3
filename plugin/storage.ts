import type { Preferences, QuickIndex, Session, Size, Tab } from '../shared/protocol.ts'
import { Trouble } from '../shared/trouble.ts'
import { readQuickIndex } from './quick-insert/quick-index.ts'
import { isFiniteNumber, isRecord, isStringOrNull } from './read.ts'

/** Everything that is kept in clientStorage: per user and device, at most 5 MB. */
interface Stored {
  session: Session
  preferences: Preferences
  'window-size': Size
  /** The last known brand; its shape is the window's own affair. */
  cache: string
  'quick-insert': QuickIndex
  /** Favourites, recents and how the library is shown; its shape is the window's own affair too. */
  library: string
}

/** Each entry's reader: null for what is missing or damaged. */
const READERS: { readonly [K in keyof Stored]: (value: unknown) => Stored[K] | null } = {
  session: readSession,
  preferences: readPreferences,
  'window-size': readSize,
  cache: readText,
  'quick-insert': readQuickIndex,
  library: readText,
}

/** What belongs to the connection, and so goes with it. */
const FORGOTTEN: readonly (keyof Stored)[] = [
  'session',
  'preferences',
  'cache',
  'quick-insert',
  'library',
]

export interface Storage {
  /** Null where nothing usable is stored. */
  get<K extends keyof Stored>(key: K): Promise<Stored[K] | null>
  /** Rejects with `Trouble` kind `storage`. */
  set<K extends Exclude<keyof Stored, 'cache' | 'quick-insert'>>(
    key: K,
    value: Stored[K],
  ): Promise<void>
  /** Null deletes it. Never rejects: where there is no room, there is no cache. */
  setCache(text: string | null): Promise<void>
  /** Null deletes it. Never rejects: what quick insert does not find is in the library. */
  setQuickIndex(index: QuickIndex | null): Promise<void>
  /** Deletes all that belongs to the connection. Rejects with `Trouble` kind `storage`. */
  forget(): Promise<void>
}

export function openStorage(client: ClientStorageAPI): Storage {
  async function dropCache(): Promise<void> {
    await client.deleteAsync('cache').catch(() => undefined)
  }

  async function dropQuickIndex(): Promise<void> {
    await client.deleteAsync('quick-insert').catch(() => undefined)
  }

  return {
    async get(key) {
      try {
        return READERS[key](await client.getAsync(key))
      } catch {
        // A browser that has lost its storage is a fresh device, not a failure.
        return null
      }
    },
    async set(key, value) {
      try {
        try {
          await client.setAsync(key, value)
        } catch {
          // What can be loaded again gives way to what cannot.
          await dropCache()
          await dropQuickIndex()
          await client.setAsync(key, value)
        }
      } catch (error) {
        throw failure(
          'Figma could not save this on your device. Free some space, then retry.',
          error,
        )
      }
    },
    async setCache(text) {
      if (text === null) {
        await dropCache()
        return
      }
      await client.setAsync('cache', text).catch(dropCache)
    },
    async setQuickIndex(index) {
      if (index === null) await dropQuickIndex()
      else await client.setAsync('quick-insert', index).catch(dropQuickIndex)
    },
    async forget() {
      try {
        for (const key of FORGOTTEN) await client.deleteAsync(key)
      } catch (error) {
        throw failure(
          'Figma could not delete the saved connection. Try to disconnect again.',
          error,
        )
      }
    },
  }
}

function failure(message: string, error: unknown): Trouble {
  return new Trouble({ kind: 'storage', message, details: String(error) })
}

function readSession(value: unknown): Session | null {
  if (!isRecord(value)) return null
  const { clientId, clientSecret, accessToken, expiresAt } = value
  if (!isStringOrNull(clientId) || !isStringOrNull(clientSecret)) return null
  if (!isStringOrNull(accessToken)) return null
  if (expiresAt !== null && !isFiniteNumber(expiresAt)) return null
  return { clientId, clientSecret, accessToken, expiresAt, scopes: readTexts(value['scopes']) }
}

function readText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function readTexts(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null
  return value.every((each): each is string => typeof each === 'string') ? value : null
}

function readPreferences(value: unknown): Preferences | null {
  if (!isRecord(value)) return null
  const { kitId, tab } = value
  return isStringOrNull(kitId) && isTab(tab) ? { kitId, tab } : null
}

function isTab(value: unknown): value is Tab {
  return value === 'colors' || value === 'logos' || value === 'assets' || value === 'templates'
}

function readSize(value: unknown): Size | null {
  if (!isRecord(value)) return null
  const { width, height } = value
  return isFiniteNumber(width) && isFiniteNumber(height) ? { width, height } : null
}
