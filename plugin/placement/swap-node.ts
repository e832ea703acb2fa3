import type { Provenance } from '../../shared/placement.ts'
import type { Trouble } from '../../shared/trouble.ts'
import { ifAble } from '../if-able.ts'
import { memberOf } from '../member-of.ts'
import { refused } from '../refused.ts'
import { writeIfOther } from '../write-if-other.ts'
import { isLaidOut } from './auto-layout.ts'
import { pageOf } from '../layer.ts'
import { isNormal, isPicture } from './paints.ts'
import { readProvenance, writeProvenance } from './provenance.ts'
import { fitInto } from './size-node.ts'

/** Lists of what people gave a layer, and vectors do not take over. */
const LEFT = ['strokes', 'reactions'] as const

/**
 * Whether nothing that people gave the layer is lost where vectors take its place: they have no crop,
 * no filters and no corners, and are no mask.
 */
export function isPlainPicture(node: SceneNode): node is RectangleNode {
  if (node.type !== 'RECTANGLE' || readProvenance(node)?.fill) return false
  const { fills } = node
  if (typeof fills === 'symbol' || fills.length !== 1) return false
  if (LEFT.some((key) => memberOf(node, key)?.length)) return false
  const [paint] = fills
  if (!paint || !isPicture(paint)) return false
  if (paint.scaleMode === 'CROP' || paint.scaleMode === 'TILE') return false
  const { visible = true, opacity = 1 } = paint
  if (!visible || opacity !== 1 || !isNormal(paint)) return false
  const filtered = Object.values(paint.filters ?? {}).some((value) => value !== 0)
  return !filtered && !memberOf(node, 'cornerRadius') && !memberOf(node, 'isMask')
}

/** What to throw where vectors are wanted of a layer that would lose something with them. */
export function pictureOnly(node: SceneNode): Trouble {
  return refused('picture-only', node.name, node.id)
}

/**
 * Puts vectors where a picture was, in the same box, and removes that with the last write. The
 * selection follows. Throws with the old layer still in its place.
 */
export function swapNode(old: RectangleNode, vector: FrameNode, provenance: Provenance): FrameNode {
  const { parent } = old
  if (!parent) throw pictureOnly(old)
  writeProvenance(vector, provenance)
  const index = parent.children.findIndex(({ id }) => id === old.id)
  const takeCell = cellOf(old)

  fitInto(vector, old)
  parent.insertChild(index, vector)
  for (const key of CARRIED) carryOver(old, vector, key)
  for (const key of ['effects', 'exportSettings'] as const) {
    if (memberOf(old, key)?.length) carryOver(old, vector, key)
  }
  vector.x = old.x
  vector.y = old.y

  const page = pageOf(old)
  const selection = page?.selection ?? []
  old.remove()
  takeCell?.(vector)
  if (page && selection.some(({ id }) => id === old.id)) {
    page.selection = selection.map((node) => (node.id === old.id ? vector : node))
  }
  return vector
}

/** What people may have given the old layer. */
const CARRIED = [
  'name',
  'visible',
  'locked',
  'rotation',
  'opacity',
  'blendMode',
  'layoutPositioning',
  'gridChildHorizontalAlign',
  'gridChildVerticalAlign',
  'layoutAlign',
  'layoutGrow',
  'constraints',
] as const

type Carried = Pick<FrameNode, (typeof CARRIED)[number] | 'effects' | 'exportSettings'>

function carryOver<Key extends keyof Carried>(
  old: Pick<Carried, Key>,
  vector: Pick<Carried, Key>,
  key: Key,
): void {
  const value = ifAble(() => old[key])
  if (value !== undefined) writeIfOther(vector, key, value)
}

/**
 * Gives what puts another layer where this one is in a grid, once this one is gone, and takes back
 * the row that it may have added; null for what is in no grid.
 */
function cellOf(node: RectangleNode): ((other: FrameNode) => void) | null {
  const { parent: grid } = node
  if (!grid || !isLaidOut(grid) || grid.layoutMode !== 'GRID') return null
  if (node.layoutPositioning === 'ABSOLUTE') return null
  const { gridRowAnchorIndex, gridColumnAnchorIndex, gridRowSpan, gridColumnSpan } = node
  const rows = grid.gridRowCount
  return (other) => {
    // This layer is gone by now, so that another cell is no reason to fail.
    ifAble(() => {
      if (grid.gridItemsPositioning !== 'ROW_AUTO_FLOW') {
        other.setGridChildPosition(gridRowAnchorIndex, gridColumnAnchorIndex)
      }
      if (gridRowSpan !== 1) other.gridRowSpan = gridRowSpan
      if (gridColumnSpan !== 1) other.gridColumnSpan = gridColumnSpan
      if (grid.gridRowCount > rows) grid.gridRowCount = rows
    })
  }
}
