import type { BrandAsset } from '../../shared/brand.ts'
import { Trouble } from '../../shared/trouble.ts'
import type { Files } from '../brand/brand.ts'
import { openPool } from '../cliquify/pool.ts'
import { within } from '../media/within.ts'
import { bringContent, type Brought } from './content.ts'
import { bringPlaceholder, type Placeholder } from './placeholder.ts'

/** An asset whose files are on their way. */
export interface Fetching {
  readonly asset: BrandAsset
  readonly whole: Promise<Brought>
  readonly placeholder: Promise<Placeholder | null>
}

/** What of an asset is there first. */
export type First =
  | { readonly type: 'whole'; readonly brought: Brought }
  | { readonly type: 'placeholder'; readonly placeholder: Placeholder }
  | { readonly type: 'failed'; readonly error: unknown }

/** Fewer than are downloaded at once, so that a thumbnail never waits for files. */
const FILES_AT_ONCE = 4

/** How long the whole file may take before the thumbnail is shown in its stead. */
const GRACE_MS = 120

/** Starts to fetch assets, the thumbnails first, as those are what shows first. */
export type FetchAll = (assets: readonly BrandAsset[], signal: AbortSignal) => readonly Fetching[]

export function openFetching(files: Files): FetchAll {
  const inPool = openPool(FILES_AT_ONCE)
  return (assets, signal) => {
    const begun = assets.map((asset) => ({
      asset,
      placeholder: bringPlaceholder(files, asset, signal),
    }))
    return begun.map(({ asset, placeholder }) => {
      const whole = inPool(signal, () => bringContent(files, asset, signal))
      // A failure is told once it is known what becomes of the asset; to nobody where nothing does.
      whole.catch(() => undefined)
      return { asset, whole, placeholder }
    })
  }
}

/**
 * The whole file where it is there within a moment, else the thumbnail. A file that cannot be used at
 * all has no use for its thumbnail either; one that cannot be reached has.
 */
export async function firstOf({ whole, placeholder }: Fetching): Promise<First> {
  const settled = whole.then(
    (brought): First => ({ type: 'whole', brought }),
    (error: unknown): First => ({ type: 'failed', error }),
  )
  const early = await within(GRACE_MS, settled).catch(() => null)
  if (early !== null && !mayComeLater(early)) return early
  return Promise.race([
    settled.then((first) => (mayComeLater(first) ? never() : first)),
    placeholder.then((picture): First | Promise<First> =>
      picture === null ? settled : { type: 'placeholder', placeholder: picture },
    ),
  ])
}

function mayComeLater(first: First): boolean {
  if (first.type !== 'failed' || !(first.error instanceof Trouble)) return false
  return first.error.kind !== 'unusable-file'
}

function never(): Promise<never> {
  return new Promise(() => undefined)
}
