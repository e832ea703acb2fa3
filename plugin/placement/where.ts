import type { DropPoint, PlacementSpot, Size } from '../../shared/placement.ts'
import { ifAble } from '../if-able.ts'
import { memberOf } from '../member-of.ts'
import type { Layout } from './arrange.ts'
import { isLaidOut, layoutPlace, type LayoutPlace } from './auto-layout.ts'
import { containerAt, isFramed, type Container, type Found } from './container.ts'
import { boundsOf, ENDLESS, toLocal, type Box, type Point } from './geometry.ts'
import { isPage, loadPage } from '../layer.ts'
import { isPlaced } from './provenance.ts'
import { hasSheets, sheetAt, type SheetHost } from './sheet.ts'

export type ViewHost = SheetHost & Pick<PluginAPI, 'viewport' | 'getNodeByIdAsync'>

/** Where layers go. */
export interface Spot extends Found {
  /** What none of them must be larger than. */
  readonly room: Size
  /** In the container's coordinates; null where auto layout decides. */
  readonly layout: Layout | null
  /** Where in auto layout; null where that does not decide. */
  readonly inLayout: LayoutPlace | null
  /** What they must not cover, in the container's coordinates. */
  readonly others: readonly Box[]
}

export async function findSpot(figma: ViewHost, at: PlacementSpot): Promise<Spot> {
  const wanted = at.type === 'view' ? viewTarget(figma) : await dropTarget(figma, at.point)
  if (isPage(wanted.container) && hasSheets(figma)) {
    const sheet = sheetAt(figma, pointOf(at) ?? figma.viewport.center)
    const found = sheet ? containerAt(sheet, wanted.page) : wanted
    return spotIn(figma, { ...found, obstacle: wanted.obstacle ?? found.obstacle }, VIEW)
  }
  return spotIn(figma, wanted, at)
}

/** Where in the container, whose page is loaded with it. */
export async function spotIn(figma: ViewHost, found: Found, at: PlacementSpot): Promise<Spot> {
  const { container, page } = found
  await loadPage(page, figma)
  const point = pointOf(at)
  const room = roomOf(container)
  const inLayout = layoutPlace(container, point)
  const anchor = point ? 'first' : 'middle'
  const viewCentre = ifAble(() => figma.viewport.center) ?? { x: 0, y: 0 }
  const centre = centreIn(container, point, viewCentre)
  const layout: Layout | null = inLayout === null ? { anchor, centre, room } : null
  return { ...found, room, layout, inLayout, others: layout ? othersFor(at, container) : [] }
}

/** On the canvas; null for where people look. */
function pointOf(at: PlacementSpot): Point | null {
  return at.type === 'view' ? null : at.point
}

/** By a click: where people look. */
export const VIEW: PlacementSpot = { type: 'view' }

/** Only what is dropped may cover anything; a click finds free space on the page. */
function othersFor(at: PlacementSpot, container: Container): readonly Box[] {
  if (at.type === 'drop') return []
  if (isPage(container)) {
    return container.children.filter(({ visible }) => visible).map(boxAroundNode)
  }
  return placedBoxes(container)
}

/** The boxes of what was placed in the container before, in its coordinates; a few left out. */
export function placedBoxes(
  container: Pick<Container, 'children'>,
  without: ReadonlySet<string> = new Set(),
): readonly Box[] {
  return container.children
    .filter((child) => !without.has(child.id) && isPlaced(child))
    .map(boxAroundNode)
}

function boxAroundNode(node: SceneNode): Box {
  const transform = memberOf(node, 'relativeTransform')
  return transform ? boundsOf(transform, node) : node
}

function centreIn(container: Container, point: Point | null, viewCentre: Point): Point {
  if (isPage(container)) return point ?? viewCentre
  if (point) return toLocal(container.absoluteTransform, point)
  return { x: container.width / 2, y: container.height / 2 }
}

async function dropTarget(figma: ViewHost, point: DropPoint): Promise<Found> {
  const node = await figma.getNodeByIdAsync(point.nodeId)
  return containerAt(node ?? figma.currentPage, figma.currentPage)
}

/** The selected frame; else what holds the selected placed layers; else the page. */
function viewTarget({ currentPage }: ViewHost): Found {
  const { selection } = currentPage
  const [selected, second] = selection
  const parent = selected?.parent
  const isOfPlaced =
    parent && selection.every((node) => node.parent?.id === parent.id && isPlaced(node))
  const around = isOfPlaced ? parent : currentPage
  return containerAt(selected && !second && isTarget(selected) ? selected : around, currentPage)
}

function isTarget(node: SceneNode): boolean {
  return isFramed(node) && !isPlaced(node)
}

/** What a target holds; a page has no end, whatever shows of it. */
function roomOf(container: Container): Size {
  if (isPage(container)) return ENDLESS
  const room = { width: container.width, height: container.height }
  if (!isLaidOut(container)) return room
  const inner = (sizing: FrameNode['layoutSizingVertical'], side: number): number =>
    // A frame that hugs its content grows with what is placed in it.
    sizing === 'HUG' && container.layoutMode !== 'GRID' ? Infinity : Math.max(1, side)
  return {
    width: inner(
      container.layoutSizingHorizontal,
      room.width - container.paddingLeft - container.paddingRight,
    ),
    height: inner(
      container.layoutSizingVertical,
      room.height - container.paddingTop - container.paddingBottom,
    ),
  }
}
