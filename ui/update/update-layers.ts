import type { Size } from '../../shared/placement.ts'
import type { PlacedAsset } from '../../shared/update.ts'
import { grouped } from '../../shared/grouped.ts'
import { isCancelled, troubleOf, type Trouble } from '../../shared/trouble.ts'
import type { Files } from '../brand/brand.ts'
import { assetKey } from '../brand/asset-key.ts'
import { bringContent, type Brought } from '../placement/content.ts'
import { inBatch, replacerOf } from '../placement/existing-layers.ts'
import type { Plugin } from '../plugin.ts'
import type { Outdated } from './outdated.ts'

/** What became of one layer. */
export type LayerState =
  | { readonly status: 'updating' }
  /** `note` is what people should know of the new content, such as that it was scaled down. */
  | { readonly status: 'updated'; readonly note: string | null }
  /** It holds something by hand, so it was left as it is. */
  | { readonly status: 'edited' }
  | { readonly status: 'failed'; readonly trouble: Trouble }

export interface UpdateOptions {
  readonly files: Files
  readonly plugin: Plugin
  readonly layers: readonly Outdated[]
  /** Ids of layers whose edits by hand a person has given up. */
  readonly overwrite: ReadonlySet<string>
  readonly signal: AbortSignal
  readonly onState: (nodeId: string, state: LayerState) => void
}

/**
 * Brings layers up to date, as one undo step. Each asset is fetched once, the next one while the
 * layers of the one before are written; a failure does not stop the rest.
 */
export async function updateLayers(options: UpdateOptions): Promise<void> {
  const { files, plugin, layers, signal } = options
  const groups = [...grouped(layers, ({ asset }) => assetKey(asset)).values()]
  const bring = ([first]: readonly Outdated[] = []): Promise<Brought> | null => {
    if (first === undefined || signal.aborted) return null
    const brought = bringContent(files, first.asset, signal)
    // What fails is told when it is this one's turn.
    brought.catch(() => undefined)
    return brought
  }
  await inBatch(plugin, async (batch) => {
    let next = bring(groups[0])
    for (const [index, group] of groups.entries()) {
      const brought = next
      next = bring(groups[index + 1])
      if (brought === null) break
      const same = group.map(({ layer }) => layer)
      await updateGroup(options, same, brought, batch)
    }
  })
}

async function updateGroup(
  { plugin, overwrite, signal, onState }: UpdateOptions,
  layers: readonly PlacedAsset[],
  bringing: Promise<Brought>,
  batch: number,
): Promise<void> {
  const [first] = layers
  if (first !== undefined) onState(first.nodeId, { status: 'updating' })
  let brought: Brought
  try {
    brought = await bringing
  } catch (error) {
    if (isCancelled(error)) return
    for (const { nodeId } of layers) {
      onState(nodeId, { status: 'failed', trouble: troubleOf(error) })
    }
    return
  }
  const replace = replacerOf(plugin, brought, largest(layers))
  for (const { nodeId } of layers) {
    if (signal.aborted) return
    onState(nodeId, { status: 'updating' })
    try {
      const edits = overwrite.has(nodeId) ? 'overwrite' : 'keep'
      const note = await replace({ nodeId, edits, batch }, signal)
      onState(nodeId, { status: 'updated', note })
    } catch (error) {
      if (isCancelled(error)) return
      onState(nodeId, stateAfter(error))
    }
  }
}

function stateAfter(error: unknown): LayerState {
  const trouble = troubleOf(error)
  return trouble.kind === 'edited' ? { status: 'edited' } : { status: 'failed', trouble }
}

/** Large enough for the widest and the highest of them. */
function largest(layers: readonly PlacedAsset[]): Size {
  return {
    width: Math.max(...layers.map(({ size }) => size.width)),
    height: Math.max(...layers.map(({ size }) => size.height)),
  }
}
