import { signal, type ReadonlySignal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'
import type {
  CanvasSelection,
  DropPoint,
  Filled,
  PlacementSpot,
  Targets,
} from '../../shared/placement.ts'
import type { PluginRequests } from '../../shared/protocol.ts'
import type { Files } from '../brand/brand.ts'
import { countOf } from '../kit/count-of.ts'
import type { Plugin } from '../plugin.ts'
import { assetKey } from '../brand/asset-key.ts'
import { bringContent, type Brought } from './content.ts'
import { createDrags, type Drag } from './drags.ts'
import { fillLayers, inBatch, replaceLayers } from './existing-layers.ts'
import { createFailures, type PlacementFailure } from './failures.ts'
import { openFetching, type Fetching } from './fetching.ts'
import { completeAgain, placeTogether, type PlaceContext } from './place-together.ts'
import { MOST_AT_ONCE, whyNotPlaceable } from './placeable.ts'
import type { Point } from './release.ts'
import { shownText, unusedNotes } from './placement-texts.ts'
import type { Announce } from '../status.ts'

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
   * are on their way already. Only says so where they are more than `MOST_AT_ONCE`. `at`: another
   * spot than the view, or what becomes of them there.
   */
  place(assets: readonly BrandAsset[], at?: PlacementSpot): Promise<void>
  /**
   * Shows the assets as the image fill of the selected shapes, frames and text-free layers: of several
   * one each, in reading order, again from the first where there are fewer.
   */
  fillSelection(assets: readonly BrandAsset[]): Promise<void>
  /** The same in the selected layers that were placed before: same size, position and crop. */
  replaceSelection(assets: readonly BrandAsset[]): Promise<void>
  retry(failure: PlacementFailure): Promise<void>
  /** All that failed; what is not on the canvas yet is placed together. */
  retryAll(): Promise<void>
  readonly dismiss: (failure: PlacementFailure) => void
  /**
   * Remembers what is dragged and starts to fetch it; gives the reference that the drop carries. More
   * than `MOST_AT_ONCE` are not dropped, which is said.
   */
  startDrag(assets: readonly BrandAsset[]): string
  /** Forgets a drag that ended without a drop. */
  readonly cancelDrag: (reference: string) => void
  /**
   * Where the plugin's window is in Figma's page; null where that is not known, so that what was
   * dragged cannot be dropped, which is said.
   */
  windowPlace(reference: string): Promise<Point | null>
  /** Told of each asset that came onto the canvas, until the returned function is called. */
  onPlaced(listener: (asset: BrandAsset) => void): () => void
  /** Says that failures are on screen until the returned function is called; else Figma shows them. */
  readonly watchFailures: () => () => void
}

/** An asset, and the layers that are to show it. */
interface Share {
  readonly asset: BrandAsset
  readonly targets: Targets
  /** Only where it is being fetched already. */
  readonly whole?: Promise<Brought>
}

/** What came of a share. */
interface Outcome {
  readonly asset: BrandAsset
  readonly filled: Filled
  readonly notes: readonly string[]
}

/** How layers that are there come to show an asset. */
type Showing = 'fill' | 'replace'

const SHOW = { fill: fillLayers, replace: replaceLayers }

const VIEW: PlacementSpot = { type: 'view' }

const NO_PLACE = 'This browser does not tell where that was dropped. Click the asset instead.'

