import type { PlacedAsset } from '../../shared/protocol.ts'
import { NAMESPACE } from '../namespace.ts'
import { isInInstance } from './container.ts'
import { PROVENANCE_KEY, readProvenance } from './provenance.ts'

/**
 * What was placed from Cliquify: in the selection, or on the page where nothing is selected.
 * Parts of instances are left out: they follow their main component.
 */
export function listPlaced({ currentPage }: Pick<PluginAPI, 'currentPage'>): PlacedAsset[] {
  const { selection } = currentPage
  const nodes = new Map<string, SceneNode>()
  for (const root of selection.length > 0 ? selection : [currentPage]) {
    if (root.type !== 'PAGE') nodes.set(root.id, root)
    if ('findAllWithCriteria' in root) {
      for (const node of root.findAllWithCriteria({
        sharedPluginData: { namespace: NAMESPACE, keys: [PROVENANCE_KEY] },
      })) {
        nodes.set(node.id, node)
      }
    }
  }
  const placed: PlacedAsset[] = []
  for (const node of nodes.values()) {
    const provenance = readProvenance(node)
    if (provenance === null || isInInstance(node)) continue
    placed.push({ nodeId: node.id, nodeName: node.name, provenance })
  }
  return placed
}
