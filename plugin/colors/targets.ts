import type { ColorUse } from '../../shared/sync.ts'
import { fillsOf, isPicture, isShown } from '../placement/paints.ts'
import { isPlaced, isSealed } from '../placement/provenance.ts'
import { templatePicture } from '../placement/template.ts'

/** What takes a color: of a layer its fill or stroke, or the fill of a part of its text. */
export interface Target {
  /** The one that it has now; a symbol where there are several. */
  readonly styleId: () => string | symbol
  readonly repaint: (paints: readonly Paint[]) => void
  readonly restyle: (styleId: string) => Promise<void>
}

/** Why a color changes nothing of a layer. */
export type Untaken =
  | 'unable'
  /** Vectors that were placed, of several colors: which of them is meant, nobody has said. */
  | 'many-colored'
  /** It would be gone behind the color. */
  | 'picture'

/** What a color would change of one selected layer. */
export type Taking = readonly Target[] | Untaken

function targetOf(node: SceneNode, as: ColorUse['as']): Target | null {
  if (as === 'fill') {
    if (!('fills' in node)) return null
    return {
      styleId: () => node.fillStyleId,
      repaint: (paints) => (node.fills = paints),
      restyle: (styleId) => node.setFillStyleIdAsync(styleId),
    }
  }
  if (!('strokes' in node)) return null
  return {
    styleId: () => node.strokeStyleId,
    repaint: (paints) => (node.strokes = paints),
    restyle: (styleId) => node.setStrokeStyleIdAsync(styleId),
  }
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
  if (as === 'fill' && selectedText?.node.id === node.id) {
    const { start, end } = selectedText
    if (node.type === 'TEXT' && start < end) {
      return [
        {
          styleId: () => node.getRangeFillStyleId(start, end),
          repaint: (paints) => node.setRangeFills(start, end, [...paints]),
          restyle: (styleId) => node.setRangeFillStyleIdAsync(start, end, styleId),
        },
      ]
    }
  }
  if (as === 'fill' && 'children' in node && isSealed(node)) return takingOfVectors(node)
  if (as === 'fill' && !use.overPictures && showsPicture(node)) return 'picture'
  const target = targetOf(templatePicture(node) ?? node, as)
  return target ? [target] : 'unable'
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
  if (as === 'stroke') return 'strokes' in node ? node.strokes.filter(isShown) : []
  if (!('fills' in node)) return []
  return typeof node.fills === 'symbol' ? [null] : node.fills.filter(isShown)
}

/** The color of a paint whatever its opacity; for what has no single color, another text each. */
function colorText(paint: Paint | null): string {
  return paint?.type === 'SOLID' ? JSON.stringify(paint.color) : JSON.stringify([paint])
}
