import type { DesignPicture } from '../../shared/design.ts'
import { mustFindLayer } from '../layer.ts'
import { refused } from '../refused.ts'

/** Small designs are drawn no larger than this many times. */
const MOST_SCALE = 4
/** Pixels: longer ones are not drawn in full. */
const LONGEST = 16_384

/** A PNG of a design; throws `Trouble` kinds `gone` and `draw-failed`. */
export async function drawDesign(
  figma: Pick<PluginAPI, 'getNodeByIdAsync'>,
  { nodeId, side, most }: DesignPicture,
): Promise<Uint8Array> {
  const node = await mustFindLayer(figma, nodeId)
  const { name, width, height } = node
  const longer = Math.max(width, height)
  // A long page is read by its width.
  const readable = Math.min(1, side / 2 / Math.min(width, height))
  let value = Math.min(Math.max(side / longer, readable), MOST_SCALE, LONGEST / longer)
  for (;;) {
    try {
      const png = await node.exportAsync({ format: 'PNG', constraint: { type: 'SCALE', value } })
      if (png.byteLength <= most) return png
      value *= 0.9 * Math.sqrt(most / png.byteLength)
    } catch (error) {
      throw refused('draw-failed', name, error)
    }
  }
}
