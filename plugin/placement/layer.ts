import type { Provenance } from '../../shared/placement.ts'
import { isOfType } from '../is-of-type.ts'
import { refused } from '../refused.ts'
import { upFrom } from '../up-from.ts'

export function isLayer(node: BaseNode): node is SceneNode {
  return !isOfType(node, 'PAGE', 'DOCUMENT')
}

/** The layer with this id; null where it is not in the file any more. */
export async function findLayer(
  figma: Pick<PluginAPI, 'getNodeByIdAsync'>,
  nodeId: string,
): Promise<SceneNode | null> {
  const node = await figma.getNodeByIdAsync(nodeId)
  return node && !node.removed && isLayer(node) ? node : null
}

/** The same; throws `Trouble` kind `gone` where there is none. */
export async function mustFindLayer(
  figma: Pick<PluginAPI, 'getNodeByIdAsync'>,
  nodeId: string,
): Promise<SceneNode> {
  const node = await findLayer(figma, nodeId)
  if (node) return node
  throw refused('gone', '', nodeId)
}

/** The page that a layer is on, or the page itself; null where it is on none. */
export function pageOf(node: BaseNode): PageNode | null {
  return upFrom(node).find((each) => each.type === 'PAGE') ?? null
}

/** Of the page that a layer is on; empty where it is on none. */
export function pageName(node: BaseNode): string {
  return pageOf(node)?.name ?? ''
}

/** Selects a layer and brings it into view, on its page; throws `Trouble` kind `gone`. */
export async function show(
  figma: Pick<PluginAPI, 'getNodeByIdAsync' | 'setCurrentPageAsync' | 'currentPage' | 'viewport'>,
  nodeId: string,
): Promise<void> {
  const node = await mustFindLayer(figma, nodeId)
  const page = pageOf(node) ?? figma.currentPage
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page)
  page.selection = [node]
  figma.viewport.scrollAndZoomIntoView([node])
}

/**
 * Whether a placed layer follows a main component, so that it is not changed by itself. An instance
 * whose fill somebody has set is changed like any other layer.
 */
export function isPartOfInstance(node: SceneNode, fill: Provenance['fill']): boolean {
  return upFrom(fill ? node.parent : node).some(({ type }) => type === 'INSTANCE')
}
