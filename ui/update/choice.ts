import type { ShownLayer } from './layer-previews.ts'
import type { Outdated } from './outdated.ts'
import type { LayerState } from './update-layers.ts'

/** What a person has ticked or unticked, by the layer's id; the rest is as it is by default. */
export type Ticks = ReadonlyMap<string, boolean>

export interface Choice {
  has(nodeId: string): boolean
  /** The chosen layers that are still to be updated. */
  readonly layers: readonly Outdated[]
  /** All layers that are still to be updated. */
  readonly open: readonly Outdated[]
  /**
   * How many are chosen of all that nobody has edited by hand; null where only those are left that
   * somebody has edited, which are chosen one by one.
   */
  readonly all: 'every' | 'some' | 'none' | null
  /** Those of the chosen whose edits by hand are given up. */
  readonly overwrite: ReadonlySet<string>
}

/** All layers are chosen by default, except those that somebody has edited by hand. */
export function choiceOf(
  outdated: readonly Outdated[],
  ticks: Ticks,
  states: ReadonlyMap<string, LayerState>,
  shown: ReadonlyMap<string, ShownLayer>,
): Choice {
  const isEdited = (nodeId: string): boolean =>
    states.get(nodeId)?.status === 'edited' || shown.get(nodeId)?.edited === true
  const has = (nodeId: string): boolean => ticks.get(nodeId) ?? !isEdited(nodeId)
  const open = outdated.filter(({ layer }) => states.get(layer.nodeId)?.status !== 'updated')
  const layers = open.filter(({ layer }) => has(layer.nodeId))
  const chosen = layers.map(({ layer }) => layer.nodeId)
  const unedited = open.filter(({ layer }) => !isEdited(layer.nodeId))
  const every = unedited.every(({ layer }) => has(layer.nodeId))
  const share = every ? 'every' : chosen.length > 0 ? 'some' : 'none'
  return {
    has,
    layers,
    open,
    all: open.length > 0 && unedited.length === 0 ? null : share,
    overwrite: new Set(chosen.filter(isEdited)),
  }
}
