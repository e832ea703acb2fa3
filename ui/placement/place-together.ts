import type { BrandAsset } from '../../shared/brand.ts'
import type { Completed, PlacementSpot } from '../../shared/placement.ts'
import type { Plugin } from '../plugin.ts'
import { otherForms, sendContent } from './content.ts'
import type { Failures } from './failures.ts'
import { firstOf, type Fetching } from './fetching.ts'
import { assetsText, placedText } from './placement-texts.ts'
import { provenanceOf } from './provenance.ts'
import { sendItems, type Ready } from './send-items.ts'
import { settledWithin } from './settled-within.ts'
import type { Announce } from '../status.ts'

export interface PlaceContext {
  readonly plugin: Plugin
  readonly failures: Failures
  readonly announce: Announce
  /** Told of each asset once it is on the canvas. */
  readonly onPlaced: (asset: BrandAsset) => void
  /** Told of each asset once nothing is on its way for it any more. */
  readonly onSettled: (asset: BrandAsset) => void
}

/** How long those that are there wait for the rest, so that all are placed together. */
const TOGETHER_MS = 8000

/**
 * Places assets side by side, each with its thumbnail where the file takes longer, and completes
 * those. Each ends complete, or as a failure that can be tried again; never rejects.
 */
export async function placeTogether(
  context: PlaceContext,
  all: readonly Fetching[],
  at: PlacementSpot,
): Promise<void> {
  if (all.length === 0) return
  const afterwards = all.length > 1 ? afterFirst(at) : at
  const firsts = all.map((fetching) => firstOf(fetching).then((first) => ({ fetching, first })))
  const { settled, late } = await settledWithin(firsts, TOGETHER_MS)
  const ready: Ready[] = []
  for (const { fetching, first } of settled) {
    if (first.type === 'failed') fail(context, fetching.asset, afterwards, null, first.error)
    else ready.push({ fetching, first })
  }
  await Promise.all([
    placeReady(context, ready, settled.length, { at, afterwards }),
    ...late.map(async (first) => {
      const { fetching } = await first
      await placeTogether(context, [fetching], afterwards)
    }),
  ])
}

/** The spot for what comes once others of the same placement may be there. */
function afterFirst(at: PlacementSpot): PlacementSpot {
  return at.type === 'drop' ? { ...at, type: 'after-drop' } : at
}

interface Spots {
  /** Of those that are placed now. */
  readonly at: PlacementSpot
  /** Of what has to be tried again. */
  readonly afterwards: PlacementSpot
}

async function placeReady(
  context: PlaceContext,
  ready: readonly Ready[],
  total: number,
  { at, afterwards }: Spots,
): Promise<void> {
  const { plugin, announce } = context
  if (ready.length === 0) return
  const sent = await sendItems(plugin, ready, at).catch((error: unknown) => {
    for (const { fetching } of ready) fail(context, fetching.asset, afterwards, null, error)
    return null
  })
  if (sent === null) return
  for (const { ready: refused, error } of sent.refused) {
    if (refused.first.type === 'whole')
      fail(context, refused.fetching.asset, afterwards, null, error)
  }
  const waiting = sent.placed.filter(({ ready: { first } }) => first.type === 'placeholder')
  if (waiting.length > 0) {
    const names = waiting.map(({ ready: { fetching } }) => fetching.asset.name)
    announce(`Loading ${assetsText(names)} in full…`)
  }

  const notes = [...sent.notes]
  const names = await Promise.all(
    sent.placed.map(async ({ ready: { fetching, first }, nodeId }) => {
      const { asset } = fetching
      context.onPlaced(asset)
      if (first.type === 'placeholder') {
        const done = await completeLayer(context, fetching, nodeId, afterwards)
        if (done === null) return []
        if (done.outcome === 'gone') {
          context.onSettled(asset)
          return []
        }
        notes.push(...done.notes)
      }
      context.onSettled(asset)
      return [asset.name]
    }),
  )
  announce(placedText(names.flat(), total, sent.parentName, notes), null, names.flat().length > 0)
  await Promise.all(
    sent.refused
      .filter(({ ready: { first } }) => first.type === 'placeholder')
      .map(({ ready: { fetching } }) => {
        // Without the thumbnail, which Figma refuses.
        const wholeOnly = { ...fetching, placeholder: Promise.resolve(null) }
        return placeTogether(context, [wholeOnly], afterwards)
      }),
  )
}

/**
 * Completes a layer that shows the thumbnail; `gone` where someone has removed it meanwhile. Null where
 * that failed, which is told.
 */
async function completeLayer(
  context: PlaceContext,
  { asset, whole }: Fetching,
  nodeId: string,
  at: PlacementSpot,
): Promise<(Completed & { readonly notes: readonly string[] }) | null> {
  const { plugin } = context
  try {
    const { content, note, asset: current } = await whole
    const provenance = provenanceOf(current)
    const sent = await sendContent(
      content,
      otherForms(content, async () => (await plugin.request('placement:targets', { nodeId })).size),
      (each) => plugin.request('placement:complete', { nodeId, content: each, provenance }),
    )
    return { ...sent.reply, notes: [note, sent.note].filter((text) => text !== null) }
  } catch (error) {
    plugin.emit('placement:given-up', { nodeId })
    fail(context, asset, at, nodeId, error)
    return null
  }
}

/**
 * Completes the layer that a failure left on the canvas; places the asset anew where that layer is
 * gone by now.
 */
export async function completeAgain(
  context: PlaceContext,
  fetching: Fetching,
  nodeId: string,
  at: PlacementSpot,
): Promise<void> {
  const done = await completeLayer(context, fetching, nodeId, at)
  if (done?.outcome === 'gone') await placeTogether(context, [fetching], at)
  else if (done !== null) {
    context.onSettled(fetching.asset)
    const text = placedText([fetching.asset.name], 1, done.parentName, done.notes)
    context.announce(text, null, true)
  }
}

function fail(
  { failures, onSettled }: PlaceContext,
  asset: BrandAsset,
  at: PlacementSpot,
  nodeId: string | null,
  error: unknown,
): void {
  onSettled(asset)
  failures.add(asset, { type: 'place', at, nodeId }, error)
}
