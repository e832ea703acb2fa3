import { ChannelError } from '../../shared/channel.ts'
import type { Placed, Placement } from '../../shared/protocol.ts'
import { notice } from '../notice.ts'
import { decodeContent, makeNode, scaleNode, type ContentHost } from './content.ts'
import { besideOthers, boxAround, centreOf, contains, fitScale, toAbsolute } from './geometry.ts'
import { writeProvenance } from './provenance.ts'
import { findSpot, placedBoxes, type Spot, type ViewHost } from './where.ts'

export type PlacementHost = ContentHost & ViewHost & Pick<PluginAPI, 'commitUndo' | 'notify'>

/** Places the content as one undo step, selected; nothing half-made stays after a failure. */
export async function place(figma: PlacementHost, placement: Placement): Promise<Placed> {
  figma.commitUndo()
  // Everything that can be refused without a write comes before the first write.
  const content = decodeContent(figma, placement.content)
  const spot = await findSpot(figma, placement.at)

  const node = makeNode(figma, content)
  try {
    if (placement.provenance.name !== '') node.name = placement.provenance.name
    scaleNode(node, fitScale(node, spot.room))
    insert(node, spot)
    writeProvenance(node, placement.provenance)
  } catch (error) {
    node.remove()
    throw new ChannelError({
      code: 'place-failed',
      message: `Figma could not place this in “${spot.container.name}”. Try another place.`,
      details: error instanceof Error ? error.message : String(error),
    })
  }
  spot.page.selection = [node]
  figma.commitUndo()

  if (placement.at.type === 'view' && spot.page.id === figma.currentPage.id) {
    const centre = centreOf({ x: 0, y: 0, width: node.width, height: node.height })
    const inView = contains(figma.viewport.bounds, toAbsolute(node.absoluteTransform, centre))
    if (!inView) figma.viewport.scrollAndZoomIntoView([node])
  }
  if (spot.note !== null) figma.notify(notice(spot.note))
  return { nodeId: node.id, parentName: spot.container.name }
}

function insert(node: RectangleNode | FrameNode, spot: Spot): void {
  const { container, centre, index } = spot
  const others = spot.beside && centre !== null ? placedBoxes(container) : []
  if (index !== null) container.insertChild(index, node)
  else if (node.parent?.id !== container.id) container.appendChild(node)
  if (centre === null) return
  const wanted = boxAround(centre, node)
  const { x, y } = besideOthers(wanted, others, container.type === 'PAGE' ? null : container)
  node.x = x
  node.y = y
}
