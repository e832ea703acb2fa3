import { childrenOf } from '../children-of.ts'
import { isOfType, SHAPES } from '../is-of-type.ts'
import { isLaidOut } from './auto-layout.ts'
import { fingerprintOf, isSameContent } from './fingerprint.ts'
import { fillsOf, isPicture } from './paints.ts'
import { readFingerprint, readProvenance } from './provenance.ts'
import { isVectorHolder, type VectorHolder } from './template.ts'

/** Whether the layer holds an asset's vectors, rather than showing it as a fill. */
export function holdsVectors(node: SceneNode): node is VectorHolder {
  return isVectorHolder(node, readProvenance(node)?.fill)
}

/** Whether it is what SVG becomes in Figma. */
export function isFromSvg(node: SceneNode): boolean {
  return isOfType(node, ...SHAPES, 'FRAME', 'GROUP', 'LINE', 'TEXT')
}

/**
 * Whether a layer that is marked as placed holds anything but an asset's vectors as they were placed:
 * somebody has changed those, has put something beside them, or has marked a layer of their own. The
 * mark is a note in the file, which everyone who may edit that can write. So where it does not say
 * what was placed (as the first version did not), nothing shows that it was; and where it does, no
 * layer may be of a kind that SVG never becomes, whatever it says. What else was drawn by hand and
 * then noted as it is, nothing in the file tells from what was placed.
 */
export function isEdited(holder: VectorHolder): boolean {
  const last = readFingerprint(holder)
  if (last === null) return holder.children.length > 0
  return (
    !isSameContent(last, fingerprintOf(holder)) ||
    holder.children.some(isFromElsewhere) ||
    isLaidOut(holder)
  )
}

function isFromElsewhere(node: SceneNode): boolean {
  if (!isFromSvg(node) || readProvenance(node) || isLaidOut(node)) return true
  if (fillsOf(node).some(isPicture)) return true
  return childrenOf(node).some(isFromElsewhere)
}
