import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { BrandAsset, BrandColor, BrandKit, Decoded, Folder } from '../../shared/brand.ts'
import { ownerOf } from '../../shared/owner.ts'
import type { SavedBrand } from '../../shared/saved-brand.ts'
import type { Session } from '../../shared/session.ts'
import { troubleOf } from '../../shared/trouble.ts'
import type { Client, ClientOptions, Known, Next, Page, Told } from '../cliquify/client.ts'
import { openReplies } from '../cliquify/replies.ts'
import { openRouteMemory } from '../cliquify/routes.ts'
import { openLater } from '../kit/later.ts'
import { assetKey } from './asset-key.ts'
import { openAssetMap } from './asset-map.ts'
import { MOST_FAVOURITES, withFavourite, withPlaced } from './bounds.ts'
import { noContents, readContents, writeContents } from './contents.ts'
import { openRenewal } from './renewal.ts'
import { openIcons, type Icons } from './icons.ts'
import { openResource, type OpenResource, type Resource } from './resource.ts'
import { createStaleness, type Staleness } from './staleness.ts'
import { suggestable, suggestionOf } from './suggestions.ts'
import { openTabState, type TabState } from './tab-state.ts'
import type { LibraryTab, ViewSettings } from './view-settings.ts'

/** Where files come from. */
export type Files = Pick<Brand, 'media' | 'renew'>

/** All that is known of the brand: one for the life of the window, and kept from one to the next. */
export interface Brand {
  readonly client: Client
  readonly kits: Resource<BrandKit>
  colors(kit: BrandKit): Resource<BrandColor>
  /** Puts newer colors in place of what was loaded. */
  putColors(kit: BrandKit, colors: Decoded<BrandColor>): void
  logos(kit: BrandKit): Resource<BrandAsset>
  readonly assets: Resource<BrandAsset>
  readonly templates: Resource<BrandAsset>
  readonly folders: Resource<Folder>
  readonly assetTags: Resource<string>
  readonly templateTags: Resource<string>
  /** What could not be loaded, of all that is on screen. */
  readonly staleness: Staleness
  /** Null where no list has told of it, and nothing kept does. */
  asset(key: string): BrandAsset | null
  /**
   * The asset as its list has it now, with an address that was signed anew; null where the list, as
   * far as it is looked through, has it no more. Rejects with `Trouble`.
   */
  readonly renew: (asset: BrandAsset) => Promise<BrandAsset | null>
  /** A file's bytes; rejects with `Trouble`. */
  readonly media: (url: string, signal: AbortSignal) => Promise<Uint8Array>
  /** Keys; see `assetKey`. */
  readonly favourites: ReadonlySignal<ReadonlySet<string>>
  /** Last marked first. */
  readonly favouriteAssets: ReadonlySignal<readonly BrandAsset[]>
  /** Last placed first. */
  readonly recentAssets: ReadonlySignal<readonly BrandAsset[]>
  /** Marks an asset to find it again, or takes its mark away. */
  readonly toggleFavourite: (asset: BrandAsset) => void
  readonly notePlaced: (asset: BrandAsset) => void
  readonly icons: Icons
  readonly views: ReadonlySignal<Readonly<Record<LibraryTab, ViewSettings>>>
  setView(tab: LibraryTab, settings: ViewSettings): void
  /** What a person looks for in a list and has picked out there. */
  tab(list: string): TabState
  /** Whose brand it is from now on: what is somebody else's, or nobody's any more, is forgotten. */
  belongTo(session: Session | null): void
  /** Saves at once what would be saved soon. */
  readonly flush: () => Promise<void>
}

export interface BrandOptions {
  /** What was saved last, or null. */
  readonly saved: SavedBrand | null
  readonly session: Session | null
  /** The API's origin. */
  readonly origin: string
  /** The manifest's domains. */
  readonly domains: readonly string[]
  readonly openClient: (
    memory: Required<Pick<ClientOptions, 'routes' | 'replies' | 'onAssets'>>,
  ) => Client
  /** Saves for the next window; null deletes it. Never rejects. */
  readonly save: (brand: SavedBrand | null) => Promise<void>
  /** Tells a person why nothing was marked. */
  readonly announce: (message: string) => void
}

/** How long after a change, and how long while pages arrive for minutes, it is saved; milliseconds. */
const SAVE_SOON = 300
const SAVE_AT_LEISURE = 5_000

