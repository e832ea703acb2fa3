import type { Provenance } from '../shared/placement.ts'
import { ifAble } from './if-able.ts'
import { memberOf } from './member-of.ts'
import { refused } from './refused.ts'
import { upFrom } from './up-from.ts'

/**
 * Whether it is what lies in the document itself: by that alone, as what types there are for it, and for
 * the document, is not the same in every editor.
 */
export function isPage(node: BaseNode): node is PageNode {
  return upFrom(node).length === 1
}

/** Whether it lies on a page. */
export function isLayer(node: BaseNode): node is SceneNode {
  return upFrom(node).length > 1
}

/** With dynamic page access, a page must be loaded before it may be looked through or added to. */
export async function loadPage(
  page: PageNode,
  { currentPage }: Pick<PluginAPI, 'currentPage'>,
): Promise<void> {
  if (page.id !== currentPage.id) await memberOf(page, 'loadAsync')?.()
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
  return upFrom(node).find(isPage) ?? null
}

/** Of the page that a layer is on; empty where it is on none. */
export function pageName(node: BaseNode): string {
  return pageOf(node)?.name ?? ''
}

/** Where pages have no need to be loaded, all are. */
export async function loadAllPages(figma: Pick<PluginAPI, 'loadAllPagesAsync'>): Promise<void> {
  await memberOf(figma, 'loadAllPagesAsync')?.()
}

/** Selects a layer and brings it into view, on its page; throws `Trouble` kind `gone`. */
export async function show(
  figma: Pick<PluginAPI, 'getNodeByIdAsync' | 'setCurrentPageAsync' | 'currentPage' | 'viewport'>,
  nodeId: string,
): Promise<void> {
  const node = await mustFindLayer(figma, nodeId)
  const page = pageOf(node) ?? figma.currentPage
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page)
  selectInView(figma, page, node)
}

/** Selects what is on the page that is shown; where people look is no reason to fail. */
export function selectInView(
  figma: Pick<PluginAPI, 'viewport'>,
  page: PageNode,
  node: SceneNode,
): void {
  page.selection = [node]
  ifAble(() => figma.viewport.scrollAndZoomIntoView([node]))
}

/**
 * Whether a placed layer follows a main component, so that it is not changed by itself. An instance
 * whose fill somebody has set is changed like any other layer.
 */
export function isPartOfInstance(node: SceneNode, fill: Provenance['fill']): boolean {
  return upFrom(fill ? node.parent : node).some(({ type }) => type === 'INSTANCE')
}
