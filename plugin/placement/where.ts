import type { DropPoint, Placement, Size } from '../../shared/protocol.ts'
import { containerAt, isContainer, type Container, type Found } from './container.ts'
import { insertionIndex, toLocal, type Box, type Point } from './geometry.ts'
import { readProvenance } from './provenance.ts'

export type ViewHost = Pick<PluginAPI, 'currentPage' | 'viewport' | 'getNodeByIdAsync'>

/** Where a layer goes. */
export interface Spot extends Found {
  /** The layer's centre in the container's coordinates; null where auto layout decides. */
  readonly centre: Point | null
  /** Where among the container's children; null for in front of all others. */
  readonly index: number | null
  /** What the layer must not be larger than. */
  readonly room: Size
  /** Whether it must not cover what lies on the same spot. */
  readonly beside: boolean
}

export async function findSpot(figma: ViewHost, at: Placement['at']): Promise<Spot> {
  const found = at.type === 'drop' ? await dropTarget(figma, at.point) : viewTarget(figma)
  const { container, page } = found
  // With dynamic page access, a page must be loaded before it may be added to.
  if (page.id !== figma.currentPage.id) await page.loadAsync()
  const absolute = at.type === 'drop' ? { x: at.point.absoluteX, y: at.point.absoluteY } : null
  const room = roomOf(container, figma.viewport.bounds)
  const beside = absolute === null

  const direction = layoutDirection(container)
  if (direction !== null) {
    const index = absolute === null ? null : layoutIndex(container, direction, absolute)
    return { ...found, centre: null, index, room, beside }
  }
  if (container.type === 'PAGE') {
    return { ...found, centre: absolute ?? figma.viewport.center, index: null, room, beside }
  }
  const middle = { x: container.width / 2, y: container.height / 2 }
  const centre = absolute === null ? middle : toLocal(container.absoluteTransform, absolute)
  return { ...found, centre, index: null, room, beside }
}

/** The boxes of what was placed in the container before, in its coordinates. */
export function placedBoxes(container: Container): readonly Box[] {
  return container.children.filter((child) => readProvenance(child) !== null).map(boxOf)
}

async function dropTarget(figma: ViewHost, point: DropPoint): Promise<Found> {
  const node = await figma.getNodeByIdAsync(point.nodeId)
  return containerAt(node ?? figma.currentPage, figma.currentPage)
}

/** The selected frame; else the frame that holds the selected placed layer; else the page. */
function viewTarget(figma: ViewHost): Found {
  const page = figma.currentPage
  const [selected, second] = page.selection
  if (selected !== undefined && second === undefined) {
    if (isContainer(selected) || readProvenance(selected) !== null) {
      return containerAt(selected, page)
    }
  }
  const slide = 'focusedSlide' in page ? page.focusedSlide : null
  return containerAt(slide ?? page, page)
}

function roomOf(container: Container, view: Size): Size {
  if (container.type === 'PAGE') return view
  const room = { width: container.width, height: container.height }
  if (container.type === 'SECTION' || container.layoutMode === 'NONE') return room
  // A frame that hugs its content grows with what is placed in it.
  const horizontal = container.layoutMode === 'HORIZONTAL'
  const primaryHugs = container.primaryAxisSizingMode === 'AUTO'
  const counterHugs = container.counterAxisSizingMode === 'AUTO'
  const hugsWidth = horizontal ? primaryHugs : counterHugs
  const hugsHeight = horizontal ? counterHugs : primaryHugs
  return {
    width: hugsWidth ? view.width : room.width - container.paddingLeft - container.paddingRight,
    height: hugsHeight ? view.height : room.height - container.paddingTop - container.paddingBottom,
  }
}

function layoutDirection(container: Container): 'HORIZONTAL' | 'VERTICAL' | 'GRID' | null {
  if (container.type === 'PAGE' || container.type === 'SECTION') return null
  return container.layoutMode === 'NONE' ? null : container.layoutMode
}

function layoutIndex(
  container: Container,
  direction: 'HORIZONTAL' | 'VERTICAL' | 'GRID',
  absolute: Point,
): number | null {
  if (container.type === 'PAGE' || container.type === 'SECTION' || direction === 'GRID') return null
  const flowing = container.children.filter(
    (child) =>
      child.visible && !('layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE'),
  )
  const point = toLocal(container.absoluteTransform, absolute)
  const wraps = container.layoutWrap === 'WRAP'
  const before = flowing[insertionIndex(flowing.map(boxOf), direction, wraps, point)]
  return before === undefined ? null : container.children.findIndex(({ id }) => id === before.id)
}

function boxOf({ x, y, width, height }: SceneNode): Box {
  return { x, y, width, height }
}
