import type { ColorUse } from '../../shared/protocol.ts'
import { fillsOf, isPicture } from '../placement/paints.ts'
import { isPlaced, isSealed } from '../placement/provenance.ts'
import { templatePicture } from '../placement/template.ts'

/** What takes a color: of a layer its fill or stroke, or the fill of a part of its text. */
export type Target =
  | { readonly type: 'layer'; readonly node: SceneNode; readonly as: ColorUse['as'] }
  | { readonly type: 'text'; readonly node: TextNode; readonly start: number; readonly end: number }

/** What a color would change of one selected layer, or why it changes nothing of it. */
export type Taking =
  | { readonly type: 'takes'; readonly targets: readonly Target[] }
  | { readonly type: 'unable' }
  /** Vectors that were placed, of several colors: which of them is meant, nobody has said. */
  | { readonly type: 'many-colored' }
  /** It would be gone behind the color. */
  | { readonly type: 'picture' }

/** A style by its id, or paints where there is none. */
export async function put(
  target: Target,
  styleId: string | null,
  paints: readonly Paint[],
): Promise<void> {
  if (target.type === 'text') {
    const { node, start, end } = target
    if (styleId === null) node.setRangeFills(start, end, [...paints])
    else await node.setRangeFillStyleIdAsync(start, end, styleId)
    return
  }
  const { node, as } = target
  if (as === 'fill' && 'fills' in node) {
    if (styleId === null) node.fills = paints
    else if (node.fillStyleId !== styleId) await node.setFillStyleIdAsync(styleId)
  } else if (as === 'stroke' && 'strokes' in node) {
    if (styleId === null) node.strokes = paints
    else if (node.strokeStyleId !== styleId) await node.setStrokeStyleIdAsync(styleId)
  }
}

/**
 * What of a layer takes the color. Of a text that is being edited, what is selected of it. Of placed
 * vectors, the shapes, where they have one color: a fill of their frame would lie behind the picture.
 */
export function takingOf(
  node: SceneNode,
  { as, overPictures }: Pick<ColorUse, 'as' | 'overPictures'>,
  selectedText: PageNode['selectedTextRange'],
): Taking {
  if (as === 'fill' && selectedText?.node.id === node.id) {
    const { start, end } = selectedText
    if (node.type === 'TEXT' && start < end) {
      return { type: 'takes', targets: [{ type: 'text', node, start, end }] }
    }
  }
  if (as === 'fill' && 'children' in node && isSealed(node)) return takingOfVectors(node)
  if (as === 'fill' && overPictures !== true && showsPicture(node)) return { type: 'picture' }
  const isAble = (as === 'fill' ? 'fills' : 'strokes') in node
  const target = templatePicture(node) ?? node
  return isAble
    ? { type: 'takes', targets: [{ type: 'layer', node: target, as }] }
    : { type: 'unable' }
}

/** A picture or a video among its fills, also one that stands in for what is on its way. */
function showsPicture(node: SceneNode): boolean {
  return isPlaced(node) || fillsOf(node).some((paint) => isShown(paint) && isPicture(paint))
}

function takingOfVectors(holder: SceneNode & ChildrenMixin): Taking {
  const colors = new Set<string>()
  const targets: Target[] = []
  for (const node of holder.findAll((each) => each.visible)) {
    // What a mask is filled with shows nowhere.
    if ('isMask' in node && node.isMask) continue
    for (const as of ['fill', 'stroke'] as const) {
      const shown = shownPaints(node, as)
      if (shown.length > 0) targets.push({ type: 'layer', node, as })
      for (const paint of shown) colors.add(colorText(paint))
    }
  }
  if (targets.length === 0) return { type: 'unable' }
  return colors.size === 1 ? { type: 'takes', targets } : { type: 'many-colored' }
}

function shownPaints(node: SceneNode, as: ColorUse['as']): readonly (Paint | null)[] {
  if (as === 'stroke') return 'strokes' in node ? node.strokes.filter(isShown) : []
  if (!('fills' in node)) return []
  return typeof node.fills === 'symbol' ? [null] : node.fills.filter(isShown)
}

function isShown({ visible, opacity }: Paint): boolean {
  return visible !== false && opacity !== 0
}

/** The color of a paint whatever its opacity; for what has no single color, another text each. */
function colorText(paint: Paint | null): string {
  return paint?.type === 'SOLID' ? JSON.stringify(paint.color) : JSON.stringify([paint])
}
