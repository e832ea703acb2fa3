import { signal, type ReadonlySignal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'
import type {
  CanvasSelection,
  DropPoint,
  PlacementSpot,
  PluginRequests,
  Targets,
} from '../../shared/protocol.ts'
import type { Files } from '../brand/brand.ts'
import { countOf } from '../kit/count-of.ts'
import type { Plugin } from '../plugin.ts'
import { assetKey } from '../brand/asset-key.ts'
import { bringContent } from './content.ts'
import { createDrags, type Drag } from './drags.ts'
import { fillLayers, replaceLayers } from './existing-layers.ts'
import { createFailures, type PlacementFailure } from './failures.ts'
import { openFetching, type Fetching } from './fetching.ts'
import { completeAgain, placeTogether, type PlaceContext } from './place-together.ts'
import { MOST_AT_ONCE, whyNotPlaceable } from './placeable.ts'
import { filledText, replacedText } from './placement-texts.ts'

export type { CanvasSelection }

/** Puts assets on the canvas, by click and by drop; one for the life of the window. */
export interface Placer {
  /** Keys of the assets that are on their way to the canvas; see `assetKey`. */
  readonly busy: ReadonlySignal<readonly string[]>
  readonly failures: ReadonlySignal<readonly PlacementFailure[]>
  /** What a fill or a replacement would meet; follows the selection on the canvas. */
  readonly canvas: ReadonlySignal<CanvasSelection>
  /**
   * Places at the centre of the view, several side by side in their order; leaves out those that
   * are on their way already. Only says so where they are more than `MOST_AT_ONCE`.
   */
  place(assets: readonly BrandAsset[]): Promise<void>
  /** Shows the asset as the image fill of the selected shapes, frames and text-free layers. */
  fillSelection(asset: BrandAsset): Promise<void>
  /** Shows the asset in the selected layers that were placed before: same size, position and crop. */
  replaceSelection(asset: BrandAsset): Promise<void>
  retry(failure: PlacementFailure): Promise<void>
  /** All that failed; what is not on the canvas yet is placed together. */
  retryAll(): Promise<void>
  dismiss(failure: PlacementFailure): void
  /**
   * Remembers what is dragged and starts to fetch it; gives the reference that the drop carries. More
   * than `MOST_AT_ONCE` are not dropped, which is said.
   */
  startDrag(assets: readonly BrandAsset[]): string
  /** Forgets a drag that ended without a drop. */
  cancelDrag(reference: string): void
  /** Told of each asset that came onto the canvas, until the returned function is called. */
  onPlaced(listener: (asset: BrandAsset) => void): () => void
  /** Says that failures are on screen until the returned function is called; else Figma shows them. */
  watchFailures(): () => void
}

const VIEW: PlacementSpot = { type: 'view' }

export function createPlacer(
  files: Files,
  plugin: Plugin,
  announce: (message: string) => void,
): Placer {
  const busy = signal<readonly string[]>([])
  const canvas = signal<CanvasSelection>({ fillable: 0, placed: 0 })
  const failures = createFailures(plugin)
  const fetchAll = openFetching(files)
  const drags = createDrags(fetchAll)
  const listeners = new Set<(asset: BrandAsset) => void>()

  const context: PlaceContext = {
    plugin,
    failures,
    announce,
    onPlaced(asset) {
      for (const listener of listeners) listener(asset)
    },
    onSettled(asset) {
      const index = busy.value.indexOf(assetKey(asset))
      busy.value = busy.value.filter((_, position) => position !== index)
    },
  }

  function begin(assets: readonly BrandAsset[]): void {
    busy.value = [...busy.value, ...assets.map(assetKey)]
  }

  function fetch(assets: readonly BrandAsset[]): readonly Fetching[] {
    return fetchAll(assets, new AbortController().signal)
  }

  /** Those that can be placed; says of the others why they cannot. */
  function placeable(assets: readonly BrandAsset[]): readonly BrandAsset[] {
    const reasons = assets.flatMap((asset) => whyNotPlaceable(asset) ?? [])
    const [reason, ...more] = reasons
    if (reason !== undefined) {
      const others = more.length === 0 ? '' : ` ${more.length} more cannot be placed either.`
      announce(`${reason}${others}`)
    }
    return assets.filter((asset) => whyNotPlaceable(asset) === null)
  }

  /** Says so where they are more than can be placed at once. */
  function tooMany({ length }: readonly BrandAsset[]): boolean {
    if (length <= MOST_AT_ONCE) return false
    announce(`${countOf(length, 'asset')} are too many at once. Select at most ${MOST_AT_ONCE}.`)
    return true
  }

  async function placeInView(assets: readonly BrandAsset[]): Promise<void> {
    const wanted = new Map(placeable(assets).map((asset) => [assetKey(asset), asset]))
    for (const key of busy.value) wanted.delete(key)
    const todo = [...wanted.values()]
    for (const asset of todo) failures.makeWay(asset)
    begin(todo)
    await placeTogether(context, fetch(todo), VIEW)
  }

  /** Whether there was something to fill; failures are kept for Retry. */
  async function fill(asset: BrandAsset, targets: Targets, drag?: Drag): Promise<boolean> {
    begin([asset])
    try {
      const dragged = drag?.fetching ?? []
      const whole = dragged[0]?.whole ?? bringContent(files, asset, new AbortController().signal)
      const { filled, notes } = await fillLayers(plugin, await whole, targets)
      if (filled.filled > 0) context.onPlaced(asset)
      else if (drag !== undefined) return false
      const others = dragged.length > 1 ? ['Only the first of what was dragged is used.'] : []
      announce(filledText(asset.name, filled, [...others, ...notes]))
    } catch (error) {
      failures.add(asset, { type: 'fill', targets }, error)
    } finally {
      context.onSettled(asset)
    }
    return true
  }

  async function replace(asset: BrandAsset, targets: Targets): Promise<void> {
    begin([asset])
    try {
      const brought = await bringContent(files, asset, new AbortController().signal)
      const { replaced, failed, notes } = await replaceLayers(plugin, brought, targets)
      if (replaced > 0) {
        context.onPlaced(asset)
        announce(replacedText(asset.name, replaced, notes))
      }
      if (failed !== null) {
        const left = { ...targets, nodeIds: failed.nodeIds }
        failures.add(asset, { type: 'replace', targets: left }, failed.error)
      }
    } catch (error) {
      failures.add(asset, { type: 'replace', targets }, error)
    } finally {
      context.onSettled(asset)
    }
  }

  /** Does something with the selected layers as they are now, not as they are once all is fetched. */
  async function withSelection(
    asset: BrandAsset,
    which: 'selected' | 'placed',
    advice: string,
    work: (asset: BrandAsset, targets: Targets) => Promise<unknown>,
  ): Promise<void> {
    const [wanted] = placeable([asset])
    if (wanted === undefined || busy.value.includes(assetKey(wanted))) return
    failures.makeWay(wanted)
    const targets = await targetsOf(which)
    if (targets.nodeIds.length === 0) announce(advice)
    else await work(wanted, targets)
  }

  /** None where the sandbox cannot tell them. */
  function targetsOf(which: PluginRequests['placement:targets']['request']): Promise<Targets> {
    return plugin
      .request('placement:targets', which)
      .catch(() => ({ nodeIds: [], size: { width: 0, height: 0 } }))
  }

  async function drop(drag: Drag, point: DropPoint, isFill: boolean): Promise<void> {
    const { fetching } = drag
    const [first] = fetching
    if (isFill && first !== undefined) {
      const targets = await targetsOf({ under: point })
      if (targets.nodeIds.length > 0 && (await fill(first.asset, targets, drag))) {
        drag.ending.abort()
        return
      }
    }
    begin(fetching.map(({ asset }) => asset))
    await placeTogether(context, fetching, { type: 'drop', point })
  }

  async function retry(failure: PlacementFailure): Promise<void> {
    failures.dismiss(failure)
    const { asset, task } = failure
    switch (task.type) {
      case 'fill':
        await fill(asset, task.targets)
        break
      case 'replace':
        await replace(asset, task.targets)
        break
      case 'place': {
        if (task.nodeId === null) {
          await placeAt([asset], task.at)
          break
        }
        begin([asset])
        const [only] = fetch([asset])
        if (only !== undefined) await completeAgain(context, only, task.nodeId, task.at)
      }
    }
  }

  async function retryAll(): Promise<void> {
    const all = failures.list.value
    const together = new Map<PlacementSpot, BrandAsset[]>()
    const alone: PlacementFailure[] = []
    for (const failure of all) {
      const { asset, task } = failure
      if (task.type !== 'place' || task.nodeId !== null) {
        alone.push(failure)
        continue
      }
      failures.dismiss(failure)
      together.set(task.at, [...(together.get(task.at) ?? []), asset])
    }
    await Promise.all([
      ...[...together].map(([at, assets]) =>
        at.type === 'view' ? placeInView(assets) : placeAt(assets, at),
      ),
      ...alone.map(retry),
    ])
  }

  async function placeAt(assets: readonly BrandAsset[], at: PlacementSpot): Promise<void> {
    begin(assets)
    await placeTogether(context, fetch(assets), at)
  }

  plugin.on('canvas', (now) => {
    canvas.value = now
  })
  plugin.request('placement:canvas', null).then(
    (now) => {
      canvas.value = now
    },
    // Without it nothing can be filled or replaced until the selection changes.
    () => undefined,
  )
  plugin.on('dropped', ({ reference, point, fill: isFill }) => {
    const drag = drags.take(reference)
    if (drag !== null) void drop(drag, point, isFill)
  })

  return {
    busy,
    failures: failures.list,
    canvas,
    async place(assets) {
      if (!tooMany(assets)) await placeInView(assets)
    },
    fillSelection: (asset) =>
      withSelection(asset, 'selected', 'Select the shapes or frames to fill first.', fill),
    replaceSelection: (asset) =>
      withSelection(asset, 'placed', 'Select what was placed from Cliquify first.', replace),
    retry,
    retryAll,
    dismiss: (failure) => failures.dismiss(failure),
    startDrag: (assets) => drags.start(tooMany(assets) ? [] : placeable(assets)),
    cancelDrag: (reference) => drags.cancel(reference),
    onPlaced(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watchFailures: () => failures.watch(),
  }
}
