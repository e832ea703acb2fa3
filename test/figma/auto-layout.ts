import type { FigmaDocument } from './document.ts'
import { boxAround } from './geometry.ts'
import { seatAll } from './grid.ts'
import type { NodeRecord } from './records.ts'

/** Puts in order what a change of a node's box or children means for it and for all that hold it. */
export function settle(document: FigmaDocument, id: string | null): void {
  let node = id === null ? undefined : document.nodes.get(id)
  while (node !== undefined && node.type !== 'PAGE' && node.type !== 'DOCUMENT') {
    const { parentId } = node
    if (node.type === 'GROUP') fitGroup(document, node)
    else if (node.layoutMode === 'GRID') seatAll(document, node)
    else if (node.layoutWrap === 'WRAP') layOutLines(document, node)
    else if (node.layoutMode !== 'NONE') layOut(document, node)
    node = parentId === null ? undefined : document.nodes.get(parentId)
  }
}

/** A group is as large as what is in it, and goes when it is empty. */
function fitGroup(document: FigmaDocument, group: NodeRecord): void {
  const box = boxAround(group.children.map((child) => document.node(child)))
  if (box === null) document.remove(group.id)
  else document.patchNode(group.id, box)
}

type Axis = 'x' | 'y'
const SIDE = { x: 'width', y: 'height' } as const

function layOut(document: FigmaDocument, frame: NodeRecord): void {
  const main: Axis = frame.layoutMode === 'HORIZONTAL' ? 'x' : 'y'
  const cross: Axis = main === 'x' ? 'y' : 'x'
  const padding = {
    x: { before: frame.paddingLeft, after: frame.paddingRight },
    y: { before: frame.paddingTop, after: frame.paddingBottom },
  }
  const children = frame.children
    .map((child) => document.node(child))
    .filter((child) => child.visible && child.layoutPositioning === 'AUTO')
  // A frame that has nothing to hug keeps the size it had.
  if (children.length === 0) return
  const sizes = new Map(
    children.map((child) => [child.id, { x: child.width, y: child.height }] as const),
  )
  const sizeOf = (child: NodeRecord): { x: number; y: number } =>
    sizes.get(child.id) ?? { x: child.width, y: child.height }

  const inner = (axis: Axis, size: number): number =>
    size - padding[axis].before - padding[axis].after
  const used = (): number =>
    children.reduce((sum, child) => sum + sizeOf(child)[main], 0) +
    frame.itemSpacing * Math.max(0, children.length - 1)
  const outer = { x: frame.width, y: frame.height }

  if (frame.primaryAxisSizingMode === 'AUTO') {
    outer[main] = used() + padding[main].before + padding[main].after
  } else {
    const growing = children.filter((child) => child.layoutGrow > 0)
    const spare = inner(main, outer[main]) - used()
    for (const child of growing) {
      const size = sizeOf(child)
      size[main] = Math.max(0.01, size[main] + spare / growing.length)
    }
  }
  if (frame.counterAxisSizingMode === 'AUTO') {
    const widest = Math.max(0, ...children.map((child) => sizeOf(child)[cross]))
    outer[cross] = widest + padding[cross].before + padding[cross].after
  }
  for (const child of children) {
    if (child.layoutAlign === 'STRETCH') sizeOf(child)[cross] = inner(cross, outer[cross])
  }

  const spare = inner(main, outer[main]) - used()
  const between = frame.primaryAxisAlignItems === 'SPACE_BETWEEN' && children.length > 1
  const gap = between ? frame.itemSpacing + spare / (children.length - 1) : frame.itemSpacing
  let at = padding[main].before + (between ? 0 : spare * alignment(frame.primaryAxisAlignItems))
  for (const child of children) {
    const size = sizeOf(child)
    const room = inner(cross, outer[cross]) - size[cross]
    const place = { x: 0, y: 0 }
    place[main] = at
    place[cross] = padding[cross].before + room * alignment(frame.counterAxisAlignItems)
    document.patchNode(child.id, { ...place, width: size.x, height: size.y })
    at += size[main] + gap
  }
  document.patchNode(frame.id, { [SIDE.x]: outer.x, [SIDE.y]: outer.y })
}

/** A row that goes on in further lines, each as high as its highest child. */
function layOutLines(document: FigmaDocument, frame: NodeRecord): void {
  const { itemSpacing, counterAxisSpacing, counterAxisAlignItems } = frame
  const end = frame.width - frame.paddingRight
  const lines: NodeRecord[][] = []
  let right = 0
  for (const childId of frame.children) {
    const child = document.node(childId)
    if (!child.visible || child.layoutPositioning !== 'AUTO') continue
    const line = lines.at(-1)
    if (line !== undefined && right + itemSpacing + child.width <= end) {
      line.push(child)
      right += itemSpacing + child.width
    } else {
      lines.push([child])
      right = frame.paddingLeft + child.width
    }
  }
  let y = frame.paddingTop
  for (const line of lines) {
    const height = Math.max(...line.map((child) => child.height))
    let x = frame.paddingLeft
    for (const child of line) {
      const room = height - child.height
      document.patchNode(child.id, { x, y: y + room * alignment(counterAxisAlignItems) })
      x += child.width + itemSpacing
    }
    y += height + (counterAxisSpacing ?? itemSpacing)
  }
  if (frame.counterAxisSizingMode === 'FIXED' || lines.length === 0) return
  const height = y - (counterAxisSpacing ?? itemSpacing) + frame.paddingBottom
  document.patchNode(frame.id, { height })
}

function alignment(align: string): number {
  return align === 'CENTER' ? 0.5 : align === 'MAX' ? 1 : 0
}
