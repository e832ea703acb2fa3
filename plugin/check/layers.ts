import type { Provenance } from '../../shared/placement.ts'
import { childrenOf } from '../children-of.ts'
import { layerParts, type LayerPart } from '../colors/parts.ts'
import { memberOf } from '../member-of.ts'
import { isLayer } from '../layer.ts'
import { isSealed, readProvenance } from '../placement/provenance.ts'
import { outermost, upFrom } from '../up-from.ts'

/** A layer that is looked at. */
export interface CheckedLayer {
  readonly node: SceneNode
  /** Null where it was not placed from Cliquify. */
  readonly provenance: Provenance | null
  /** What of it has colors of its own, and not its main component's or an effect style's. */
  readonly parts: readonly LayerPart[]
  /** Whether its main component gives it to an instance. */
  readonly inherited: boolean
  /** Whether colors of a placed drawing were set in the instance that holds it. */
  readonly recolored: boolean
}

/**
 * The layers whose looks somebody has chosen, depth first: without what is hidden or locked, the colors that
 * a main component gives its instances, and the drawing of a placed asset, which is looked at as a whole.
 */
export function* checkedLayers(roots: readonly SceneNode[]): Generator<CheckedLayer> {
  const seen = new Set<string>()
  for (const given of roots) {
    const root = outermost(given, isDrawing) ?? given
    const whole = upFrom(root)
    if (seen.has(root.id) || whole.some(isOutOfSight)) continue
    seen.add(root.id)
    const holder = outermost(root.parent, isInstance)
    yield* within([root], holder ? overridesOf(holder) : null)
  }
}

function* within(
  nodes: readonly SceneNode[],
  overrides: ReadonlyMap<string, ReadonlySet<NodeChangeProperty>> | null,
): Generator<CheckedLayer> {
  for (const node of nodes) {
    if (isOutOfSight(node)) continue
    const provenance = readProvenance(node)
    const sealed = provenance !== null && isSealed(node)
    // The outermost instance tells of all that was set in it.
    const own = overrides ?? (isInstance(node) ? overridesOf(node) : null)
    const isSet = ({ id }: SceneNode, part: LayerPart): boolean =>
      part.fields.some((field) => own?.get(id)?.has(field))
    // The dashed line around variants is Figma's, and shows in no instance.
    const framesVariants = node.type === 'COMPONENT_SET'
    const isOwn = (part: LayerPart): boolean =>
      (part.restyle !== undefined || part.styleId === '') &&
      !(framesVariants && part.fields.includes('strokes')) &&
      (!own || isSet(node, part))
    const parts = sealed ? [] : layerParts(node).filter(isOwn)
    const recolored =
      sealed &&
      !!overrides?.size &&
      'children' in node &&
      node.findOne((each) => layerParts(each).some((part) => isSet(each, part))) !== null
    yield { node, provenance, parts, inherited: overrides !== null, recolored }
    if (!sealed && !isOutOfSight(node)) yield* within(childrenOf(node), own)
  }
}

function overridesOf(node: InstanceNode): ReadonlyMap<string, ReadonlySet<NodeChangeProperty>> {
  const overrides = memberOf(node, 'overrides') ?? []
  return new Map(overrides.map(({ id, overriddenFields }) => [id, new Set(overriddenFields)]))
}

function isDrawing(node: BaseNode): node is SceneNode {
  return isLayer(node) && isSealed(node)
}

function isInstance(node: BaseNode): node is InstanceNode {
  return node.type === 'INSTANCE'
}

/** Hidden, locked, a mask, of which nothing shows, or removed while Figma had its turn. */
function isOutOfSight(node: BaseNode): boolean {
  return (
    node.removed ||
    !!memberOf(node, 'isMask') ||
    memberOf(node, 'opacity') === 0 ||
    memberOf(node, 'visible') === false ||
    !!memberOf(node, 'locked')
  )
}
