import type { FigmaDocument } from './document.ts'
import type { NodeRecord } from './records.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The nearest ancestor whose coordinates a node is placed in: groups have none of their own. */
export function containerOf(document: FigmaDocument, node: NodeRecord): NodeRecord | null {
  let parent = node.parentId === null ? undefined : document.nodes.get(node.parentId)
  while (parent?.type === 'GROUP') {
    parent = parent.parentId === null ? undefined : document.nodes.get(parent.parentId)
  }
  return parent ?? null
}

/** The node's place on the canvas. */
export function absoluteBox(document: FigmaDocument, node: NodeRecord): Box {
  let { x, y } = node
  let container = containerOf(document, node)
  while (container !== null && container.type !== 'PAGE' && container.type !== 'DOCUMENT') {
    x += container.x
    y += container.y
    container = containerOf(document, container)
  }
  return { x, y, width: node.width, height: node.height }
}

/** The smallest box around others; null where there are none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

export function isInstanceOrInside(document: FigmaDocument, id: string): boolean {
  return ancestorsAndSelf(document, id).some((node) => node.type === 'INSTANCE')
}

/** From the node itself up to the document. */
export function ancestorsAndSelf(document: FigmaDocument, id: string): readonly NodeRecord[] {
  const chain: NodeRecord[] = []
  let node = document.nodes.get(id)
  while (node !== undefined) {
    chain.push(node)
    node = node.parentId === null ? undefined : document.nodes.get(node.parentId)
  }
  return chain
}

export function pageOf(document: FigmaDocument, id: string): NodeRecord | null {
  return ancestorsAndSelf(document, id).find((node) => node.type === 'PAGE') ?? null
}

/** All that is in a node, each before its own children. */
export function descendants(document: FigmaDocument, id: string): NodeRecord[] {
  const found: NodeRecord[] = []
  const visit = (nodeId: string): void => {
    for (const childId of document.nodes.get(nodeId)?.children ?? []) {
      const child = document.node(childId)
      found.push(child)
      visit(childId)
    }
  }
  visit(id)
  return found
}

/** The deepest, topmost node under a point of the canvas, else the page; locked and hidden are passed by. */
export function nodeUnder(
  document: FigmaDocument,
  pageId: string,
  x: number,
  y: number,
): NodeRecord {
  const find = (parent: NodeRecord): NodeRecord | null => {
    for (const childId of [...parent.children].reverse()) {
      const child = document.node(childId)
      if (!child.visible || child.locked) continue
      const box = absoluteBox(document, child)
      const inside = x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height
      if (!inside && child.clipsContent) continue
      const deeper = find(child)
      if (deeper !== null) return deeper
      if (inside && child.type !== 'GROUP') return child
    }
    return null
  }
  const page = document.node(pageId)
  return find(page) ?? page
}
