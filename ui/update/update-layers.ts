import type { Content, PlacedAsset } from '../../shared/protocol.ts'
import type { Client } from '../cliquify/client.ts'
import { isCancelled, type Trouble } from '../kit/trouble.ts'
import type { Plugin } from '../plugin.ts'
import { bringContent, sendContent } from '../placement/content.ts'
import type { Outdated } from './outdated.ts'
import { contentTrouble } from '../placement/placement-trouble.ts'
import { provenanceOf } from '../placement/provenance.ts'

/** What became of the layers that show one asset. */
export interface UpdateResult {
  readonly updated: number
  readonly failed: readonly { readonly layer: PlacedAsset; readonly trouble: Trouble }[]
  /** What people should know of the new content, such as that it was scaled down. */
  readonly note: string | null
}

/** How far the update of one asset has come; `layers` counts those that stay as they are. */
export type UpdateState =
  | { readonly status: 'updating' }
  | { readonly status: 'failed'; readonly trouble: Trouble; readonly layers: number }
  | { readonly status: 'done'; readonly result: UpdateResult }

/** Fetches an asset once and puts it into each layer; one layer's failure does not stop the rest. */
export async function updateLayers(
  client: Client,
  plugin: Plugin,
  { asset, layers }: Outdated,
  signal: AbortSignal,
): Promise<UpdateResult> {
  const brought = await bringContent(client, asset, signal)
  const failed: { layer: PlacedAsset; trouble: Trouble }[] = []
  let updated = 0
  let { content, note }: { content: Content; note: string | null } = brought
  for (const layer of layers) {
    if (signal.aborted) break
    try {
      const sent = await sendContent(content, (each) =>
        plugin.request('placement:replace', {
          nodeId: layer.nodeId,
          content: each,
          provenance: provenanceOf(asset),
        }),
      )
      updated += 1
      content = sent.content
      note ??= sent.note
    } catch (error) {
      if (isCancelled(error)) throw error
      failed.push({ layer, trouble: contentTrouble(error) })
    }
  }
  return { updated, failed, note }
}
