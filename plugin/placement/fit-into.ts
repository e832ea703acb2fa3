import type { Size } from '../../shared/protocol.ts'

const MIN_SCALE = 0.01

/**
 * Scales vectors so that they just fit into the size, and tells how far they must move to lie in
 * its middle.
 */
export function fitInto(vector: FrameNode, { width, height }: Size): { dx: number; dy: number } {
  const scale = Math.max(MIN_SCALE, Math.min(width / vector.width, height / vector.height))
  if (Math.abs(scale - 1) > 1e-4) vector.rescale(scale)
  return { dx: gap(width, vector.width), dy: gap(height, vector.height) }
}

/** The margin on either side; none where only rounding differs. */
function gap(outer: number, inner: number): number {
  const margin = (outer - inner) / 2
  return Math.abs(margin) < 0.01 ? 0 : margin
}
