import type { Job } from '../../shared/channel.ts'
import type { Provenance } from '../../shared/placement.ts'
import type { Progress } from '../../shared/progress.ts'
import type { ListProgress, PlacedAsset, PlacedList, UpdateScope } from '../../shared/update.ts'
import type { Changes } from '../changes.ts'
import { ifAble } from '../if-able.ts'
import { isLocked } from '../locked.ts'
import { NAMESPACE } from '../notes.ts'
import { throughPages } from '../through-pages.ts'
import { isPage, isPartOfInstance, pageName } from '../layer.ts'
import { PROVENANCE_KEY, readProvenance } from './provenance.ts'

/**
 * Finds what was placed from Cliquify, without holding Figma up; null looks at the selected layers
 * where all of them were placed, as from their own button in Figma's panel, else on the page. A
 * cancelled search gives what it has found.
 */
export async function listPlaced(
  figma: Pick<PluginAPI, 'currentPage' | 'root'>,
  changes: Pick<Changes, 'roots'>,
  wanted: UpdateScope | null,
  job: Job<ListProgress>,
): Promise<PlacedList> {
  const { currentPage } = figma
  const { selection } = currentPage
  const hasSelection = selection.length > 0
  const isOfPlaced = hasSelection && selection.every((node) => readProvenance(node) !== null)
  const scope = wanted ?? (isOfPlaced ? 'selection' : 'page')
  const layers: PlacedAsset[] = []
  let inInstances = 0
  const progressAt = (pages: Progress): ListProgress => ({ pages, layers: layers.length })
  for await (const node of throughPages(figma, scope, changes, job, placedIn, progressAt)) {
    // It may have been removed while Figma had its turn.
    const provenance = node.removed ? null : readProvenance(node)
    if (!provenance) continue
    if (isPartOfInstance(node, provenance.fill)) inInstances += 1
    else layers.push(placedAsset(node, provenance))
  }
  return { scope, hasSelection, layers, inInstances }
}

/** The roots and what is in them, as far as it may be marked; each once. The pages have to be loaded. */
export function placedIn(roots: readonly (PageNode | SceneNode)[]): Iterable<SceneNode> {
  const nodes = new Map<string, SceneNode>()
  for (const root of roots) {
    // Another person may have removed it meanwhile.
    if (root.removed) continue
    if (!isPage(root)) nodes.set(root.id, root)
    if (!('children' in root)) continue
    const sharedPluginData = { namespace: NAMESPACE, keys: [PROVENANCE_KEY] }
    const marked = ifAble(() => root.findAllWithCriteria({ sharedPluginData })) ?? root.findAll()
    for (const node of marked) nodes.set(node.id, node)
  }
  return nodes.values()
}

export function placedAsset(node: SceneNode, provenance: Provenance): PlacedAsset {
  const { id, name, width, height } = node
  return {
    nodeId: id,
    nodeName: name,
    pageName: pageName(node),
    locked: isLocked(node),
    size: { width, height },
    provenance,
  }
}
