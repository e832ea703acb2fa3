import type { Size } from '../../shared/placement.ts'
import { isOfType } from '../is-of-type.ts'
import { memberOf } from '../member-of.ts'
import type { Rollback } from './rollback.ts'

/** A picture or video that Figma keeps, to be shown as a paint. */
export interface Painted {
  readonly type: 'image' | 'video'
  readonly hash: string
  readonly size: Size
}

/** A picture or a video among the paints of a layer. */
export function isPicture(paint: Paint): paint is ImagePaint | VideoPaint {
  return isOfType(paint, 'IMAGE', 'VIDEO')
}

/** Whether the paint is seen, by its own settings. */
export function isShown({ visible, opacity }: Paint): boolean {
  return visible !== false && opacity !== 0
}

/** Whether it covers what is below by its opacity alone. */
export function isNormal(paint: Paint): boolean {
  return (paint.blendMode ?? 'NORMAL') === 'NORMAL'
}

/** What a layer is filled with; nothing where it has no fills, or not the same everywhere. */
export function fillsOf(node: SceneNode | null): readonly Paint[] {
  const fills = node && memberOf(node, 'fills')
  return fills && typeof fills !== 'symbol' ? fills : []
}

export function paintOf(
  { type, hash }: Painted,
  scaleMode: ImagePaint['scaleMode'] = 'FILL',
): ImagePaint | VideoPaint {
  return type === 'video'
    ? { type: 'VIDEO', scaleMode, videoHash: hash }
    : { type: 'IMAGE', scaleMode, imageHash: hash }
}

/** The paint for another picture or video in place of this one, with its crop and filters. */
export function paintInPlaceOf(
  shown: ImagePaint | VideoPaint,
  content: Painted,
): ImagePaint | VideoPaint {
  const next = paintOf(content, shown.scaleMode)
  // Of one kind all is carried; Figma refuses members of the other, or that are undefined.
  if (shown.type === next.type) return { ...shown, ...next }
  if (shown.type === 'IMAGE') {
    const { imageHash: _replaced, imageTransform: videoTransform, ...rest } = shown
    return { ...rest, ...next, ...(videoTransform && { videoTransform }) }
  }
  const { videoHash: _replaced, videoTransform: imageTransform, ...rest } = shown
  return { ...rest, ...next, ...(imageTransform && { imageTransform }) }
}

/** Paints that are set by hand end the link to a style, so that comes back as well. */
export async function changeFills(
  rollback: Rollback,
  node: SceneNode & MinimalFillsMixin,
  next: readonly Paint[],
): Promise<void> {
  const { fills } = node
  const fillStyleId = memberOf(node, 'fillStyleId')
  rollback.add(async () => {
    if (typeof fills !== 'symbol') await setFills(node, fills)
    if (typeof fillStyleId === 'string' && fillStyleId) {
      await node.setFillStyleIdAsync(fillStyleId)
    }
  })
  await setFills(node, next)
}

/** Figma has to load what a pattern repeats, so it refuses to have patterns assigned. */
export async function setFills(node: MinimalFillsMixin, fills: readonly Paint[]): Promise<void> {
  if (fills.some(({ type }) => type === 'PATTERN')) await node.setFillsAsync(fills)
  else node.fills = fills
}
