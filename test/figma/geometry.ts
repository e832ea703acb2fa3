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

/** From the node's own coordinates to those of its container. */
export function relativeTransform({ x, y, rotation }: NodeRecord): Transform {
  // Exact for what is not turned.
  if (rotation === 0) return place(1, 0, x, y)
  const angle = (rotation * Math.PI) / 180
  return place(Math.cos(angle), Math.sin(angle), x, y)
}

function place(cos: number, sin: number, x: number, y: number): Transform {
  return [
    [cos, sin, x],
    [-sin, cos, y],
  ]
}

/** From the node's own coordinates to those of the canvas. */
export function absoluteTransform(document: FigmaDocument, node: NodeRecord): Transform {
  const own = relativeTransform(node)
  const container = containerOf(document, node)
  if (container === null || container.type === 'PAGE' || container.type === 'DOCUMENT') return own
  const [[a, c, e], [b, d, f]] = absoluteTransform(document, container)
  const [[m, o, q], [n, p, r]] = own
  return [
    [a * m + c * n, a * o + c * p, a * q + c * r + e],
    [b * m + d * n, b * o + d * p, b * q + d * r + f],
  ]
}

/** The smallest upright box around the node on the canvas. */
export function absoluteBox(document: FigmaDocument, node: NodeRecord): Box {
  const [[a, c, e], [b, d, f]] = absoluteTransform(document, node)
  const { width, height } = node
  return {
    x: e + Math.min(0, a * width) + Math.min(0, c * height),
    y: f + Math.min(0, b * width) + Math.min(0, d * height),
    width: Math.abs(a * width) + Math.abs(c * height),
    height: Math.abs(b * width) + Math.abs(d * height),
  }
}

/** A point of the canvas in the node's own coordinates. */
export function pointIn(
  document: FigmaDocument,
  node: NodeRecord,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } {
  if (node.type === 'PAGE') return { x, y }
  const [[a, c, e], [b, d, f]] = absoluteTransform(document, node)
  // Without scaling or shearing, what turns it back is the transpose.
  return { x: a * (x - e) + b * (y - f), y: c * (x - e) + d * (y - f) }
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
/** Where nodes are looked up: a document, or how it was. */
export interface WithNodes {
  readonly nodes: { get(id: string): NodeRecord | undefined }
}

export function ancestorsAndSelf(document: WithNodes, id: string): readonly NodeRecord[] {
  const chain: NodeRecord[] = []
  let node = document.nodes.get(id)
  while (node !== undefined) {
    chain.push(node)
    node = node.parentId === null ? undefined : document.nodes.get(node.parentId)
  }
  return chain
}

export function pageOf(document: WithNodes, id: string): NodeRecord | null {
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

/** The deepest, topmost node of a kind under a point of the current page, else that; locked and hidden are passed by. */
export function nodeUnder(
  document: FigmaDocument,
  x: number,
  y: number,
  isOfKind: (node: NodeRecord) => boolean,
): NodeRecord {
  const find = (parent: NodeRecord): NodeRecord | null => {
    for (const childId of [...parent.children].reverse()) {
      const child = document.node(childId)
      if (!child.visible || child.locked) continue
      const at = pointIn(document, child, x, y)
      const inside = at.x >= 0 && at.y >= 0 && at.x < child.width && at.y < child.height
      if (!inside && child.clipsContent) continue
      const deeper = find(child)
      if (deeper !== null) return deeper
      if (inside && child.type !== 'GROUP' && isOfKind(child)) return child
    }
    return null
  }
  const page = document.node(document.currentPageId)
  return find(page) ?? page
}
