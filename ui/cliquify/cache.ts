import type { BrandAsset, BrandColor, BrandKit, Decoded, Folder } from '../../shared/brand.ts'
import type { Session } from '../../shared/protocol.ts'
import { cachedShapes, type CachedShapes, type Check } from './cached-shapes.ts'
import { isRecord } from './decode/value.ts'
import type { Known, Memory } from './known.ts'
import { isOwner } from './owner.ts'
import type { RouteMemory } from './routes.ts'

/** The last known brand of one client, for the life of the window and beyond. */
export interface BrandCache {
  readonly kits: Memory<Decoded<BrandKit>>
  colors(kitId: string): Memory<Decoded<BrandColor>>
  logos(kitId: string): Memory<Decoded<BrandAsset>>
  readonly folders: Memory<Decoded<Folder>>
  /** The first page of them. */
  readonly assets: Memory<Decoded<BrandAsset>>
  /** The first page of them. */
  readonly templates: Memory<Decoded<BrandAsset>>
  readonly assetTags: Memory<readonly string[]>
  readonly templateTags: Memory<readonly string[]>
  readonly routes: RouteMemory
  /** Forgets everything where the session is somebody else's, or nobody's. */
  belongTo(session: Session | null): void
}

export interface CacheOptions {
  /** What was saved last, or null. */
  readonly text: string | null
  readonly session: Session | null
  /** The API's origin. */
  readonly origin: string
  /** Saves the text for the next window; null deletes it. */
  readonly save: (text: string | null) => void
}

/** Raised when what is kept changes its shape. */
const VERSION = 2

/** UTF-8; well under the 5 MB that Figma gives to all that the plugin stores. */
export const MOST_BYTES = 1_500_000

const SAVE_AFTER_MS = 200

/** The last moment that a date can hold. */
const LAST_TIME = 8.64e15

const KITS = 'kits'

type Entry = Known<unknown>

/**
 * Opens the cache of the client whose session it is. Nothing is written to the device for a session
 * without a client ID, because nothing would tell whose brand it is.
 */
export function openCache({ text, session, origin, save }: CacheOptions): BrandCache {
  let owner = session?.clientId ?? null
  const shapes = cachedShapes(origin)
  let entries = readCache(text, owner, shapes)
  let timer: ReturnType<typeof setTimeout> | undefined

  function saveSoon(): void {
    if (owner === null) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (owner !== null) save(writeCache(owner, entries))
    }, SAVE_AFTER_MS)
  }

  function put(key: string, value: unknown): void {
    entries.set(key, { value, asOf: Date.now() })
    saveSoon()
  }

  function memory<T>(key: string, isValid: Check<T>): Memory<T> {
    const recall = (): Known<T> | null => {
      const entry = entries.get(key)
      if (entry === undefined) return null
      const { value, asOf } = entry
      return isValid(value) ? { value, asOf } : null
    }
    return {
      recall,
      keep(value) {
        const known = recall()
        const isSame = known !== null && JSON.stringify(known.value) === JSON.stringify(value)
        const kept = isSame ? known.value : value
        put(key, kept)
        return kept
      },
    }
  }

  return {
    kits: memory(KITS, shapes.kits),
    colors: (kitId) => memory(`colors:${kitId}`, shapes.colors),
    logos: (kitId) => memory(`logos:${kitId}`, shapes.assets),
    folders: memory('folders', shapes.folders),
    assets: memory('assets', shapes.assets),
    templates: memory('templates', shapes.assets),
    assetTags: memory('tags:asset', shapes.tags),
    templateTags: memory('tags:template', shapes.tags),
    routes: {
      recall(resource) {
        const route = entries.get(`route:${resource}`)?.value
        return typeof route === 'string' ? route : null
      },
      keep: (resource, route) => put(`route:${resource}`, route),
    },
    belongTo(next) {
      if (isOwner(owner, next)) return
      clearTimeout(timer)
      owner = next?.clientId ?? null
      entries = new Map()
      save(null)
    },
  }
}

/** What was saved for this client by this version; nothing where it is anything else. */
function readCache(
  text: string | null,
  owner: string | null,
  shapes: CachedShapes,
): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  if (text === null || owner === null) return entries
  let saved: unknown
  try {
    saved = JSON.parse(text)
  } catch {
    return entries
  }
  if (!isRecord(saved) || saved['version'] !== VERSION || saved['client'] !== owner) return entries
  if (!isRecord(saved['entries'])) return entries
  for (const [key, entry] of Object.entries(saved['entries'])) {
    if (!isRecord(entry)) continue
    const { value, asOf } = entry
    const isTime = typeof asOf === 'number' && asOf >= 0 && asOf <= LAST_TIME
    if (isTime && shapeOf(key, shapes)?.(value)) entries.set(key, { value, asOf })
  }
  return entries
}

/** What stands under a key; null where this version keeps nothing under it. */
function shapeOf(key: string, shapes: CachedShapes): Check<unknown> | null {
  if (key === KITS) return shapes.kits
  if (key === 'folders') return shapes.folders
  if (key === 'assets' || key === 'templates' || key.startsWith('logos:')) return shapes.assets
  if (key.startsWith('colors:')) return shapes.colors
  if (key.startsWith('tags:')) return shapes.tags
  return key.startsWith('route:') ? isText : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** As text within the bound: what takes the most room goes first, then what is oldest. */
function writeCache(client: string, entries: ReadonlyMap<string, Entry>): string {
  const encoder = new TextEncoder()
  const parts = [...entries].map(([key, { value, asOf }]) => {
    const json = `${JSON.stringify(key)}:${JSON.stringify({ asOf, value })}`
    return { key, asOf, json, bytes: encoder.encode(json).byteLength + 1 }
  })
  const head = `{"version":${VERSION},"client":${JSON.stringify(client)},"entries":{`
  let bytes = encoder.encode(head).byteLength + 2 + parts.reduce((sum, part) => sum + part.bytes, 0)
  // Without the kits nothing else could be shown, so they stay as long as they fit.
  const leaving = [...parts].sort(
    (a, b) =>
      Number(a.key === KITS) - Number(b.key === KITS) || b.bytes - a.bytes || a.asOf - b.asOf,
  )
  const left = new Set<string>()
  for (const part of leaving) {
    if (bytes <= MOST_BYTES) break
    left.add(part.key)
    bytes -= part.bytes
  }
  const kept = parts.filter(({ key }) => !left.has(key))
  return `${head}${kept.map(({ json }) => json).join(',')}}}`
}
