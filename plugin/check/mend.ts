import type { FoundAsset } from '../../shared/check.ts'
import { isLocked } from '../locked.ts'
import { holdsVectors } from '../placement/edited.ts'
import { aspectOf } from '../placement/fingerprint.ts'
import { findLayer } from '../layer.ts'
import { fillsOf, isPicture, setFills } from '../placement/paints.ts'
import { readAspect, writeProvenance } from '../placement/provenance.ts'
import { isVectorHolder } from '../placement/template.ts'
import { yieldIfDue } from '../yield-if-due.ts'

/** See `check:mend`. Leaves what is gone or locked, or that Figma refuses. */
export async function mendAssets(
  figma: Pick<PluginAPI, 'getNodeByIdAsync'>,
  assets: readonly FoundAsset[],
): Promise<number> {
  let mended = 0
  for (const { problem, layer, aspect } of assets) {
    const { nodeId, provenance } = layer
    await yieldIfDue()
    const node = await findLayer(figma, nodeId)
    if (!node || isLocked(node)) continue
    try {
      if (problem === 'copy') {
        // Of what shows the picture only that is Cliquify's: what lies in a frame stays its owner's.
        const isDrawing = isVectorHolder(node) && !fillsOf(node).some(isPicture)
        // What was stretched is then found as such.
        writeProvenance(node, isDrawing ? provenance : { ...provenance, fill: true }, aspect)
      } else await unstretch(node)
      mended++
    } catch {
      // What Figma refuses is still found by the next look.
    }
  }
  return mended
}

async function unstretch(node: SceneNode): Promise<void> {
  if (holdsVectors(node)) {
    const aspect = aspectOf(node)
    node.resize(node.width, (node.height * aspect) / (readAspect(node) ?? aspect))
  } else if ('fills' in node) {
    await setFills(
      node,
      fillsOf(node).map((paint) => {
        if (paint.type !== 'IMAGE' || paint.scaleMode !== 'CROP') return paint
        const { imageTransform: _stretched, ...rest } = paint
        return { ...rest, scaleMode: 'FILL' }
      }),
    )
  }
}
