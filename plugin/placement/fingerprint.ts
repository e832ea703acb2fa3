import { hashOf } from '../../shared/hash.ts'
import { childrenOf } from '../children-of.ts'
import { memberOf } from '../member-of.ts'
import { isNear } from '../near.ts'
import { sumOf } from '../sum.ts'
import { boxAroundAll, type Box } from './geometry.ts'

/** More than this is not looked at: what is drawn so finely is not edited part by part. */
const MOST_PARTS = 400

/** How far the parts' mean place and size may shift, in shares of the whole, before it is an edit. */
const TOLERANCE = 0.004

/**
 * Tells vectors apart from what people make of them by hand: which parts there are and how they are
 * painted, as a hash, and where they lie on average, in shares of the whole. Moving, scaling and
 * stretching all of them together makes no difference.
 */
export function fingerprintOf(holder: ChildrenMixin): string {
  const parts = collect(holder.children)
  const hash = hashOf(parts.map(({ appearance }) => appearance).join('\n'))
  return [hash.toString(16), ...momentsOf(parts).map((moment) => moment.toFixed(4))].join(' ')
}

/** Width to height of all that is drawn, which tells whether it was stretched; 0 where it has no height. */
export function aspectOf(holder: ChildrenMixin): number {
  const { width, height } = boxAroundAll(collect(holder.children))
  return height > 0 ? width / height : 0
}

/** Whether two fingerprints are of the same vectors. */
export function isSameContent(one: string, other: string): boolean {
  const [hash, ...moments] = one.split(' ')
  const [otherHash, ...otherMoments] = other.split(' ')
  return (
    hash === otherHash &&
    moments.length === otherMoments.length &&
    moments.every((text, index) => isNear(Number(text), Number(otherMoments[index]), TOLERANCE))
  )
}

interface Part extends Box {
  readonly appearance: string
}

/** What is in a group has the coordinates of what holds the group. */
function collect(
  nodes: readonly SceneNode[],
  left = 0,
  top = 0,
  parts: Part[] = [],
): readonly Part[] {
  for (const node of nodes) {
    if (parts.length >= MOST_PARTS) break
    const x = left + node.x
    const y = top + node.y
    const { width, height } = node
    parts.push({ appearance: appearanceOf(node), x, y, width, height })
    if (node.type === 'GROUP') collect(node.children, left, top, parts)
    else collect(childrenOf(node), x, y, parts)
  }
  return parts
}

function appearanceOf(node: SceneNode): string {
  const { type, visible } = node
  return JSON.stringify([
    type,
    visible,
    rounded(memberOf(node, 'opacity') ?? 1),
    paintsOf(memberOf(node, 'fills') ?? []),
    paintsOf(memberOf(node, 'strokes') ?? []),
    (memberOf(node, 'vectorPaths') ?? []).map(({ data }) => data.replace(/[^a-z]/gi, '')),
    type === 'TEXT' ? node.characters : '',
  ])
}

function paintsOf(paints: readonly Paint[] | PluginAPI['mixed']): unknown {
  if (typeof paints === 'symbol') return 'mixed'
  return paints.map((paint) => [
    paint.type,
    paint.visible ?? true,
    rounded(paint.opacity ?? 1),
    paint.type === 'SOLID' ? [paint.color.r, paint.color.g, paint.color.b].map(rounded) : null,
  ])
}

function rounded(share: number): number {
  return Math.round(share * 1000)
}

/** The mean of the parts' centres and sizes, within the box around all of them. */
function momentsOf(parts: readonly Part[]): readonly number[] {
  if (parts.length === 0) return []
  const { x: left, y: top, width, height } = boxAroundAll(parts)
  const mean = (of: (part: Part) => number, whole: number): number =>
    whole > 0 ? sumOf(parts, of) / parts.length / whole : 0
  return [
    mean((part) => part.x - left + part.width / 2, width),
    mean((part) => part.y - top + part.height / 2, height),
    mean((part) => part.width, width),
    mean((part) => part.height, height),
  ]
}
