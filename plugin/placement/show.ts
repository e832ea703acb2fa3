import { mustFindLayer, pageOf } from './layer.ts'

/** Selects a layer and brings it into view, on its page; throws `Trouble` kind `gone`. */
export async function show(
  figma: Pick<PluginAPI, 'getNodeByIdAsync' | 'setCurrentPageAsync' | 'currentPage' | 'viewport'>,
  nodeId: string,
): Promise<null> {
  const node = await mustFindLayer(figma, nodeId)
  const page = pageOf(node) ?? figma.currentPage
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page)
  page.selection = [node]
  figma.viewport.scrollAndZoomIntoView([node])
  return null
}
