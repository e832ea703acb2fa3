import { signal, type ReadonlySignal } from '@preact/signals'
import type { Plugin } from '../plugin.ts'

/** How a placed layer looks now. */
export interface LayerLook {
  /** A picture of it, or null where there is none. */
  readonly url: string | null
  readonly edited: boolean
}

/** Looks at layers as they come into view; keeps a bounded number of pictures. */
export interface Looks {
  readonly known: ReadonlySignal<ReadonlyMap<string, LayerLook>>
  /** These layers are in view; what was wanted before and is not among them is let be. */
  want(nodeIds: readonly string[]): void
  /** Lets go of all pictures. */
  readonly close: () => void
}

const BATCH = 6
const MOST_PICTURES = 120

export function createLooks(plugin: Pick<Plugin, 'request'>): Looks {
  const known = signal<ReadonlyMap<string, LayerLook>>(new Map())
  let wanted: readonly string[] = []
  let looking = false
  const closing = new AbortController()

  async function lookAround(): Promise<void> {
    if (looking) return
    looking = true
    for (;;) {
      const batch = wanted.filter((id) => !known.value.has(id)).slice(0, BATCH)
      if (batch.length === 0) break
      const looks = await plugin.request('placement:look', batch).catch(() => [])
      if (closing.signal.aborted) break
      const next = new Map(known.value)
      // One that is gone has no look, and is not asked for again.
      for (const id of batch) next.set(id, { url: null, edited: false })
      for (const { nodeId, picture, edited } of looks) {
        const url = picture === null ? null : URL.createObjectURL(new Blob([picture.slice()]))
        next.set(nodeId, { url, edited })
      }
      forgetOldest(next, new Set(wanted))
      known.value = next
    }
    looking = false
  }

  return {
    known,
    want(nodeIds) {
      wanted = nodeIds
      void lookAround()
    },
    close() {
      closing.abort()
      wanted = []
      for (const { url } of known.value.values()) if (url !== null) URL.revokeObjectURL(url)
    },
  }
}

function forgetOldest(looks: Map<string, LayerLook>, inView: ReadonlySet<string>): void {
  for (const [id, { url }] of looks) {
    if (looks.size <= MOST_PICTURES) return
    if (inView.has(id)) continue
    if (url !== null) URL.revokeObjectURL(url)
    looks.delete(id)
  }
}
