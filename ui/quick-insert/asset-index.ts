import type { BrandAsset } from '../../shared/brand.ts'
import type { QuickIndex, QuickItem, Session } from '../../shared/protocol.ts'
import { cachedShapes } from '../cliquify/cached-shapes.ts'
import { isWithin } from '../cliquify/domains.ts'
import { assetKey } from '../placement/asset-key.ts'
import { whyNotPlaceable } from '../placement/placeable.ts'

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
const SAVE_AFTER_MS = 400

export function openAssetIndex(options: AssetIndexOptions): AssetIndex {
  const { saved, origin, domains, save } = options
  let owner = options.session
  const isAsset = cachedShapes(origin).assets
  const isOwn = saved !== null && owner !== null && saved.client === owner.clientId
  /** What was seen last is last. */
  const items = new Map<string, QuickItem>(isOwn ? saved.items.map((item) => [item.key, item]) : [])
  let timer: ReturnType<typeof setTimeout> | undefined

  async function saveNow(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (owner === null) return
    await save({ client: owner.clientId, items: bounded([...items.values()]) })
  }

  function saveSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void saveNow(), SAVE_AFTER_MS)
  }

  function put(asset: BrandAsset, kitName: string | null, usedAt: number | null): boolean {
    const item = toItem(asset, kitName, usedAt, domains)
    const before = items.get(item.key)
    items.delete(item.key)
    items.set(item.key, item)
    return before === undefined || JSON.stringify(before) !== JSON.stringify(item)
  }

  return {
    note(assets, kit) {
      const seen = assets.filter((asset) => whyNotPlaceable(asset) === null)
      const keys = new Set(seen.map(assetKey))
      let changed = false
      for (const { key, kind } of kit === null ? [] : [...items.values()]) {
        const gone = kind === 'logo' && !keys.has(key) && kitOf(key) === kit?.id
        if (gone) changed = items.delete(key) || changed
      }
      for (const asset of seen) {
        const before = items.get(assetKey(asset))
        const kitName = kit?.name ?? before?.kitName ?? null
        changed = put(asset, kitName, before?.usedAt ?? null) || changed
      }
      if (changed) saveSoon()
    },
    used(asset) {
      if (asset.kind === 'template') return
      put(asset, items.get(assetKey(asset))?.kitName ?? null, Date.now())
      saveSoon()
    },
    find(key) {
      const item = items.get(key)
      if (item === undefined) return null
      const decoded = { items: [parse(item.data)], skipped: [] }
      return isAsset(decoded) ? (decoded.items[0] ?? null) : null
    },
    belongTo(session) {
      owner = session
    },
    clear() {
      clearTimeout(timer)
      timer = undefined
      items.clear()
      void save(null)
    },
    async flush() {
      if (timer !== undefined) await saveNow()
    },
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

/** What was seen longest ago goes first, and what was placed goes last. */
function bounded(items: readonly QuickItem[]): readonly QuickItem[] {
  const leaving = [...items].sort((one, other) => (one.usedAt ?? 0) - (other.usedAt ?? 0))
  let text = items.reduce((sum, item) => sum + sizeOf(item), 0)
  const left = new Set<QuickItem>()
  for (const item of leaving) {
    if (text <= MOST_TEXT && items.length - left.size <= MOST_ITEMS) break
    left.add(item)
    text -= sizeOf(item)
  }
  return items.filter((item) => !left.has(item))
}

function sizeOf(item: QuickItem): number {
  return JSON.stringify(item).length
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
