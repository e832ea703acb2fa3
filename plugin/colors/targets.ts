import type { ColorUse } from '../../shared/sync.ts'
import { memberOf } from '../member-of.ts'
import { fillsOf, isPicture, isShown } from '../placement/paints.ts'
import { isPlaced, isSealed } from '../placement/provenance.ts'
import { templatePicture } from '../placement/template.ts'
import { fillOf, rangeFillOf, strokeOf, type Paintable } from './paintable.ts'

/** Why a color changes nothing of a layer. */
export type Untaken =
  | 'unable'
  /** Vectors that were placed, of several colors: which of them is meant, nobody has said. */
  | 'many-colored'
  /** It would be gone behind the color. */
  | 'picture'

/** What a color would change of one selected layer. */
export type Taking = readonly Paintable[] | Untaken

function targetOf(node: SceneNode, as: ColorUse['as']): Paintable | null {
  if (as === 'fill') return 'fills' in node ? fillOf(node) : null
  return 'strokes' in node ? strokeOf(node) : null
}

/**
 * What of a layer takes the color. Of a text that is being edited, what is selected of it. Of placed
 * vectors, the shapes, where they have one color: a fill of their frame would lie behind the picture.
 */
export function takingOf(
  node: SceneNode,
  use: Pick<ColorUse, 'as' | 'overPictures'>,
  selectedText: PageNode['selectedTextRange'],
): Taking {
  const { as } = use
  if (as === 'fill') {
    if (selectedText?.node.id === node.id && node.type === 'TEXT') {
      const { start, end } = selectedText
      if (start < end) return [rangeFillOf(node, start, end)]
    }
    if ('children' in node && node.children.length > 0 && isSealed(node)) {
      return takingOfVectors(node)
    }
    if (!use.overPictures && showsPicture(node)) return 'picture'
  }
  const target = targetOf(templatePicture(node) ?? node, as)
  return target ? [target] : 'unable'
}

/** A picture or a video among its fills, also one that stands in for what is on its way. */
function showsPicture(node: SceneNode): boolean {
  return isPlaced(node) || fillsOf(node).some((paint) => isShown(paint) && isPicture(paint))
}

function takingOfVectors(holder: SceneNode & ChildrenMixin): Taking {
  const colors = new Set<string>()
  const targets: Paintable[] = []
  for (const node of holder.findAll((each) => each.visible)) {
    // What a mask is filled with shows nowhere.
    if (memberOf(node, 'isMask')) continue
    for (const as of ['fill', 'stroke'] as const) {
      const shown = shownPaints(node, as)
      const target = shown.length > 0 ? targetOf(node, as) : null
      if (target) targets.push(target)
      for (const paint of shown) colors.add(colorText(paint))
    }
  }
  if (targets.length === 0) return 'unable'
  return colors.size === 1 ? targets : 'many-colored'
}

/** Those that are seen; null stands for fills that are not the same everywhere. */
export function shownPaints(node: SceneNode, as: ColorUse['as']): readonly (Paint | null)[] {
  const paints = memberOf(node, as === 'fill' ? 'fills' : 'strokes') ?? []
  return typeof paints === 'symbol' ? [null] : paints.filter(isShown)
}

/** The color of a paint whatever its opacity; for what has no single color, another text each. */
function colorText(paint: Paint | null): string {
  return JSON.stringify(paint?.type === 'SOLID' ? paint.color : [paint])
}
