import { isOfCliquify } from '../../shared/of-cliquify.ts'
import type { Provenance } from '../../shared/placement.ts'
import { isIn, type EditorHost } from '../editor-of.ts'
import { ifAbleLater } from '../if-able.ts'
import { isOfType } from '../is-of-type.ts'
import { memberOf } from '../member-of.ts'
import { noteText, writeNoteText } from '../notes.ts'
import type { Rollback } from './rollback.ts'

/** The key of the mark on a template's own picture, in the frame that is the template. */
const PICTURE_KEY = 'picture'

const EVERY_WAY: Constraints = { horizontal: 'SCALE', vertical: 'SCALE' }

/** The locked picture in a template's frame; null for any other layer, and where somebody removed it. */
export function templatePicture(node: BaseNode): RectangleNode | null {
  if (node.type !== 'FRAME') return null
  for (const child of node.children) {
    if (child.type !== 'RECTANGLE') continue
    if (noteText(child, PICTURE_KEY) !== '') return child
  }
  return null
}

/** A layer that holds vectors. */
export type VectorHolder = FrameNode | ComponentNode

/** Whether a layer that was placed, not only filled, holds an asset's vectors rather than a picture. */
export function isVectorHolder(node: SceneNode, fill?: Provenance['fill']): node is VectorHolder {
  return isOfType(node, 'FRAME', 'COMPONENT') && !fill && !templatePicture(node)
}

/** A frame of the picture's size with it inside; in Buzz an asset of its own. */
export function makeTemplate(
  figma: EditorHost & Pick<PluginAPI, 'createFrame' | 'buzz'>,
  rollback: Rollback,
  picture: RectangleNode,
): FrameNode {
  const frame = rollback.made((isIn(figma, 'buzz') ? figma.buzz : figma).createFrame())
  frame.fills = []
  frame.resize(picture.width, picture.height)
  frame.appendChild(picture)
  picture.name = 'Picture'
  picture.constraints = EVERY_WAY
  picture.locked = true
  writeNoteText(picture, PICTURE_KEY, 'template')
  return frame
}

/** The page where a template is edited; everyone may write marks, so no other host is opened. */
export function editPageOf(provenance: Provenance | null): string | null {
  const link = provenance?.link ?? ''
  return isOfCliquify(link) ? link : null
}

/** Links the layer to its page in Dev Mode; where the editor or plan has no such links, nothing fails. */
export async function linkInDevMode(node: SceneNode, provenance: Provenance): Promise<void> {
  const url = editPageOf(provenance)
  if (url === null) return
  // The button on the layer is there all the same.
  await ifAbleLater(() => memberOf(node, 'addDevResourceAsync')?.(url, 'Edit in Cliquify'))
}

/** What the layer's own button does: opens its page in the browser. */
export function editInCliquify(
  figma: Pick<PluginAPI, 'openExternal' | 'closePlugin'>,
  provenance: Provenance | null,
): void {
  const url = editPageOf(provenance)
  if (url !== null) figma.openExternal(url)
  figma.closePlugin(url === null ? 'Select a template that Cliquify has a page for.' : undefined)
}
