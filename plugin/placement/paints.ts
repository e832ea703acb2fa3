import type { Rollback } from './rollback.ts'

/** A picture or a video among the paints of a layer. */
export function isPicture(paint: Paint): paint is ImagePaint | VideoPaint {
  return paint.type === 'IMAGE' || paint.type === 'VIDEO'
}

/** Paints that are set by hand end the link to a style, so that comes back as well. */
export async function changeFills(
  rollback: Rollback,
  node: SceneNode & MinimalFillsMixin,
  next: readonly Paint[],
): Promise<void> {
  const { fills, fillStyleId } = node
  rollback.add(async () => {
    if (typeof fills !== 'symbol') await setFills(node, fills)
    if (typeof fillStyleId === 'string' && fillStyleId !== '') {
      await node.setFillStyleIdAsync(fillStyleId)
    }
  })
  await setFills(node, next)
}

/** Figma has to load what a pattern repeats, so it refuses to have patterns assigned. */
async function setFills(node: MinimalFillsMixin, fills: readonly Paint[]): Promise<void> {
  if (fills.some(({ type }) => type === 'PATTERN')) await node.setFillsAsync(fills)
  else node.fills = fills
}
