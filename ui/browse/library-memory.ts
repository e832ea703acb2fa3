import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'
import type { Session } from '../../shared/protocol.ts'
import { cachedShapes } from '../cliquify/cached-shapes.ts'
import { isRecord } from '../cliquify/decode/value.ts'
import { isOwner } from '../cliquify/owner.ts'
import { assetKey, distinctAssets } from '../placement/asset-key.ts'
import { saveLater } from '../save-later.ts'
import type { Favourites } from './favourites.ts'
import { DEFAULT_LOOK, readLook, type LibraryTab, type Look } from './look.ts'
import { refreshed, without, withFirst } from './remembered-assets.ts'

/** What one person does with the library, for the life of the window and beyond. */
export interface LibraryMemory {
  readonly favourites: Favourites
  /** Last marked first. */
  readonly favouriteAssets: ReadonlySignal<readonly BrandAsset[]>
  /** Last placed first, each once. */
  readonly recentAssets: ReadonlySignal<readonly BrandAsset[]>
  readonly notePlaced: (asset: BrandAsset) => void
  /** Puts assets as they were loaded in place of what is remembered of them. */
  refresh(loaded: readonly BrandAsset[]): void
  look(tab: LibraryTab): ReadonlySignal<Look>
  setLook(tab: LibraryTab, look: Look): void
  /** Forgets everything where the session is somebody else's, or nobody's. */
  belongTo(session: Session | null): void
  /** Saves at once what would be saved soon. */
  readonly flush: () => Promise<void>
}

export interface LibraryMemoryOptions {
  /** What was saved last, or null. */
  readonly text: string | null
  readonly session: Session | null
  /** The API's origin. */
  readonly origin: string
  /** Saves the text for the next window. Never rejects. */
  readonly save: (text: string) => Promise<void>
  /** Tells a person why nothing was marked. */
  readonly announce: (message: string) => void
}

/** Raised when what is kept changes its shape. */
const VERSION = 1

/** Of each kind. */
export const MOST_RECENT = 24

export const MOST_FAVOURITES = 300

const PACE = { quiet: 200, apart: 0 }

interface Contents {
  readonly looks: Readonly<Record<LibraryTab, Look>>
  readonly favourites: readonly BrandAsset[]
  readonly recent: readonly BrandAsset[]
}

const NOTHING: Contents = {
  looks: { logos: DEFAULT_LOOK, assets: DEFAULT_LOOK, templates: DEFAULT_LOOK },
  favourites: [],
  recent: [],
}

/**
 * Opens the memory of the client whose session it is. As with the cache, nothing is written to the
 * device for a session without a client ID.
 */
export function openLibraryMemory(options: LibraryMemoryOptions): LibraryMemory {
  const { text, session, origin, save, announce } = options
  let owner = session?.clientId ?? null
  const contents = signal(readContents(text, owner, origin))
  let met = new WeakSet<BrandAsset>()

  const saving = saveLater(
    () => save(JSON.stringify({ version: VERSION, client: owner, ...contents.value })),
    PACE,
  )

  function change(changed: Partial<Contents>): void {
    contents.value = { ...contents.value, ...changed }
    if (owner !== null) saving.soon()
  }

  const looks = {
    logos: computed(() => contents.value.looks.logos),
    assets: computed(() => contents.value.looks.assets),
    templates: computed(() => contents.value.looks.templates),
  }
  const favouriteAssets = computed(() => contents.value.favourites)
  const keys = computed(() => new Set(favouriteAssets.value.map(assetKey)))

  return {
    favourites: {
      keys,
      toggle(asset) {
        const { favourites } = contents.value
        if (keys.value.has(assetKey(asset))) change({ favourites: without(favourites, asset) })
        else if (favourites.length < MOST_FAVOURITES) change({ favourites: [asset, ...favourites] })
        else {
          announce(
            `There are ${MOST_FAVOURITES} favourites, which is the most. Take one away, then mark “${asset.name}” again.`,
          )
        }
      },
    },
    favouriteAssets,
    recentAssets: computed(() => contents.value.recent),
    notePlaced: (asset) => change({ recent: withFirst(contents.value.recent, asset, MOST_RECENT) }),
    refresh(loaded) {
      const fresh = loaded.filter((asset) => !met.has(asset))
      for (const asset of fresh) met.add(asset)
      const { favourites, recent } = contents.value
      if (fresh.length === 0 || favourites.length + recent.length === 0) return
      const byKey = new Map(fresh.map((asset) => [assetKey(asset), asset]))
      const changed = { favourites: refreshed(favourites, byKey), recent: refreshed(recent, byKey) }
      if (changed.favourites !== favourites || changed.recent !== recent) change(changed)
    },
    look: (tab) => looks[tab],
    setLook: (tab, look) => change({ looks: { ...contents.value.looks, [tab]: look } }),
    belongTo(next) {
      if (isOwner(owner, next)) return
      saving.drop()
      owner = next?.clientId ?? null
      met = new WeakSet()
      contents.value = NOTHING
      // With the connection itself, the sandbox forgets all that belongs to it.
      if (next !== null) void save('')
    },
    flush: saving.flush,
  }
}

/** What was saved for this client by this version; what is damaged in it is as at first. */
function readContents(text: string | null, owner: string | null, origin: string): Contents {
  const saved = parsed(text)
  if (owner === null || !isRecord(saved)) return NOTHING
  if (saved['version'] !== VERSION || saved['client'] !== owner) return NOTHING
  const looks = isRecord(saved['looks']) ? saved['looks'] : {}
  const { asset: isAsset } = cachedShapes(origin)
  const read = (value: unknown): readonly BrandAsset[] =>
    Array.isArray(value) ? distinctAssets(value.filter(isAsset)) : []
  return {
    looks: {
      logos: readLook(looks['logos']),
      assets: readLook(looks['assets']),
      templates: readLook(looks['templates']),
    },
    favourites: read(saved['favourites']).slice(0, MOST_FAVOURITES),
    recent: read(saved['recent']).slice(0, 3 * MOST_RECENT),
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
