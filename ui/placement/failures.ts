import { signal, type ReadonlySignal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'
import type { PlacementSpot, Targets } from '../../shared/protocol.ts'
import { isCancelled, type Trouble } from '../../shared/trouble.ts'
import type { Plugin } from '../plugin.ts'
import { assetKey } from './asset-key.ts'
import { placementTrouble } from './placement-trouble.ts'

/** What was tried, and is tried again on Retry. */
export type Attempt =
  | {
      readonly type: 'place'
      readonly at: PlacementSpot
      /** The layer that shows the thumbnail so far; null where nothing came onto the canvas. */
      readonly nodeId: string | null
    }
  | { readonly type: 'fill'; readonly targets: Targets }
  | { readonly type: 'replace'; readonly targets: Targets }

/** Something that failed and waits for a person. */
export interface PlacementFailure {
  readonly id: number
  readonly asset: BrandAsset
  readonly attempt: Attempt
  readonly trouble: Trouble
}

export interface Failures {
  readonly list: ReadonlySignal<readonly PlacementFailure[]>
  /** What was only cancelled is no failure. */
  add(asset: BrandAsset, attempt: Attempt, error: unknown): void
  dismiss(failure: PlacementFailure): void
  /** A new try makes old failures of the asset obsolete, unless they left a layer to complete. */
  makeWay(asset: BrandAsset): void
  /** Says that they are on screen until the returned function is called; else Figma shows them. */
  watch(): () => void
}

/** Failures of one cause come in a burst, for which one notification is enough. */
const BURST_MS = 200

export function createFailures(plugin: Plugin): Failures {
  const list = signal<readonly PlacementFailure[]>([])
  let lastId = 0
  let watchers = 0
  let unseen: string[] = []

  function tellFigma(): void {
    const [name, ...others] = unseen
    unseen = []
    if (name === undefined || watchers > 0) return
    const message =
      others.length === 0
        ? `“${name}” could not be placed. Open its tab to see why.`
        : `${others.length + 1} assets could not be placed. Open their tab to see why.`
    plugin.emit('notify', { message, error: true })
  }

  return {
    list,
    add(asset, attempt, error) {
      if (isCancelled(error)) return
      const trouble = placementTrouble(asset.name, attempt, error)
      list.value = [...list.value, { id: ++lastId, asset, attempt, trouble }]
      if (watchers > 0) return
      if (unseen.length === 0) setTimeout(tellFigma, BURST_MS)
      unseen.push(asset.name)
    },
    dismiss(failure) {
      list.value = list.value.filter(({ id }) => id !== failure.id)
    },
    makeWay(asset) {
      const key = assetKey(asset)
      list.value = list.value.filter(
        ({ asset: other, attempt }) =>
          assetKey(other) !== key || (attempt.type === 'place' && attempt.nodeId !== null),
      )
    },
    watch() {
      watchers += 1
      return () => {
        watchers -= 1
      }
    },
  }
}
