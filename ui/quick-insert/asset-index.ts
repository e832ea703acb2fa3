import type { BrandAsset } from '../../shared/brand.ts'
import type { QuickIndex, QuickItem, Session } from '../../shared/protocol.ts'
import { cachedShapes } from '../cliquify/cached-shapes.ts'
import { isWithin } from '../cliquify/domains.ts'
import { assetKey } from '../placement/asset-key.ts'
import { whyNotPlaceable } from '../placement/placeable.ts'
import { saveLater } from '../save-later.ts'

/** What quick insert can suggest without the window: what the library has shown so far. */
export interface AssetIndex {
  /** Notes what a list of Cliquify holds; the logos of a kit take the place of those it had. */
  note(
    assets: readonly BrandAsset[],
    kit: { readonly id: string; readonly name: string } | null,
  ): void
  /** Notes that an asset came onto the canvas. */
  readonly used: (asset: BrandAsset) => void
  find(key: string): BrandAsset | null
  /** Notes whose brand it is from now on; null is nobody's. */
  belongTo(session: Session | null): void
  /** Forgets everything; what belonged to one client is not another's. */
  clear(): void
  /** Saves at once what would be saved soon. */
  readonly flush: () => Promise<void>
}

export interface AssetIndexOptions {
  /** What was saved last, or null. */
  readonly saved: QuickIndex | null
  /** The API's origin: URLs are held to the same rule as in a reply. */
  readonly origin: string
  /** The manifest's domains: from others Figma may show no picture. */
  readonly domains: readonly string[]
  readonly session: Session | null
  /** Saves it for the next run; null deletes it. Never rejects. */
  readonly save: (index: QuickIndex | null) => Promise<void>
}

export const MOST_ITEMS = 1_500

/** Characters of JSON; a small part of the 5 MB that Figma gives to all that the plugin stores. */
export const MOST_TEXT = 800_000

const MOST_TAGS = 8

/** Pages arrive for minutes, and each saving takes all that is known. */
const PACE = { quiet: 400, apart: 5_000 }

/** An item, and how it is written. */
interface Entry {
  readonly item: QuickItem
  readonly text: string
}

export function openAssetIndex(options: AssetIndexOptions): AssetIndex {
  const { saved, origin, domains, save } = options
  let owner = options.session
  const isAsset = cachedShapes(origin).assets
  const isOwn = saved !== null && owner !== null && saved.client === owner.clientId
  /** What was seen last is last. */
  const entries = new Map<string, Entry>()
  /** Characters of all of them. */
  let length = 0
  if (isOwn) saved.items.forEach(put)

  const saving = saveLater(async () => {
    if (owner === null) return
    await save({ client: owner.clientId, items: [...entries.values()].map(({ item }) => item) })
  }, PACE)

  /** Says whether that changed anything but the order. */
  function put(item: QuickItem): boolean {
    const text = JSON.stringify(item)
    const before = entries.get(item.key)
    remove(item.key)
    entries.set(item.key, { item, text })
    length += text.length
    return before?.text !== text
  }

  function remove(key: string): boolean {
    length -= entries.get(key)?.text.length ?? 0
    return entries.delete(key)
  }

  /** What was seen longest ago goes first, and what was placed goes last. */
  function trim(): void {
    if (isWithinBounds()) return
    const usedAt = ({ item }: Entry): number => item.usedAt ?? 0
    for (const { item } of [...entries.values()].sort((a, b) => usedAt(a) - usedAt(b))) {
      if (isWithinBounds()) return
      remove(item.key)
    }
  }

  function isWithinBounds(): boolean {
    return entries.size <= MOST_ITEMS && length <= MOST_TEXT
  }

  return {
    note(assets, kit) {
      const seen = assets.filter((asset) => whyNotPlaceable(asset) === null)
      const keys = new Set(seen.map(assetKey))
      let changed = false
      for (const { item } of kit === null ? [] : [...entries.values()]) {
        const { key, kind } = item
        const gone = kind === 'logo' && !keys.has(key) && kitOf(key) === kit?.id
        if (gone) changed = remove(key) || changed
      }
      for (const asset of seen) {
        const before = entries.get(assetKey(asset))?.item
        const kitName = kit?.name ?? before?.kitName ?? null
        changed = put(toItem(asset, kitName, before?.usedAt ?? null, domains)) || changed
      }
      trim()
      if (changed) saving.soon()
    },
    used(asset) {
      if (asset.kind === 'template') return
      const kitName = entries.get(assetKey(asset))?.item.kitName ?? null
      put(toItem(asset, kitName, Date.now(), domains))
      trim()
      saving.soon()
    },
    find(key) {
      const item = entries.get(key)?.item
      if (item === undefined) return null
      const decoded = { items: [parse(item.data)], skipped: [] }
      return isAsset(decoded) ? (decoded.items[0] ?? null) : null
    },
    belongTo(session) {
      owner = session
    },
    clear() {
      saving.drop()
      entries.clear()
      length = 0
      void save(null)
    },
    flush: saving.flush,
  }
}

function toItem(
  asset: BrandAsset,
  kitName: string | null,
  usedAt: number | null,
  domains: readonly string[],
): QuickItem {
  const icon = asset.thumbnailUrl ?? asset.url
  return {
    key: assetKey(asset),
    kind: asset.kind,
    name: asset.name,
    tags: asset.tags.slice(0, MOST_TAGS),
    kitName,
    iconUrl: icon !== null && isWithin(domains, icon) ? icon : null,
    usedAt,
    data: JSON.stringify(asset),
  }
}

function kitOf(key: string): unknown {
  const parts = parse(key)
  return Array.isArray(parts) ? parts[1] : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
