import type { BrandAsset } from '../../shared/brand.ts'
import { takeTurns } from '../../shared/in-turn.ts'
import type { Client } from '../cliquify/client.ts'
import { assetKey } from './asset-key.ts'
import { pagesOf } from './pages-of.ts'

/** How many pages of a list are looked through for an asset. */
const MOST_PAGES = 20
/** How long a list that was loaded anew counts as new, so that many assets share it. */
const FRESH_MS = 30_000

/** One list on its way through its pages, of which a failure ends it. */
interface Walk {
  readonly startedAt: number
  readonly pages: AsyncIterator<readonly BrandAsset[], void>
  readonly found: Map<string, BrandAsset>
}

/** Finds assets in their lists once more. */
export interface Renewal {
  readonly renew: (asset: BrandAsset) => Promise<BrandAsset | null>
  forget(): void
}

export function openRenewal(client: Client): Renewal {
  const walks = new Map<string, Walk>()
  const inTurn = takeTurns()

  async function find(asset: BrandAsset): Promise<BrandAsset | null> {
    const { kind, kitId } = asset
    const key = assetKey(asset)
    const list = kind === 'logo' ? `logos of ${String(kitId)}` : kind
    const known = walks.get(list)
    const walk = known && Date.now() - known.startedAt < FRESH_MS ? known : begin(kind, kitId)
    walks.set(list, walk)
    try {
      while (!walk.found.has(key)) {
        const { value } = await walk.pages.next()
        if (value === undefined) break
        for (const each of value) {
          if (!walk.found.has(assetKey(each))) walk.found.set(assetKey(each), each)
        }
      }
    } catch (error) {
      walks.delete(list)
      throw error
    }
    return walk.found.get(key) ?? null
  }

  function begin(kind: BrandAsset['kind'], kitId: string | null): Walk {
    // Several wait for it, so none of them ends it.
    const { signal } = new AbortController()
    return {
      startedAt: Date.now(),
      pages:
        kind === 'logo'
          ? logosOf(kitId, signal)
          : pagesOf(kind === 'asset' ? client.assets : client.templates, signal, MOST_PAGES),
      found: new Map(),
    }
  }

  async function* logosOf(
    kitId: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<readonly BrandAsset[], void> {
    const { items } = await client.brandKits(signal)
    for (const kit of items) {
      if (kitId === null || kit.id === kitId) yield (await client.logos(kit, signal)).items
    }
  }

  return {
    // One after the other: what one lookup loads, the next one finds.
    renew: (asset) => inTurn(() => find(asset)),
    forget: () => walks.clear(),
  }
}
