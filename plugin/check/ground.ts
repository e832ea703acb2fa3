import type { Rgba } from '../../shared/brand.ts'
import { over } from '../../shared/contrast.ts'
import { seenColor, type ColorProfile } from '../colors/paints.ts'
import { shownPaints } from '../colors/targets.ts'
import { childrenOf } from '../children-of.ts'
import { isOfType } from '../is-of-type.ts'
import { memberOf } from '../member-of.ts'
import { isContainer } from '../placement/container.ts'
import { isLayer } from '../layer.ts'
import { isNormal } from '../placement/paints.ts'
import { boxAroundAll, overlaps } from '../placement/geometry.ts'
import { upFrom } from '../up-from.ts'

/** Layers that are looked at in one that holds thousands: those just below come first. */
const MOST_BELOW = 100

/** Canvas pixels that a layer may reach out of what it lies on. */
const EDGE = 0.5

/** A color, null where only a drawing could tell, undefined where one sees through. */
type Seen = Rgba | null | undefined

/** Gives the color that lies under a layer. */
export type GroundOf = (node: SceneNode) => Rgba | null

/** What lies in one layer; Figma makes its list anew each time that it is asked. */
type Inside = readonly {
  readonly id: string
  readonly layer: SceneNode
  readonly box: Rect | null
}[]

/** How many layers what lies in them is kept of: those that hold the next text as well. */
const MOST_KEPT = 50

/**
 * The color that lies under all of a layer, seen through what is half transparent; null where it is not
 * just one: a picture, a gradient, an edge, or the bare canvas, which is no design. One look at a
 * document takes one of these: it keeps where layers were.
 */
export function openGround(profile: ColorProfile): GroundOf {
  const kept = new Map<string, Inside>()
  const insideOf = ({ id, children }: BaseNode & ChildrenMixin): Inside => {
    const known = kept.get(id)
    if (known) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const inside = children.map((layer) => ({
      id: layer.id,
      layer,
      box: layer.visible ? layer.absoluteBoundingBox : null,
    }))
    kept.set(id, inside)
    return inside
  }
  return (node) => {
    const under = memberOf(node, 'absoluteBoundingBox')
    if (!under) return null
    /** The colors through which one sees what is below, the topmost first. */
    const veils: Rgba[] = []
    const ownOf = (layer: SceneNode): Seen => {
      const opacity = opacityOf(layer)
      const paints = [...shownPaints(layer, 'fill')].reverse()
      for (const paint of paints) {
        const isOne =
          paint?.type === 'SOLID' &&
          isNormal(paint) &&
          (opacity === 1 || paints.length === 1) &&
          isFull(layer) &&
          layer.absoluteBoundingBox !== null &&
          covers(layer.absoluteBoundingBox, under)
        if (!isOne) return null
        const color = seenColor(paint, profile, opacity)
        if (color.a === 1) return color
        veils.push(color)
      }
      return undefined
    }
    const topOf = (inside: Inside): Seen => {
      for (const { layer, box } of inside.slice(-MOST_BELOW).reverse()) {
        // What was deleted since is not there.
        if (!box || !overlaps(box, under) || layer.removed) continue
        if (isMixed(layer)) return null
        const deeper = 'children' in layer ? topOf(insideOf(layer)) : undefined
        const seen = deeper === undefined ? ownOf(layer) : deeper
        if (seen !== undefined) return seen
      }
      return inside.length > MOST_BELOW ? null : undefined
    }
    const groundOf = (): Rgba | null => {
      for (const { id, parent } of upFrom(node)) {
        if (!parent) return null
        const inside = insideOf(parent)
        const place = inside.findIndex((each) => each.id === id)
        const below = topOf(inside.slice(0, place))
        if (below !== undefined) return below
        if (!isLayer(parent) || isMixed(parent)) return null
        const seen = ownOf(parent)
        if (seen !== undefined) return seen
      }
      return null
    }
    const ground = groundOf()
    return ground && veils.reduceRight((below, veil) => over(veil, below), ground)
  }
}

/** Whether its fill covers all of its box. */
function isFull(layer: SceneNode): boolean {
  return isContainer(layer) || isOfType(layer, 'RECTANGLE', 'INSTANCE')
}

function opacityOf(layer: BaseNode): number {
  return memberOf(layer, 'opacity') ?? 1
}

/** Whether what one sees there is not its fills alone: half transparent as a whole, blended, turned, a mask. */
function isMixed(layer: BaseNode): boolean {
  return (
    (childrenOf(layer).length > 0 && opacityOf(layer) !== 1) ||
    !/NORMAL|PASS_THROUGH/.test(memberOf(layer, 'blendMode') ?? 'NORMAL') ||
    !!memberOf(layer, 'isMask') ||
    !!memberOf(layer, 'rotation')
  )
}

function covers(outer: Rect, inner: Rect): boolean {
  const { width, height } = boxAroundAll([outer, inner])
  return width - outer.width < EDGE && height - outer.height < EDGE
}
