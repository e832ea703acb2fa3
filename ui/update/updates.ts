import { signal, type ReadonlySignal } from '@preact/signals'
import type { Progress } from '../../shared/progress.ts'
import type { Files } from '../brand/brand.ts'
import type { Plugin } from '../plugin.ts'
import type { Outdated } from './outdated.ts'
import { updateLayers, type LayerState } from './update-layers.ts'
import { updateSummary } from './update-texts.ts'
import type { Announce } from '../status.ts'

/** The updates of one check: what is under way, and what became of each layer. */
export interface Updates {
  /** By the layer's id; those that nobody has asked for are missing. */
  readonly states: ReadonlySignal<ReadonlyMap<string, LayerState>>
  /** Null while nothing is under way. */
  readonly progress: ReadonlySignal<Progress | null>
  /** Does nothing while another update is under way. */
  run(layers: readonly Outdated[], overwrite: ReadonlySet<string>): Promise<void>
  /** Stops before the next layer; what was updated stays so. */
  readonly cancel: () => void
}

/** People see no more than this many changes a second, and each takes all layers' states along. */
const PUBLISH_AFTER_MS = 100

/** `onUndone`: told where a person took back what was updated last. */
export function createUpdates(
  files: Files,
  plugin: Plugin,
  announce: Announce,
  onUndone: () => void = () => undefined,
): Updates {
  const states = signal<ReadonlyMap<string, LayerState>>(new Map())
  const progress = signal<Progress | null>(null)
  let running: AbortController | null = null

  return {
    states,
    progress,
    async run(layers, overwrite) {
      if (running !== null) return
      const controller = new AbortController()
      running = controller
      const latest = new Map(states.value)
      const ended = new Map<string, LayerState>()
      let timer: ReturnType<typeof setTimeout> | undefined
      const publish = (): void => {
        clearTimeout(timer)
        timer = undefined
        states.value = new Map(latest)
        progress.value = { done: ended.size, total: layers.length }
      }
      publish()
      await updateLayers({
        files,
        plugin,
        layers,
        overwrite,
        signal: controller.signal,
        onState(nodeId, state) {
          latest.set(nodeId, state)
          if (state.status !== 'updating') ended.set(nodeId, state)
          timer ??= setTimeout(publish, PUBLISH_AFTER_MS)
        },
      })
      // What was under way when it was cancelled is as it was.
      for (const [nodeId, state] of latest) if (state.status === 'updating') latest.delete(nodeId)
      publish()
      progress.value = null
      running = null
      const all = [...ended.values()]
      const wrote = all.some(({ status }) => status === 'updated')
      announce(updateSummary(all, layers.length), null, wrote && onUndone)
    },
    cancel: () => running?.abort(),
  }
}