export function createPlacer(files: Files, plugin: Plugin, announce: Announce): Placer {
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

  async function placeInView(assets: readonly BrandAsset[], at: PlacementSpot): Promise<void> {
    const wanted = new Map(placeable(assets).map((asset) => [assetKey(asset), asset]))
    for (const key of busy.value) wanted.delete(key)
    const todo = [...wanted.values()]
    for (const asset of todo) failures.makeWay(asset)
    await placeAt(todo, at)
  }

  /** Null where it failed, which is kept for Retry. */
  async function tryTo(
    type: Showing,
    { asset, targets, whole }: Share,
    batch: number,
  ): Promise<Outcome | null> {
    begin([asset])
    try {
      const brought = await (whole ?? bringContent(files, asset, new AbortController().signal))
      const { filled, failed, notes } = await SHOW[type](plugin, brought, targets, batch)
      if (filled.filled > 0) context.onPlaced(asset)
      if (failed !== null) {
        failures.add(
          asset,
          { type, targets: { ...targets, nodeIds: failed.nodeIds } },
          failed.error,
        )
      }
      return { asset, filled, notes }
    } catch (error) {
      failures.add(asset, { type, targets }, error)
      return null
    } finally {
      context.onSettled(asset)
    }
  }

  /** As one undo step. */
  function together(type: Showing, shares: readonly Share[]): Promise<readonly (Outcome | null)[]> {
    return inBatch(plugin, (batch) => Promise.all(shares.map((share) => tryTo(type, share, batch))))
  }

  async function show(
    type: Showing,
    shares: readonly Share[],
    notes: readonly string[] = [],
  ): Promise<void> {
    tellOutcomes(type, await together(type, shares), notes)
  }

  function tellOutcomes(
    type: Showing,
    outcomes: readonly (Outcome | null)[],
    notes: readonly string[],
  ): void {
    const known = outcomes.filter((outcome) => outcome !== null)
    if (known.length === 0) return
    const names = known.filter(({ filled }) => filled.filled > 0).map(({ asset }) => asset.name)
    const wrote = names.length > 0
    if (type === 'replace' && !wrote) return
    const filled = known.map((outcome) => outcome.filled)
    const all = [...notes, ...known.flatMap((outcome) => outcome.notes)]
    announce(shownText(names, filled, all), null, wrote)
  }

  /**
   * Does something with the selected layers as they are now, not as they are once all is fetched. Of
   * several assets each takes a layer in reading order, again from the first where there are fewer.
   */
  async function withSelection(assets: readonly BrandAsset[], type: Showing): Promise<void> {
    if (tooMany(assets)) return
    const wanted = placeable(assets).filter((asset) => !busy.value.includes(assetKey(asset)))
    if (wanted.length === 0) return
    for (const asset of wanted) failures.makeWay(asset)
    const { nodeIds, size } = await targetsOf(type === 'fill' ? 'selected' : 'placed')
    if (nodeIds.length === 0) {
      announce(`Select what to ${type} first.`)
      return
    }
    const used = wanted.slice(0, nodeIds.length)
    const shares = used.map((asset, index) => ({
      asset,
      targets: { nodeIds: nodeIds.filter((_, place) => place % used.length === index), size },
    }))
    await show(type, shares, unusedNotes(wanted.length, nodeIds.length))
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
      const { asset, whole } = first
      const shares = targets.nodeIds.length === 0 ? [] : [{ asset, targets, whole }]
      const [outcome] = await together('fill', shares)
      // What cannot be filled is no place for a fill: then it is placed there.
      if (outcome === null || (outcome !== undefined && outcome.filled.filled > 0)) {
        drag.ending.abort()
        tellOutcomes('fill', [outcome], unusedNotes(fetching.length, 1))
        return
      }
    }
    begin(fetching.map(({ asset }) => asset))
    await placeTogether(context, fetching, { type: 'drop', point })
  }

  async function retry(failure: PlacementFailure): Promise<void> {
    failures.dismiss(failure)
    const { asset, task } = failure
    if (task.type !== 'place') await show(task.type, [{ asset, targets: task.targets }])
    else if (task.nodeId === null) await placeAt([asset], task.at)
    else {
      begin([asset])
      const [only] = fetch([asset])
      if (only !== undefined) await completeAgain(context, only, task.nodeId, task.at)
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
        at.type === 'view' ? placeInView(assets, at) : placeAt(assets, at),
      ),
      ...alone.map(retry),
    ])
  }

  async function placeAt(assets: readonly BrandAsset[], at: PlacementSpot): Promise<void> {
    begin(assets)
    await placeTogether(context, fetch(assets), at)
  }

  const follow = (now: CanvasSelection): void => {
    canvas.value = now
  }
  plugin.on('canvas', follow)
  // Without it nothing can be filled or replaced until the selection changes.
  plugin.request('placement:canvas', null).then(follow, () => undefined)
  plugin.on('dropped', ({ reference, point, fill: isFill }) => {
    const drag = drags.take(reference)
    if (drag !== null) void drop(drag, point, isFill)
  })

  return {
    busy,
    failures: failures.list,
    canvas,
    async place(assets, at = VIEW) {
      if (!tooMany(assets)) await placeInView(assets, at)
    },
    fillSelection: (assets) => withSelection(assets, 'fill'),
    replaceSelection: (assets) => withSelection(assets, 'replace'),
    retry,
    retryAll,
    dismiss: failures.dismiss,
    startDrag: (assets) => drags.start(tooMany(assets) ? [] : placeable(assets)),
    cancelDrag: drags.cancel,
    async windowPlace(reference) {
      const place = await plugin.request('window:place', null).catch(() => null)
      if (place === null) {
        drags.cancel(reference)
        announce(NO_PLACE)
      }
      return place
    },
    onPlaced(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watchFailures: failures.watch,
  }
}
