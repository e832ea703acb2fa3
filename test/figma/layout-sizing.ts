import { settle } from './auto-layout.ts'
import type { FigmaDocument } from './document.ts'
import type { Property } from './members.ts'
import type { NodeRecord } from './records.ts'
import { expectOneOf, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

type Sizing = 'FIXED' | 'HUG' | 'FILL'
type Direction = 'HORIZONTAL' | 'VERTICAL'

/** `layoutSizingHorizontal` and `…Vertical`: short for grow, align and sizing mode on that axis. */
export function sizingMember(
  session: Session,
  direction: Direction,
  name: 'layoutSizingHorizontal' | 'layoutSizingVertical',
): Property<string, Sizing> {
  const { document } = session
  return {
    get: (id) => sizingOf(document, document.node(id), direction),
    set(id, value) {
      const sizing = expectOneOf(value, name, ['FIXED', 'HUG', 'FILL'])
      const node = document.node(id)
      const parent = parentOf(document, node)
      if (sizing === 'HUG' && node.layoutMode === 'NONE') {
        throw new Refusal('HUG can only be set on auto-layout frames and text children')
      }
      if (sizing === 'FILL' && (parent === null || parent.layoutMode === 'NONE')) {
        throw new Refusal('FILL can only be set on children of auto-layout frames')
      }
      document.write(`set ${name}`, id, sizing, () => {
        document.patchNode(id, {
          ...asChild(parent, direction, sizing),
          ...asFrame(node, direction, sizing),
        })
        settle(document, id)
      })
    },
  }
}

function parentOf(document: FigmaDocument, node: NodeRecord): NodeRecord | null {
  return document.nodes.get(node.parentId ?? '') ?? null
}

function sizingOf(document: FigmaDocument, node: NodeRecord, direction: Direction): Sizing {
  const parent = parentOf(document, node)
  if (parent !== null && parent.layoutMode !== 'NONE') {
    const along = parent.layoutMode === direction
    if (along ? node.layoutGrow > 0 : node.layoutAlign === 'STRETCH') return 'FILL'
  }
  if (node.layoutMode === 'NONE') return 'FIXED'
  const along = node.layoutMode === direction
  const mode = along ? node.primaryAxisSizingMode : node.counterAxisSizingMode
  return mode === 'AUTO' ? 'HUG' : 'FIXED'
}

function asChild(
  parent: NodeRecord | null,
  direction: Direction,
  sizing: Sizing,
): Partial<NodeRecord> {
  if (parent === null || parent.layoutMode === 'NONE') return {}
  if (parent.layoutMode === direction) return { layoutGrow: sizing === 'FILL' ? 1 : 0 }
  return { layoutAlign: sizing === 'FILL' ? 'STRETCH' : 'INHERIT' }
}

function asFrame(node: NodeRecord, direction: Direction, sizing: Sizing): Partial<NodeRecord> {
  if (node.layoutMode === 'NONE') return {}
  const mode = sizing === 'HUG' ? 'AUTO' : 'FIXED'
  return node.layoutMode === direction
    ? { primaryAxisSizingMode: mode }
    : { counterAxisSizingMode: mode }
}
