import type { FigmaDocument } from './document.ts'
import type { NodeRecord } from './records.ts'
import { formatPath, parsePath, transformPath } from './svg-path.ts'

/** Gives a node a new size; what is in a frame follows by its constraints. */
export function resizeNode(
  document: FigmaDocument,
  id: string,
  width: number,
  height: number,
): void {
  const node = document.node(id)
  document.patchNode(id, {
    width,
    height,
    ...(node.type === 'VECTOR'
      ? { vectorPaths: scaledPaths(node, ratio(width, node.width), ratio(height, node.height)) }
      : {}),
  })
  if (node.layoutMode !== 'NONE') return
  for (const childId of node.children) {
    const child = document.node(childId)
    const { horizontal, vertical } = child.constraints
    const x = constrain(horizontal, child.x, child.width, node.width, width)
    const y = constrain(vertical, child.y, child.height, node.height, height)
    document.patchNode(childId, { x: x.at, y: y.at })
    if (x.size !== child.width || y.size !== child.height) {
      resizeNode(document, childId, x.size, y.size)
    }
  }
}

/** Makes a node and all that is in it larger or smaller, strokes and corners too. */
export function rescaleNode(document: FigmaDocument, id: string, scale: number): void {
  const visit = (nodeId: string, isTop: boolean): void => {
    const node = document.node(nodeId)
    document.patchNode(nodeId, {
      ...(isTop ? {} : { x: node.x * scale, y: node.y * scale }),
      width: node.width * scale,
      height: node.height * scale,
      strokeWeight: node.strokeWeight * scale,
      cornerRadius: node.cornerRadius * scale,
      fontSize: node.fontSize * scale,
      itemSpacing: node.itemSpacing * scale,
      paddingLeft: node.paddingLeft * scale,
      paddingRight: node.paddingRight * scale,
      paddingTop: node.paddingTop * scale,
      paddingBottom: node.paddingBottom * scale,
      vectorPaths: scaledPaths(node, scale, scale),
    })
    for (const child of node.children) visit(child, false)
  }
  visit(id, true)
}

function constrain(
  constraint: ConstraintType,
  at: number,
  size: number,
  before: number,
  after: number,
): { at: number; size: number } {
  const grown = after - before
  switch (constraint) {
    case 'MIN':
      return { at, size }
    case 'MAX':
      return { at: at + grown, size }
    case 'CENTER':
      return { at: at + grown / 2, size }
    case 'STRETCH':
      return { at, size: Math.max(0.01, size + grown) }
    case 'SCALE':
      return { at: at * ratio(after, before), size: size * ratio(after, before) }
  }
}

function ratio(after: number, before: number): number {
  return before === 0 ? 1 : after / before
}

function scaledPaths(node: NodeRecord, x: number, y: number): NodeRecord['vectorPaths'] {
  return node.vectorPaths.map(({ windingRule, data }) => {
    const path = parsePath(data)
    if (path === null) return { windingRule, data }
    return { windingRule, data: formatPath(transformPath(path, [x, 0, 0, y, 0, 0])) }
  })
}
