import { signal, type ReadonlySignal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'
import type { Placed, Placement } from '../../shared/protocol.ts'
import type { Client } from '../cliquify/client.ts'
import { isCancelled, type Trouble } from '../kit/trouble.ts'
import type { Prepared } from '../media/convert.ts'
import type { Plugin } from '../plugin.ts'
import { assetKey } from './asset-key.ts'
import { bringContent, sendContent } from './content.ts'
import { whyNotPlaceable } from './placeable.ts'
import { placementTrouble } from './placement-trouble.ts'
import { provenanceOf } from './provenance.ts'

/** What is selected on Figma's canvas, as far as it matters to the library. */
export interface CanvasSelection {
  /** How many of the selected layers can show a picture as their fill. */
  readonly fillable: number
  /** How many of them were placed from Cliquify. */
  readonly placed: number
}

/** A placement that failed and waits for a person. */
export interface PlacementFailure {
  readonly id: number
  readonly asset: BrandAsset
  readonly at: Placement['at']
  readonly trouble: Trouble
}

/** Puts assets on the canvas, by click and by drop; one for the life of the window. */
export interface Placer {
  /** Keys of the assets that are on their way to the canvas; see `assetKey`. */
  readonly busy: ReadonlySignal<readonly string[]>
  readonly failures: ReadonlySignal<readonly PlacementFailure[]>
  /** What a fill or a replacement would meet; follows the selection on the canvas. */
  readonly canvas: ReadonlySignal<CanvasSelection>
  /**
   * Places at the centre of the view, several side by side in their order; leaves out those that
   * are on their way already.
   */
  place(assets: readonly BrandAsset[]): Promise<void>
  /** Shows the asset as the image fill of the selected shapes, frames and text-free layers. */
  fillSelection(asset: BrandAsset): Promise<void>
  /** Shows the asset in the selected layers that were placed before: same size, position and crop. */
  replaceSelection(asset: BrandAsset): Promise<void>
  retry(failure: PlacementFailure): Promise<void>
  dismiss(failure: PlacementFailure): void
  /** Remembers what is dragged and starts to fetch it; gives the reference that the drop carries. */
  startDrag(assets: readonly BrandAsset[]): string
  /** Forgets a drag that ended without a drop. */
  cancelDrag(reference: string): void
  /** Told of each asset that came onto the canvas, until the returned function is called. */
  onPlaced(listener: (asset: BrandAsset) => void): () => void
  /** Says that failures are on screen until the returned function is called; else Figma shows them. */
  watchFailures(): () => void
}

interface Drag {
  readonly fetching: AbortController
  readonly assets: readonly { readonly asset: BrandAsset; readonly brought: Promise<Prepared> }[]
}

/** Drags that ended with Escape are never told; their bytes are let go once this many came after. */
const DRAGS_KEPT = 3

export function createPlacer(
  client: Client,
  plugin: Plugin,
  announce: (message: string) => void,
): Placer {
  const busy = signal<readonly string[]>([])
  const failures = signal<readonly PlacementFailure[]>([])
  const canvas = signal<CanvasSelection>({ fillable: 0, placed: 0 })
  const drags = new Map<string, Drag>()
  const listeners = new Set<(asset: BrandAsset) => void>()
  let lastId = 0
  let watchers = 0
  let lastTurn: Promise<unknown> = Promise.resolve()

  /** Downloads run side by side, placements one by one: each is laid out beside the one before. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(work)
    lastTurn = turn.catch(() => undefined)
    return turn
  }

  async function run(
    asset: BrandAsset,
    at: Placement['at'],
    brought: Promise<Prepared>,
  ): Promise<void> {
    const key = assetKey(asset)
    busy.value = [...busy.value, key]
    try {
      const { content, note } = await brought
      const sent = await inTurn(() =>
        sendContent(content, (each): Promise<Placed> =>
          plugin.request('placement:place', {
            content: each,
            provenance: provenanceOf(asset),
            at,
          }),
        ),
      )
      const notes = [note, sent.note].filter((text) => text !== null)
      for (const listener of listeners) listener(asset)
      announce([`“${asset.name}” placed in ${sent.reply.parentName}.`, ...notes].join(' '))
    } catch (error) {
      fail(asset, at, error)
    } finally {
      const index = busy.value.indexOf(key)
      busy.value = busy.value.filter((_, position) => position !== index)
    }
  }

  function fail(asset: BrandAsset, at: Placement['at'], error: unknown): void {
    if (isCancelled(error)) return
    failures.value = [
      ...failures.value,
      { id: ++lastId, asset, at, trouble: placementTrouble(asset.name, error) },
    ]
    if (watchers === 0) {
      plugin.emit('notify', {
        message: `“${asset.name}” could not be placed. Open its tab to see why.`,
        error: true,
      })
    }
  }

  function dismiss(failure: PlacementFailure): void {
    failures.value = failures.value.filter(({ id }) => id !== failure.id)
  }

  function bring(asset: BrandAsset): Promise<Prepared> {
    return bringContent(client, asset, new AbortController().signal)
  }

  async function placeOne(asset: BrandAsset): Promise<void> {
    const reason = whyNotPlaceable(asset)
    if (reason !== null) announce(reason)
    else if (!busy.value.includes(assetKey(asset))) {
      // A new try makes an old failure of the same asset obsolete.
      failures.value = failures.value.filter(
        (failure) => assetKey(failure.asset) !== assetKey(asset),
      )
      await run(asset, { type: 'view' }, bring(asset))
    }
  }

  plugin.on('dropped', ({ reference, point }) => {
    const drag = drags.get(reference)
    if (drag === undefined) return
    drags.delete(reference)
    for (const { asset, brought } of drag.assets) void run(asset, { type: 'drop', point }, brought)
  })

  return {
    busy,
    failures,
    canvas,
    async place(assets) {
      await Promise.all(assets.map(placeOne))
    },
    fillSelection: placeOne,
    replaceSelection: placeOne,
    async retry(failure) {
      dismiss(failure)
      await run(failure.asset, failure.at, bring(failure.asset))
    },
    dismiss,
    startDrag(assets) {
      for (const oldest of [...drags.keys()].slice(0, -DRAGS_KEPT)) forget(drags, oldest)
      const reference = `drag-${++lastId}`
      const fetching = new AbortController()
      const bringing = assets.map((asset) => {
        const brought = bringContent(client, asset, fetching.signal)
        // A failure is told when the drop has come, and to nobody when it never comes.
        brought.catch(() => undefined)
        return { asset, brought }
      })
      drags.set(reference, { fetching, assets: bringing })
      return reference
    },
    cancelDrag: (reference) => forget(drags, reference),
    onPlaced(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watchFailures() {
      watchers += 1
      return () => {
        watchers -= 1
      }
    },
  }
}

function forget(drags: Map<string, Drag>, reference: string): void {
  drags.get(reference)?.fetching.abort()
  drags.delete(reference)
}
