import type { BrandAsset } from '../../shared/brand.ts'
import type { Client } from '../cliquify/client.ts'
import { pagesOf } from '../cliquify/pages-of.ts'

/** How many pages of a list are looked through for an asset. */
const MOST_PAGES = 20
/** How long a list that was loaded anew counts as new, so that many assets share it. */
const FRESH_MS = 30_000

/** One list on its way through its pages. */
interface Walk {
  readonly startedAt: number
  readonly pages: AsyncIterator<readonly BrandAsset[], void>
  readonly found: Map<string, BrandAsset>
  pagesRead: number
  ended: boolean
}

interface Lookup {
  readonly walks: Map<string, Walk>
  lastTurn: Promise<unknown>
}

const lookups = new WeakMap<Client, Lookup>()

/**
 * The asset as its list has it now, with an address that was signed anew; null where the list, as
 * far as it is looked through, has it no more. Rejects with `Trouble`.
 */
export async function freshAsset(client: Client, asset: BrandAsset): Promise<BrandAsset | null> {
  const lookup = lookups.get(client) ?? { walks: new Map(), lastTurn: Promise.resolve() }
  lookups.set(client, lookup)
  // One after the other: what one lookup loads, the next one finds.
  const turn = lookup.lastTurn.then(() => find(client, lookup, asset))
  lookup.lastTurn = turn.catch(() => undefined)
  return turn
}

async function find(
  client: Client,
  { walks }: Lookup,
  { kind, kitId, id }: BrandAsset,
): Promise<BrandAsset | null> {
  const list = kind === 'logo' ? `logos of ${String(kitId)}` : kind
  const known = walks.get(list)
  const walk = known && Date.now() - known.startedAt < FRESH_MS ? known : begin(client, kind, kitId)
  walks.set(list, walk)
  while (!walk.found.has(id) && !walk.ended && walk.pagesRead < MOST_PAGES) {
    try {
      const { value, done } = await walk.pages.next()
      walk.ended = done === true
      walk.pagesRead += 1
      for (const each of value ?? []) if (!walk.found.has(each.id)) walk.found.set(each.id, each)
    } catch (error) {
      walks.delete(list)
      throw error
    }
  }
  return walk.found.get(id) ?? null
}

function begin(client: Client, kind: BrandAsset['kind'], kitId: string | null): Walk {
  // Several wait for it, so none of them ends it.
  const { signal } = new AbortController()
  return {
    startedAt: Date.now(),
    pages:
      kind === 'logo'
        ? logosOf(client, kitId, signal)
        : pagesOf(
            (from, each) =>
              kind === 'asset' ? client.assets(from, each) : client.templates(from, each),
            signal,
          ),
    found: new Map(),
    pagesRead: 0,
    ended: false,
  }
}

async function* logosOf(
  client: Client,
  kitId: string | null,
  signal: AbortSignal,
): AsyncGenerator<readonly BrandAsset[], void> {
  const { items } = await client.brandKits(signal)
  for (const kit of items) {
    if (kitId === null || kit.id === kitId) yield (await client.logos(kit, signal)).items
  }
}
