import { fingerprintOf, isSameContent } from './fingerprint.ts'
import { readFingerprint, readProvenance } from './provenance.ts'

/** A layer that holds vectors. */
export type VectorHolder = FrameNode | ComponentNode

/** Whether the layer holds an asset's vectors, rather than showing it as a fill. */
export function holdsVectors(node: SceneNode): node is VectorHolder {
  return (node.type === 'FRAME' || node.type === 'COMPONENT') && readProvenance(node)?.fill !== true
}

/** What no SVG becomes, so that somebody has put it there. */
const BY_HAND: readonly SceneNode['type'][] = ['TEXT', 'INSTANCE', 'COMPONENT', 'SECTION']

/** Whether somebody has changed the vectors inside a placed layer, or put something beside them. */
export function isEdited(node: VectorHolder): boolean {
  const last = readFingerprint(node)
  if (last !== null) return !isSameContent(last, fingerprintOf(node))
  // Placed before that was noted: only what is surely by hand can be told.
  return node.children.some(
    (child) => BY_HAND.includes(child.type) || readProvenance(child) !== null,
  )
}
