import type { BrandAsset, BrandKit } from '../../shared/brand.ts'
import { ApiError } from '../cliquify/errors.ts'
import type { Client } from '../cliquify/client.ts'
import type { Plugin } from '../plugin.ts'
import { comparePlaced, type Comparison } from './outdated.ts'
import type { LoadPage } from '../browse/use-pages.ts'

/** Looks up what was placed and what Cliquify has of it now. Asks only for lists that matter. */
export async function checkPlaced(
  client: Client,
  plugin: Plugin,
  kit: BrandKit,
  signal: AbortSignal,
): Promise<Comparison> {
  const placed = await plugin.request('placement:list', null)
  const of = (kind: BrandAsset['kind']) =>
    placed.flatMap(({ provenance }) => (provenance.kind === kind ? [provenance] : []))
  const [logo, asset, template] = await Promise.all([
    ifOffered(logosOf(client, kit, new Set(of('logo').map(({ kitId }) => kitId)), signal)),
    ifOffered(
      find(
        (from) => client.assets(from, signal),
        of('asset').map(({ assetId }) => assetId),
        signal,
      ),
    ),
    ifOffered(
      find(
        (from) => client.templates(from, signal),
        of('template').map(({ assetId }) => assetId),
        signal,
      ),
    ),
  ])
  return comparePlaced(placed, { logo, asset, template })
}

/** Null stands for a logo that was placed without a kit: it is looked for in the chosen one. */
async function logosOf(
  client: Client,
  chosen: BrandKit,
  kitIds: ReadonlySet<string | null>,
  signal: AbortSignal,
): Promise<readonly BrandAsset[]> {
  if (kitIds.size === 0) return []
  const wanted = new Set([...kitIds].map((id) => id ?? chosen.id))
  const onlyChosen = wanted.size === 1 && wanted.has(chosen.id)
  const kits = onlyChosen ? [chosen] : (await client.brandKits(signal)).items
  const lists = await Promise.all(
    kits.filter(({ id }) => wanted.has(id)).map((each) => client.logos(each, signal)),
  )
  return lists.flatMap(({ items }) => items)
}

/** The assets with these ids, page by page until all are found or the list has ended. */
async function find(
  load: LoadPage,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly BrandAsset[]> {
  const missing = new Set(ids)
  const found: BrandAsset[] = []
  let from: string | null = null
  while (missing.size > 0) {
    const page = await load(from, signal)
    for (const asset of page.items) if (missing.delete(asset.id)) found.push(asset)
    if (page.next === null) break
    from = page.next
  }
  return found
}

async function ifOffered<T>(list: Promise<T>): Promise<T | null> {
  try {
    return await list
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-offered') return null
    throw error
  }
}
