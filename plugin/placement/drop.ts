import { DROP_TYPE } from '../../shared/placement.ts'
import type { UiEvents } from '../../shared/protocol.ts'
import { membersOf } from '../read.ts'

/** What Figma expects of a drop listener: false keeps it from handling the drop itself. */
export function receiveDrop(
  event: DropEvent,
  emit: (dropped: UiEvents['dropped']) => void,
): boolean {
  const item = event.items.find(({ type }) => type === DROP_TYPE)
  if (!item) return true
  const { node, absoluteX: x, absoluteY: y } = event
  emit({
    reference: item.data,
    point: { nodeId: node.id, x, y },
    // Another version's window, or a drop that Figma made itself, tells nothing.
    fill: membersOf(event.dropMetadata)['altKey'] === true,
  })
  return false
}
