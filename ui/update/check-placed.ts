import type { BrandAsset, BrandKit, Decoded } from '../../shared/brand.ts'
import type { ListProgress, PlacedList, UpdateScope } from '../../shared/update.ts'
import { Trouble, troubleOf } from '../../shared/trouble.ts'
import type { Client } from '../cliquify/client.ts'
import { pagesOf } from '../brand/pages-of.ts'
import { untilAborted } from '../../shared/cliquify/timing.ts'
import type { Plugin } from '../plugin.ts'
import { comparePlaced, type Comparison } from './outdated.ts'

/** What was placed, and what Cliquify has of it now. */
export interface Check extends Comparison, Pick<PlacedList, 'scope' | 'hasSelection'> {
  readonly inInstances: number
}

/** How far a check has come. */
export type CheckProgress =
  | ({ readonly step: 'looking' } & ListProgress)
  /** `listed` counts the assets and templates that were read from Cliquify so far. */
  | { readonly step: 'comparing'; readonly layers: number; readonly listed: number }

export interface CheckOptions {
  readonly client: Client
  readonly plugin: Plugin
  /** The kit that is chosen, or null where there is none. */
  readonly kit: BrandKit | null
  /** Null looks at the selection where all of it was placed, else on the page. */
  readonly scope: UpdateScope | null
  readonly signal: AbortSignal
  readonly onProgress: (progress: CheckProgress) => void
}

/**
 * Looks up what was placed and what Cliquify has of it now. Asks only for lists that matter. Rejects
 * with `cancelled` once the signal is aborted, rather than tell of a part.
 */
export async function checkPlaced(options: CheckOptions): Promise<Check> {
  const { client, plugin, kit, scope, signal, onProgress } = options
  const looking = plugin.request('placement:list', scope, {
    signal,
    onProgress: (progress) => onProgress({ step: 'looking', ...progress }),
  })
  // A search that is cut short replies with what it has found so far.
  const { layers, ...list } = await untilAborted(looking, signal)
  let listed = 0
  const tell = (count: number): void => {
    listed += count
    onProgress({ step: 'comparing', layers: layers.length, listed })
  }
  tell(0)
  const of = (kind: BrandAsset['kind']) =>
    layers.flatMap(({ provenance }) => (provenance.kind === kind ? [provenance] : []))
  const idsOf = (kind: BrandAsset['kind']) => of(kind).map(({ assetId }) => assetId)
  const refusals: Trouble[] = []
  const ifReadable = <T>(list: Promise<T>): Promise<T | null> => orNull(list, refusals)
  const comparing = Promise.all([
    ifReadable(logosOf(client, kit, new Set(of('logo').map(({ kitId }) => kitId)), signal)),
    ifReadable(find(pagesOf(client.assets, signal), idsOf('asset'), tell)),
    ifReadable(find(pagesOf(client.templates, signal), idsOf('template'), tell)),
  ])
  const [logo, asset, template] = await untilAborted(comparing, signal)
  const lists = { logo, asset, template }
  const [refusal] = refusals
  if (refusal !== undefined && layers.every(({ provenance }) => lists[provenance.kind] === null)) {
    throw refusal
  }
  return { ...list, ...comparePlaced(layers, lists) }
}

/**
 * Null stands for a logo that was placed without a kit: it is looked for in the chosen one, or in all
 * where none is chosen.
 */
async function logosOf(
  client: Client,
  chosen: BrandKit | null,
  kitIds: ReadonlySet<string | null>,
  signal: AbortSignal,
): Promise<readonly BrandAsset[]> {
  if (kitIds.size === 0) return []
  const wanted = new Set([...kitIds].map((id) => id ?? chosen?.id ?? null))
  const onlyChosen = chosen !== null && wanted.size === 1 && wanted.has(chosen.id)
  // Logos that came inside a kit are as old as the kit.
  const isEnough = onlyChosen && chosen.logos === null
  const kits = isEnough ? [chosen] : (await client.brandKits(signal)).items
  const lists = await Promise.all(
    kits
      .filter(({ id }) => wanted.has(id) || wanted.has(null))
      .map((each) => client.logos(each, signal).catch(noneOfDeleted)),
  )
  return lists.flatMap(({ items }) => items)
}

/** The logos of a kit that was deleted are gone with it. */
function noneOfDeleted(error: unknown): Decoded<BrandAsset> {
  if (troubleOf(error).kind !== 'deleted') throw error
  return { items: [], skipped: [] }
}

/** The assets with these ids, page by page until all are found or the list has ended. */
async function find(
  pages: AsyncIterable<readonly BrandAsset[]>,
  ids: readonly string[],
  onPage: (count: number) => void,
): Promise<readonly BrandAsset[]> {
  const missing = new Set(ids)
  const found: BrandAsset[] = []
  if (missing.size === 0) return found
  for await (const items of pages) {
    onPage(items.length)
    for (const asset of items) if (missing.delete(asset.id)) found.push(asset)
    if (missing.size === 0) break
  }
  return found
}

/** Null where the account does not offer the list, or the connection may not read it. */
async function orNull<T>(list: Promise<T>, refusals: Trouble[]): Promise<T | null> {
  try {
    return await list
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    if (error.kind === 'missing-scope') refusals.push(error)
    else if (error.kind !== 'not-offered') throw error
    return null
  }
}
