import type { Content, Filled, Targets } from '../../shared/protocol.ts'
import type { Plugin } from '../plugin.ts'
import { sendContent, type Brought } from './content.ts'
import { asFill } from './fill-content.ts'
import { provenanceOf } from './provenance.ts'

interface Sender {
  readonly plugin: Plugin
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
}

/** Shows the asset as the fill of the layers. */
export async function fillLayers(
  { plugin, inTurn }: Sender,
  { asset, content, note }: Brought,
  { nodeIds, size }: Targets,
): Promise<{ readonly filled: Filled; readonly notes: readonly string[] }> {
  const provenance = provenanceOf(asset)
  const picture = await asFill(content, size)
  const sent = await inTurn(() =>
    sendContent(
      picture,
      () => size,
      (each) => plugin.request('placement:fill', { nodeIds, content: each, provenance }),
    ),
  )
  return { filled: sent.reply, notes: [note, sent.note].filter((text) => text !== null) }
}

/** What became of layers whose content was to be replaced. */
export interface Replaced {
  readonly replaced: number
  /** The layers that are as they were, and why the first of them is; null where all were replaced. */
  readonly failed: { readonly nodeIds: readonly string[]; readonly error: unknown } | null
  readonly notes: readonly string[]
}

/**
 * Shows the asset in layers that were placed before, as one undo step; one layer's failure does not
 * stop the rest.
 */
export async function replaceLayers(
  { plugin, inTurn }: Sender,
  { asset, content, note }: Brought,
  { nodeIds, size }: Targets,
): Promise<Replaced> {
  const provenance = provenanceOf(asset)
  const notes = note === null ? [] : [note]
  const failed: string[] = []
  let firstError: unknown = null
  const send = (nodeId: string) => (each: Content) =>
    plugin.request('placement:replace', { nodeId, content: each, provenance })
  await inTurn(async () => {
    plugin.emit('step:commit', null)
    for (const nodeId of nodeIds) {
      try {
        const sent = await sendContent(content, () => size, send(nodeId))
        if (sent.note !== null) notes.push(sent.note)
      } catch (error) {
        if (failed.length === 0) firstError = error
        failed.push(nodeId)
      }
    }
    plugin.emit('step:commit', null)
  })
  return {
    replaced: nodeIds.length - failed.length,
    failed: failed.length === 0 ? null : { nodeIds: failed, error: firstError },
    notes,
  }
}
