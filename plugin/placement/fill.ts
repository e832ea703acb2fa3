import type { Fill, Filled, Unfilled } from '../../shared/placement.ts'
import { isIn, type EditorHost } from '../editor-of.ts'
import { isOfType, SHAPES } from '../is-of-type.ts'
import { isLocked } from '../locked.ts'
import { withRollback } from './rollback.ts'
import { refused } from '../refused.ts'
import { outermost } from '../up-from.ts'
import { decodeContent, type ContentHost } from './content.ts'
import { changeFills, fillsOf, isPicture, paintOf } from './paints.ts'
import { isLayer } from '../layer.ts'
import { changeProvenance } from './put-content.ts'
import { templatePicture } from './template.ts'

export type FillHost = ContentHost & EditorHost & Pick<PluginAPI, 'getNodeByIdAsync' | 'buzz'>

const FILLABLE = [...SHAPES, 'FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SLIDE'] as const

/** A layer whose fill can be a picture, and which shows little but its fill. */
type Fillable = Extract<SceneNode, { readonly type: (typeof FILLABLE)[number] }>

/** Text, groups, sections, lines, what is flat as a line, and templates show no picture as their fill. */
export function isFillable(node: BaseNode): node is Fillable {
  return isOfType(node, ...FILLABLE) && node.width > 0 && node.height > 0 && !templatePicture(node)
}

/** Shows a picture as the fill of layers. Each is filled and marked, or left just as it was. */
export async function fill(
  figma: FillHost,
  { nodeIds, content, provenance }: Omit<Fill, 'batch'>,
): Promise<Filled> {
  const decoded = await decodeContent(figma, content)
  if (decoded.type === 'vector') throw new Error('vectors are no fill')
  const paint = paintOf(decoded)

  let filled = 0
  const left: Record<Unfilled, number> = { locked: 0, unable: 0, gone: 0, failed: 0 }
  let failure: unknown = null
  for (const id of nodeIds) {
    const node = await figma.getNodeByIdAsync(id)
    if (!node) left.gone += 1
    else if (!isFillable(node)) left.unable += 1
    else if (isLocked(node)) left.locked += 1
    else {
      try {
        await withRollback(async (rollback) => {
          const field = mediaFieldOf(figma, node)
          if (!field) await changeFills(rollback, node, withPicture(node.fills, paint))
          else {
            const before = fillsOf(field.node).find(isPicture)
            if (before) rollback.add(() => field.setMediaAsync(before))
            await field.setMediaAsync(paint)
          }
          changeProvenance(rollback, node, { ...provenance, fill: true })
        })
        filled += 1
      } catch (error) {
        left.failed += 1
        failure = error
      }
    }
  }
  if (filled === 0 && left.failed > 0) {
    throw refused('fill-failed', '', failure)
  }
  return { filled, left }
}

/** What a template of Buzz leaves to be changed in the layer; null where that is none of its fields. */
function mediaFieldOf(
  figma: EditorHost & Pick<PluginAPI, 'buzz'>,
  node: SceneNode,
): BuzzMediaField | null {
  if (!isIn(figma, 'buzz')) return null
  const asset = outermost(node, isLayer) ?? node
  return figma.buzz.getMediaContent(asset).find((field) => field.node?.id === node.id) ?? null
}

/**
 * The paints with the picture among them. It takes the place of the topmost visible picture, with
 * that one's opacity and blending; else of the topmost visible paint; else it lies on top. So what
 * lies above, such as a tint, and below stays as it was.
 */
export function withPicture(fills: Fillable['fills'], paint: Paint): readonly Paint[] {
  // Regions of a vector with paints of their own: the picture is for all of them.
  if (typeof fills === 'symbol') return [paint]
  const shown = fills.filter(({ visible }) => visible !== false)
  const last = shown.filter(isPicture).pop() ?? shown.pop()
  if (!last) return [...fills, paint]
  return fills.map((each) => {
    if (each !== last) return each
    if (!isPicture(each)) return paint
    const { opacity = 1, blendMode = 'NORMAL' } = each
    return { ...paint, opacity, blendMode }
  })
}
