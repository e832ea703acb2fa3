import { signal, type ReadonlySignal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'
import type { PlacementSpot, Targets } from '../../shared/placement.ts'
import { dataOf, isCancelled, Trouble, troubleOf } from '../../shared/trouble.ts'
import type { Plugin } from '../plugin.ts'
import { assetKey } from '../brand/asset-key.ts'
import { assetsText } from './placement-texts.ts'

/** What was to be done with an asset, and is done again on Retry. */
export type PlacementTask =
  | {
      readonly type: 'place'
      readonly at: PlacementSpot
      /** The layer that shows the thumbnail so far; null where nothing came onto the canvas. */
      readonly nodeId: string | null
    }
  | { readonly type: 'fill' | 'replace'; readonly targets: Targets }

/** Something that failed and waits for a person. */
export interface PlacementFailure {
  readonly id: number
  readonly asset: BrandAsset
  readonly task: PlacementTask
  readonly trouble: Trouble
}

export interface Failures {
  readonly list: ReadonlySignal<readonly PlacementFailure[]>
  /** What was only cancelled is no failure. */
  add(asset: BrandAsset, task: PlacementTask, error: unknown): void
  readonly dismiss: (failure: PlacementFailure) => void
  /** A new try makes old failures of the asset obsolete, unless they left a layer to complete. */
  makeWay(asset: BrandAsset): void
  /** Says that they are on screen until the returned function is called; else Figma shows them. */
  readonly watch: () => () => void
}

/** Failures of one cause come in a burst, for which one notification is enough. */
const BURST_MS = 200

export function createFailures(plugin: Plugin): Failures {
  const list = signal<readonly PlacementFailure[]>([])
  let lastId = 0
  let watchers = 0
  let unseen: string[] = []

  function tellFigma(): void {
    const message = `${assetsText(unseen)} could not be placed. Open the tab to see why.`
    unseen = []
    if (watchers === 0) plugin.emit('notify', { message, error: true })
  }

  return {
    list,
    add(asset, task, error) {
      if (isCancelled(error)) return
      const trouble = placementTrouble(asset.name, task, error)
      list.value = [...list.value, { id: ++lastId, asset, task, trouble }]
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
        ({ asset: other, task }) => assetKey(other) !== key || hasPlaceholder(task),
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

/** Whether its thumbnail is on the canvas. */
export function hasPlaceholder(task: PlacementTask): boolean {
  return task.type === 'place' && task.nodeId !== null
}

/** In a sentence that names the asset, as several may be on their way. */
function placementTrouble(name: string, task: PlacementTask, thrown: unknown): Trouble {
  const trouble = troubleOf(thrown)
  if (trouble.message.includes(`“${name}”`) && !hasPlaceholder(task)) return trouble
  const outcome = hasPlaceholder(task) ? 'shows only its preview so far' : 'could not be placed'
  const message = `“${name}” ${outcome}. ${trouble.message}`
  return new Trouble({ ...dataOf(trouble), message })
}
