import type { Size } from '../../shared/placement.ts'
import { isIn, type EditorHost } from '../editor-of.ts'
import { upFrom } from '../up-from.ts'
import type { Point } from './geometry.ts'
import type { Rollback } from './rollback.ts'

/** In Slides and Buzz people see slides and assets only, nothing that lies beside them. */
export type SheetHost = EditorHost & Pick<PluginAPI, 'currentPage' | 'getCanvasGrid'>

export function hasSheets(figma: EditorHost): boolean {
  return isIn(figma, 'slides', 'buzz')
}

/**
 * The slide or asset that is shown by itself, or else is selected or has a selected layer, or else is
 * nearest to the point of the canvas; null where there is none.
 */
export function sheetAt(figma: SheetHost, point: Point): SceneNode | null {
  const { focusedNode, selection } = figma.currentPage
  if (focusedNode) return focusedNode
  const sheets = figma.getCanvasGrid().flat()
  const ids = upFrom(selection[0] ?? null).map(({ id }) => id)
  const selected = sheets.find(({ id }) => ids.includes(id))
  if (selected) return selected
  const distances = sheets.map((sheet) => distance(sheet.absoluteBoundingBox, point))
  return sheets[distances.indexOf(Math.min(...distances))] ?? null
}

/** From the point to what is nearest of the box. */
function distance(box: Rect | null, point: Point): number {
  if (!box) return Infinity
  const beyond = (at: number, from: number, length: number): number =>
    Math.max(from - at, 0, at - from - length)
  return Math.hypot(beyond(point.x, box.x, box.width), beyond(point.y, box.y, box.height))
}

/** A new slide, or an asset of that size, at the end of the grid. */
export function addSheet(
  figma: EditorHost & Pick<PluginAPI, 'createSlide' | 'buzz'>,
  rollback: Rollback,
  size: Size,
): SlideNode | FrameNode {
  if (isIn(figma, 'slides')) return rollback.made(figma.createSlide())
  const asset = rollback.made(figma.buzz.createFrame())
  asset.resize(size.width, size.height)
  return asset
}
