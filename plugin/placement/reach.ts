import type { Provenance } from '../../shared/protocol.ts'

/**
 * Whether a placed layer follows a main component, so that it is not changed by itself. An instance
 * whose fill somebody has set is changed like any other layer.
 */
export function isPartOfInstance(node: SceneNode, { fill }: Pick<Provenance, 'fill'>): boolean {
  if (node.type === 'INSTANCE' && fill !== true) return true
  for (let step = node.parent; step !== null; step = step.parent) {
    if (step.type === 'INSTANCE') return true
  }
  return false
}
