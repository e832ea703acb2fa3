import { signal, type ReadonlySignal } from '@preact/signals'
import type { Plugin } from '../plugin.ts'

/** A placed layer as it is shown now. */
export interface ShownLayer {
  /** A picture of it, or null where there is none. */
  readonly url: string | null
  readonly edited: boolean
}

/** Previews of layers as they come into view; keeps a bounded number of pictures. */
export interface LayerPreviews {
  readonly known: ReadonlySignal<ReadonlyMap<string, ShownLayer>>
  /** These layers are in view; what was wanted before and is not among them is let be. */
  want(nodeIds: readonly string[]): void
  /** Lets go of all pictures. */
  readonly close: () => void
}

const BATCH = 6
const MOST_PICTURES = 120

export function createLayerPreviews(plugin: Pick<Plugin, 'request'>): LayerPreviews {
  const known = signal<ReadonlyMap<string, ShownLayer>>(new Map())
  let wanted: readonly string[] = []
  let loading = false
  const closing = new AbortController()

  async function load(): Promise<void> {
    if (loading) return
    loading = true
    for (;;) {
      const batch = wanted.filter((id) => !known.value.has(id)).slice(0, BATCH)
      if (batch.length === 0) break
      const previews = await plugin.request('placement:previews', batch).catch(() => null)
      // What Figma did not draw now is asked for when it comes into view again.
      if (closing.signal.aborted || previews === null) break
      const next = new Map(known.value)
      // One that is gone has no preview, and is not asked for again.
      for (const id of batch) next.set(id, { url: null, edited: false })
      for (const { nodeId, picture, edited } of previews) {
        const url = picture === null ? null : URL.createObjectURL(new Blob([picture.slice()]))
        next.set(nodeId, { url, edited })
      }
      forgetOldest(next, new Set(wanted))
      known.value = next
    }
    loading = false
  }

  return {
    known,
    want(nodeIds) {
      wanted = nodeIds
      void load()
    },
    close() {
      closing.abort()
      wanted = []
      for (const { url } of known.value.values()) if (url !== null) URL.revokeObjectURL(url)
    },
  }
}

function forgetOldest(layers: Map<string, ShownLayer>, inView: ReadonlySet<string>): void {
  for (const [id, { url }] of layers) {
    if (layers.size <= MOST_PICTURES) return
    if (inView.has(id)) continue
    if (url !== null) URL.revokeObjectURL(url)
    layers.delete(id)
  }
}
