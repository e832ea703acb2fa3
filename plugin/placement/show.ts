import { Trouble } from '../../shared/trouble.ts'
import { pageOf } from './page-of.ts'

/** Selects a layer and brings it into view, on its page. */
export async function show(
  figma: Pick<PluginAPI, 'getNodeByIdAsync' | 'setCurrentPageAsync' | 'currentPage' | 'viewport'>,
  nodeId: string,
): Promise<null> {
  const node = await figma.getNodeByIdAsync(nodeId)
  const page = pageOf(node)
  if (node === null || node.type === 'PAGE' || node.type === 'DOCUMENT' || page === null) {
    throw new Trouble({
      kind: 'gone',
      message: 'This layer is no longer in the file. Look again.',
      details: nodeId,
    })
  }
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page)
  page.selection = [node]
  figma.viewport.scrollAndZoomIntoView([node])
  return null
}
