import type { Content, Filled, Size, Targets } from '../../shared/placement.ts'
import type { Replacement } from '../../shared/update.ts'
import type { Plugin } from '../plugin.ts'
import { asFill, otherForms, sendContent, type Brought } from './content.ts'
import { provenanceOf } from './provenance.ts'

/** What became of layers that were to show an asset. */
export interface Shown {
  readonly filled: Filled
  /** The layers that failed, and why the first of them did; null where none did. */
  readonly failed: { readonly nodeIds: readonly string[]; readonly error: unknown } | null
  readonly notes: readonly string[]
}

/** Shows the asset as the fill of the layers. */
export async function fillLayers(
  plugin: Plugin,
  { asset, content, note }: Brought,
  { nodeIds, size }: Targets,
  batch: number,
): Promise<Shown> {
  const provenance = provenanceOf(asset)
  const picture = await asFill(content, size)
  const sent = await sendContent(
    picture,
    otherForms(picture, () => size),
    (each) => plugin.request('placement:fill', { nodeIds, content: each, provenance, batch }),
  )
  const notes = [note, sent.note].filter((text) => text !== null)
  return { filled: sent.reply, failed: null, notes }
}

/** Shows the asset in layers that were placed before; one layer's failure does not stop the rest. */
export async function replaceLayers(
  plugin: Plugin,
  brought: Brought,
  { nodeIds, size }: Targets,
  batch: number,
): Promise<Shown> {
  const notes = new Set<string>()
  const failed: string[] = []
  let firstError: unknown = null
  const replace = replacerOf(plugin, brought, size)
  for (const nodeId of nodeIds) {
    try {
      const note = await replace({ nodeId, edits: 'overwrite', batch })
      if (note !== null) notes.add(note)
    } catch (error) {
      if (failed.length === 0) firstError = error
      failed.push(nodeId)
    }
  }
  const left = { locked: 0, unable: 0, gone: 0, failed: 0 }
  return {
    filled: { filled: nodeIds.length - failed.length, left },
    failed: failed.length === 0 ? null : { nodeIds: failed, error: firstError },
    notes: [...notes],
  }
}

let lastBatch = 0

/** Does what replaces layers as one undo step, with which nothing else is mixed. */
export async function inBatch<T>(plugin: Plugin, work: (batch: number) => Promise<T>): Promise<T> {
  const batch = ++lastBatch
  try {
    return await work(batch)
  } finally {
    // Fails only where the plugin was closed.
    await plugin.request('placement:end-batch', batch).catch(() => null)
  }
}

/**
 * Gives what shows the asset in a layer that was placed before, in the form that the layer takes, and
 * tells what people should know of it; a picture of vectors is crisp on layers of up to that size.
 */
export function replacerOf(
  plugin: Plugin,
  { asset, content, note }: Brought,
  size: Size,
): (
  layer: Pick<Replacement, 'nodeId' | 'edits' | 'batch'>,
  signal?: AbortSignal,
) => Promise<string | null> {
  const provenance = provenanceOf(asset)
  const forms = otherForms(content, () => size)
  let known = { content, note }
  return async (layer, signal) => {
    const send = (each: Content): Promise<void> =>
      plugin.request('placement:replace', { ...layer, content: each, provenance }, { signal })
    const sent = await sendContent(known.content, forms, send)
    // What Figma refuses once it refuses again; what one layer cannot take another may.
    if (sent.note !== null) known = sent
    return known.note
  }
}
