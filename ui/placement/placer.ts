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
  /** Places at the centre of the view; does nothing while the same asset is on its way. */
  place(asset: BrandAsset): Promise<void>
  retry(failure: PlacementFailure): Promise<void>
  dismiss(failure: PlacementFailure): void
  /** Remembers what is dragged and starts to fetch it; gives the reference that the drop carries. */
  startDrag(asset: BrandAsset): string
  /** Forgets a drag that ended without a drop. */
  cancelDrag(reference: string): void
  /** Says that failures are on screen until the returned function is called; else Figma shows them. */
  watchFailures(): () => void
}

interface Drag {
  readonly asset: BrandAsset
  readonly fetching: AbortController
  readonly brought: Promise<Prepared>
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
  const drags = new Map<string, Drag>()
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

  plugin.on('dropped', ({ reference, point }) => {
    const drag = drags.get(reference)
    if (drag === undefined) return
    drags.delete(reference)
    void run(drag.asset, { type: 'drop', point }, drag.brought)
  })

  return {
    busy,
    failures,
    async place(asset) {
      const reason = whyNotPlaceable(asset)
      if (reason !== null) announce(reason)
      else if (!busy.value.includes(assetKey(asset))) {
        // A new try makes an old failure of the same asset obsolete.
        failures.value = failures.value.filter(
          (failure) => assetKey(failure.asset) !== assetKey(asset),
        )
        await run(asset, { type: 'view' }, bring(asset))
      }
    },
    async retry(failure) {
      dismiss(failure)
      await run(failure.asset, failure.at, bring(failure.asset))
    },
    dismiss,
    startDrag(asset) {
      for (const oldest of [...drags.keys()].slice(0, -DRAGS_KEPT)) forget(drags, oldest)
      const reference = `drag-${++lastId}`
      const fetching = new AbortController()
      const brought = bringContent(client, asset, fetching.signal)
      // A failure is told when the drop has come, and to nobody when it never comes.
      brought.catch(() => undefined)
      drags.set(reference, { asset, fetching, brought })
      return reference
    },
    cancelDrag: (reference) => forget(drags, reference),
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
