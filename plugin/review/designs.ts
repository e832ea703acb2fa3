import type { Design, Designs } from '../../shared/design.ts'
import { memberOf } from '../member-of.ts'
import { readNote } from '../notes.ts'
import { inReadingOrder } from '../placement/canvas.ts'
import { isFramed } from '../placement/container.ts'
import { hasSheets, type SheetHost } from '../placement/sheet.ts'
import { finite, plain, recordOf, text } from '../read.ts'
import { outermost } from '../up-from.ts'

/** The key of the notes: of a design where it was sent, of the document its address. */
export const REVIEW_KEY = 'review'

export type DesignHost = SheetHost & Pick<PluginAPI, 'root' | 'fileKey'>

/** More are found by selecting them. */
const MOST_DESIGNS = 50

/** What is selected, or holds it; else all that the page has. */
export function readDesigns(figma: DesignHost): Designs {
  const { root, currentPage } = figma
  const fileKey = memberOf(figma, 'fileKey')
  const selected = currentPage.selection.flatMap((node) => designAt(node) ?? [])
  const areSelected = selected.length > 0
  const sheets = (): readonly SceneNode[] => figma.getCanvasGrid().flat()
  const all = areSelected ? selected : hasSheets(figma) ? sheets() : currentPage.children
  const designs = new Map(all.filter(isFramed).map((node) => [node.id, node]))
  return {
    designs: inReadingOrder([...designs.values()])
      .slice(0, MOST_DESIGNS)
      .map(describe),
    areSelected,
    link:
      fileKey === undefined
        ? (text(readNote(root, REVIEW_KEY)?.['link']) ?? '')
        : `https://www.figma.com/file/${fileKey}`,
  }
}

/** The layer itself, or the outermost frame that it lies in. */
function designAt(node: SceneNode): SceneNode | undefined {
  if (isFramed(node)) return node
  return outermost(node, (each) => isFramed(each) && each.type !== 'SECTION')
}

const readSent = recordOf({ channel: plain, at: finite })

function describe(node: SceneNode): Design {
  const { id, name, width, height } = node
  return { nodeId: id, name, width, height, sent: readSent(readNote(node, REVIEW_KEY)) ?? null }
}
