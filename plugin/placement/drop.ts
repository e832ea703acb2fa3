import { DROP_TYPE, type DropMetadata, type UiEvents } from '../../shared/protocol.ts'
import { isRecord } from '../read.ts'

/** What Figma expects of a drop listener: false keeps it from handling the drop itself. */
export function receiveDrop(
  event: DropEvent,
  emit: (dropped: UiEvents['dropped']) => void,
): boolean {
  const item = event.items.find(({ type }) => type === DROP_TYPE)
  if (item === undefined) return true
  const { node, x, y, absoluteX, absoluteY } = event
  emit({
    reference: item.data,
    point: { nodeId: node.id, x, y, absoluteX, absoluteY },
    fill: keysOf(event.dropMetadata).altKey,
  })
  return false
}

/** Another version's window, or a drop that Figma made itself, tells nothing. */
function keysOf(metadata: unknown): DropMetadata {
  return { altKey: isRecord(metadata) && metadata['altKey'] === true }
}
