import type { Content, PlacementSpot, Provenance } from '../../../shared/placement.ts'
import { place, type PlacementHost } from '../../../plugin/placement/place.ts'
import { createPlaceholders } from '../../../plugin/placement/placeholders.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'

/** Places one content, for tests of what comes afterwards; fails where Figma refuses it. */
export async function placeOne(
  figma: PlacementHost & Pick<PluginAPI, 'commitUndo'>,
  { content, provenance, at }: OnePlacement,
): Promise<{ readonly nodeId: string; readonly parentName: string }> {
  const items = [{ content, provenance, size: null }]
  const placed = await createWriteQueue(figma).run(() =>
    place(figma, createPlaceholders(), { items, at }),
  )
  if (placed.outcome === 'refused') throw new Error(placed.refusals[0]?.failure.message)
  return { nodeId: placed.nodeIds[0] ?? '', parentName: placed.parentName }
}

interface OnePlacement {
  readonly content: Content
  readonly provenance: Provenance
  readonly at: PlacementSpot
}