export function openBrand(options: BrandOptions): Brand {
  const { saved, session, origin, domains, openClient, save, announce } = options
  let owner = session === null ? null : ownerOf(session)
  const own = saved?.owner === owner ? saved : null
  const kept = readContents(own?.contents ?? null, origin)
  const { routes, replies } = kept
  const map = openAssetMap()
  map.add(kept.assets)
  const favourites = signal(kept.favourites)
  const placed = signal(kept.placed)
  const views = signal(kept.views)
  const tabs = new Map<string, TabState>()
  const later = openLater(() => (owner === null ? Promise.resolve() : save(contentsNow(owner))))
  const soon = (): void => later.within(SAVE_SOON)
  const icons = openIcons({
    saved: own?.suggestions ?? [],
    domains,
    onDrawn: () => later.within(SAVE_AT_LEISURE),
  })

  const client = openClient({
    routes: openRouteMemory(routes, soon),
    replies: openReplies(replies, soon),
    onAssets(told) {
      map.put(told)
      later.within(SAVE_AT_LEISURE)
    },
  })
  const { known } = client
  const renewal = openRenewal(client)

  const kits = openResource({ recall: known.brandKits, load: whole(client.brandKits) })
  const folders = openResource({ recall: known.folders, load: whole(client.folders) })
  const assetTags = openResource({ recall: known.assetTags, load: whole(client.assetTags) })
  const templateTags = openResource({
    recall: known.templateTags,
    load: whole(client.templateTags),
  })
  const assets = assetList({ recall: () => unlessEmpty(known.assets()), load: client.assets })
  const templates = assetList({
    recall: () => unlessEmpty(known.templates()),
    load: client.templates,
  })
  const colors = new Map<string, OfKit<OpenResource<BrandColor>>>()
  const logos = new Map<string, OfKit<AssetList>>()

  /** A list that holds keys, and shows what the map has under them. */
  function assetList({ recall, load }: AssetSource): AssetList {
    const keys = openResource<string>({
      recall() {
        const list = recall()
        if (list === null) return null
        map.add(list.value.items)
        return { ...list, value: keysIn(list.value) }
      },
      load: async (from, signal) => keysIn(await load(from, signal)),
    })
    const held = computed(() => keys.state.value.items)
    let last: readonly BrandAsset[] = []
    const items = computed(() => {
      const next = map.all([...new Set(held.value)])
      const isSame = next.length === last.length && next.every((each, at) => each === last[at])
      return (last = isSame ? last : next)
    })
    const state = computed(() => ({ ...keys.state.value, items: items.value }))
    return { ...keys, state }
  }

  function inlineOr<T>(inline: Decoded<T> | null, list: Known<Decoded<T>> | null) {
    return inline === null ? list : { value: inline, asOf: kits.state.peek().asOf ?? Date.now() }
  }

  /** As `whole`; once the kit has turned out to be deleted, Retry also asks which kits there are. */
  function wholeOfKit<T>(load: (signal: AbortSignal) => Promise<Told<T>>) {
    let isDeleted = false
    return whole(async (signal) => {
      if (isDeleted) kits.retry()
      isDeleted = false
      try {
        return await load(signal)
      } catch (error) {
        isDeleted = troubleOf(error).kind === 'deleted'
        throw error
      }
    })
  }

  function colorsOf(kit: BrandKit): OpenResource<BrandColor> {
    return ofKit(colors, kit, kit.colors, () =>
      openResource({
        recall: () => inlineOr(kit.colors, known.colors(kit)),
        load: wholeOfKit((signal) => client.colors(kit, signal)),
      }),
    )
  }

  function contentsNow(of: string): SavedBrand {
    const there = logosThere()
    const isThere = (asset: BrandAsset): boolean =>
      asset.kitId === null || asset.kind !== 'logo' || (there.get(asset.kitId)?.has(asset) ?? true)
    const from = {
      assets: map.lastToldFirst().filter(isThere),
      placedAt: new Map(placed.peek()),
      kitNames: new Map(kits.state.peek().items.map(({ id, name }) => [id, name])),
      icons,
    }
    const suggested = suggestable(from)
    const others = [...favourites.peek(), ...from.placedAt.keys()].flatMap(
      (key) => map.get(key) ?? [],
    )
    return {
      owner: of,
      suggestions: suggested.map((asset) => suggestionOf(asset, from)),
      contents: writeContents({
        routes,
        replies,
        // What was told last comes last, as in the map.
        assets: [...new Set([...suggested, ...others])].reverse(),
        favourites: favourites.peek(),
        placed: placed.peek(),
        views: views.peek(),
      }),
    }
  }

  /** By the id of a kit, the logos that it has; of a kit of which they are not all known, nothing. */
  function logosThere(): ReadonlyMap<string, ReadonlySet<BrandAsset>> {
    const there = new Map<string, ReadonlySet<BrandAsset>>()
    for (const [kitId, { list }] of logos) {
      const { status, items } = list.state.peek()
      if (status === 'complete') there.set(kitId, new Set(items))
    }
    return there
  }

  return {
    client,
    kits,
    colors: colorsOf,
    putColors: (kit, list) => colorsOf(kit).put(list),
    logos: (kit) =>
      ofKit(logos, kit, kit.logos, () =>
        assetList({
          recall: () => inlineOr(kit.logos, known.logos(kit)),
          load: wholeOfKit((signal) => client.logos(kit, signal)),
        }),
      ),
    assets,
    templates,
    folders,
    assetTags,
    templateTags,
    staleness: createStaleness(),
    asset: map.get,
    renew: renewal.renew,
    media: client.media,
    favourites: computed(() => new Set(favourites.value)),
    favouriteAssets: computed(() => map.all(favourites.value)),
    recentAssets: computed(() => map.all(placed.value.map(([key]) => key))),
    toggleFavourite(asset) {
      map.add([asset])
      const changed = withFavourite(favourites.peek(), assetKey(asset))
      if (changed === null) {
        announce(
          `There can be ${MOST_FAVOURITES} favourites at most. Take one away, then mark “${asset.name}” again.`,
        )
        return
      }
      favourites.value = changed
      soon()
    },
    notePlaced(asset) {
      map.add([asset])
      placed.value = withPlaced(placed.peek(), assetKey(asset), Date.now())
      soon()
    },
    icons,
    views,
    setView(tab, settings) {
      views.value = { ...views.peek(), [tab]: settings }
      soon()
    },
    tab: (list) => found(tabs, list, () => openTabState(map.get)),
    belongTo(next) {
      if (next !== null && (ownerOf(next) ?? owner) === owner) return
      later.drop()
      owner = next === null ? null : ownerOf(next)
      const nothing = noContents()
      routes.clear()
      replies.clear()
      map.clear()
      tabs.clear()
      renewal.forget()
      icons.clear()
      favourites.value = nothing.favourites
      placed.value = nothing.placed
      views.value = nothing.views
      for (const list of [kits, folders, assetTags, templateTags, assets, templates]) list.forget()
      colors.clear()
      logos.clear()
      void save(null)
    },
    flush: later.flush,
  }
}

