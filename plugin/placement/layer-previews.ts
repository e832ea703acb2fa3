import type { LayerPreview } from '../../shared/update.ts'
import { ifAbleLater } from '../if-able.ts'
import { holdsVectors, isEdited } from './edited.ts'
import { findLayer } from '../layer.ts'
import { fillsOf } from './paints.ts'

/** Pixels: twice as wide as it is shown. */
const SIDE = 96

/** More than this is not sent to be shown small. */
const MOST_BYTES = 2_000_000

/** Placed layers as they are now; leaves out those that are gone. */
export async function previewLayers(
  figma: Pick<PluginAPI, 'getNodeByIdAsync' | 'getImageByHash'>,
  nodeIds: readonly string[],
): Promise<LayerPreview[]> {
  const previews: LayerPreview[] = []
  for (const nodeId of nodeIds) {
    const node = await findLayer(figma, nodeId)
    if (!node) continue
    const picture = (await exported(node, SIDE)) ?? (await shown(figma, node))
    if (!node.removed)
      previews.push({ nodeId, picture, edited: holdsVectors(node) && isEdited(node) })
  }
  return previews
}

/** The layer as Figma draws it, a PNG whose longer side has so many pixels. */
export async function exported(node: SceneNode, side: number): Promise<Uint8Array | null> {
  const type = node.width >= node.height ? 'WIDTH' : 'HEIGHT'
  const png = await ifAbleLater(() =>
    node.exportAsync({ format: 'PNG', constraint: { type, value: side } }),
  )
  // Figma draws no layer that is invisible.
  return png ?? null
}

/** The image that the layer shows. */
async function shown(
  figma: Pick<PluginAPI, 'getImageByHash'>,
  node: SceneNode,
): Promise<Uint8Array | null> {
  for (const paint of fillsOf(node)) {
    if (paint.type !== 'IMAGE' || paint.imageHash === null) continue
    const { imageHash } = paint
    const bytes = await ifAbleLater(() => figma.getImageByHash(imageHash)?.getBytesAsync())
    return bytes && bytes.byteLength <= MOST_BYTES ? bytes : null
  }
  return null
}
