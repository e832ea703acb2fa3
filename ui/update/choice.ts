import type { LayerLook } from './looks.ts'
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
  /** Those of the chosen whose edits by hand are given up. */
  readonly overwrite: ReadonlySet<string>
}

/** All layers are chosen by default, except those that somebody has edited by hand. */
export function choiceOf(
  outdated: readonly Outdated[],
  ticks: Ticks,
  states: ReadonlyMap<string, LayerState>,
  looks: ReadonlyMap<string, LayerLook>,
): Choice {
  const isEdited = (nodeId: string): boolean =>
    states.get(nodeId)?.status === 'edited' || looks.get(nodeId)?.edited === true
  const has = (nodeId: string): boolean => ticks.get(nodeId) ?? !isEdited(nodeId)
  const open = outdated.filter(({ layer }) => states.get(layer.nodeId)?.status !== 'updated')
  const layers = open.filter(({ layer }) => has(layer.nodeId))
  const overwrite = new Set(
    layers
      .map(({ layer }) => layer.nodeId)
      .filter((nodeId) => isEdited(nodeId) && ticks.get(nodeId) === true),
  )
  return { has, layers, open, overwrite }
}