type AssetList = Omit<OpenResource<BrandAsset>, 'put'>

interface AssetSource {
  readonly recall: () => Known<Decoded<BrandAsset>> | null
  readonly load: (from: Next | null, signal: AbortSignal) => Promise<Page<BrandAsset>>
}

/** A list of assets as one of their keys. */
function keysIn<List extends Decoded<BrandAsset>>(
  list: List,
): Omit<List, 'items'> & { readonly items: readonly string[] } {
  return { ...list, items: list.items.map(assetKey) }
}

/** A list without pages. */
function whole<T>(
  load: (signal: AbortSignal) => Promise<Told<T>>,
): (from: Next | null, signal: AbortSignal) => Promise<Page<T>> {
  return async (_from, signal) => ({ ...(await load(signal)), next: null })
}

/** An empty page is no better than none. */
function unlessEmpty<T>(list: Known<Decoded<T>> | null): Known<Decoded<T>> | null {
  return list === null || list.value.items.length === 0 ? null : list
}

function found<T>(all: Map<string, T>, key: string, open: () => T): T {
  const known = all.get(key) ?? open()
  all.set(key, known)
  return known
}

interface OfKit<T> {
  readonly kit: BrandKit
  readonly list: T
}

/** A kit that carries its list inside brings a new one whenever it is told anew. */
function ofKit<T>(all: Map<string, OfKit<T>>, kit: BrandKit, inside: unknown, open: () => T): T {
  const before = all.get(kit.id)
  if (before !== undefined && (before.kit === kit || inside === null)) return before.list
  const list = open()
  all.set(kit.id, { kit, list })
  return list
}
