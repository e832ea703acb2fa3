import { Trouble } from '../../shared/trouble.ts'
import { isPicture } from './paints.ts'
import { readProvenance } from './provenance.ts'

/**
 * Whether nothing that people gave the layer is lost where vectors take its place: they have no crop,
 * no filters and no corners, and are no mask.
 */
export function isPlainPicture(node: SceneNode): node is RectangleNode {
  if (node.type !== 'RECTANGLE' || readProvenance(node)?.fill === true) return false
  const { fills, strokes } = node
  if (typeof fills === 'symbol' || fills.length !== 1 || strokes.length > 0) return false
  const [paint] = fills
  if (paint === undefined || !isPicture(paint)) return false
  if (paint.scaleMode === 'CROP' || paint.scaleMode === 'TILE') return false
  const { visible = true, opacity = 1, blendMode = 'NORMAL' } = paint
  if (!visible || opacity !== 1 || blendMode !== 'NORMAL') return false
  const filtered = Object.values(paint.filters ?? {}).some((value) => value !== 0)
  return !filtered && node.cornerRadius === 0 && !node.isMask
}

/** What to throw where vectors are wanted of a layer that would lose something with them. */
export function pictureOnly({ id, name }: SceneNode): Trouble {
  return new Trouble({
    kind: 'picture-only',
    message: `“${name}” can show a picture only. Try placing it as a picture.`,
    details: id,
  })
}
