import { Hono, type Context } from 'hono'
import { isRecord, own } from '../shared/cliquify/value.ts'
import { withStyles, type NotedStyles } from '../shared/published-styles.ts'
import type { Visitor } from './people.ts'
import { refused } from './refusals.ts'
import type { Storage } from './storage.ts'

export interface LibraryRoutesOptions {
  readonly storage: Storage
  readonly now: () => number
  readonly visitor: (c: Context) => Promise<Visitor | null>
  /** For who is none. */
  readonly unauthenticated: (c: Context) => Response
}

/** Characters of a name, a key, or a color's identity. */
const LONGEST = 300
/** Styles of a kit in one file. */
const MOST_KEYS = 5_000
const MOST_KITS = 300
/** What nobody synced for so long is no library of the team any more. */
const KEPT_MS = 400 * 24 * 3_600_000

/**
 * Where the team's libraries have the styles of a kit, for all who are signed in: `GET` and `POST` of
 * `/libraries/{kit}`. Keys are no secrets, and Figma gives nobody what they may not see.
 */
export function libraryRoutes(options: LibraryRoutesOptions): Hono {
  const { storage, now, visitor, unauthenticated } = options
  const app = new Hono()
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    return (await visitor(c)) === null ? unauthenticated(c) : next()
  })
  app.get('/:kit', (c) => {
    const kit = c.req.param('kit')
    return c.json({ libraries: storage.transact((rows) => rows.get('library', kit)) ?? [] })
  })
  app.post('/:kit', (c) => {
    const kit = c.req.param('kit')
    const styles = kit.length > LONGEST ? null : stylesIn(c.get('body'))
    if (styles === null) return refused(c, 422, 'These are no styles of a library.')
    storage.transact((rows) => {
      const known = rows.get('library', kit) ?? []
      rows.put('library', kit, withStyles(known, styles), now() + KEPT_MS)
      if (rows.count('library') > MOST_KITS) rows.keepLatest('library', MOST_KITS)
    })
    return c.json({ success: true, message: 'Noted.' })
  })
  return app
}

function stylesIn(text: string): NotedStyles | null {
  const value = parsed(text)
  if (!isRecord(value)) return null
  const [library, at, isPublished] = ['library', 'at', 'isPublished'].map((key) => own(value, key))
  const given = own(value, 'keys')
  if (!isShort(library) || !isShort(at) || typeof isPublished !== 'boolean' || !isRecord(given))
    return null
  const entries = Object.entries(given).filter(
    (entry): entry is [string, string] => isShort(entry[0]) && isShort(entry[1]),
  )
  if (entries.length !== Object.keys(given).length || entries.length > MOST_KEYS) return null
  return { library, at, isPublished, keys: Object.fromEntries(entries) }
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
