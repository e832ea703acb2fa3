import type { FoundAsset } from '../../shared/check.ts'
import type { Provenance } from '../../shared/placement.ts'
import { isLocked } from '../locked.ts'
import { holdsVectors } from '../placement/edited.ts'
import { aspectOf } from '../placement/fingerprint.ts'
import { findLayer } from '../placement/layer.ts'
import { fillsOf, isPicture, setFills } from '../placement/paints.ts'
import { readAspect, writeProvenance } from '../placement/provenance.ts'
import { withRollback } from '../placement/rollback.ts'
import { isVectorHolder } from '../placement/template.ts'
import { yieldIfDue } from '../yield-if-due.ts'

/** See `check:mend`. Leaves what is gone or locked, or that Figma refuses. */
export async function mendAssets(
  figma: Pick<PluginAPI, 'getNodeByIdAsync' | 'createFrame'>,
  assets: readonly FoundAsset[],
): Promise<number> {
  let mended = 0
  for (const { problem, layer, aspect } of assets) {
    const { nodeId, provenance } = layer
    await yieldIfDue()
    const node = await findLayer(figma, nodeId)
    if (!node || isLocked(node)) continue
    try {
      if (problem === 'copy' && node.type === 'GROUP') {
        await adoptGroup(figma, node, provenance, aspect)
      } else if (problem === 'copy') {
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

/** Marks the drawing of a group, in a frame of its size: only that can show another version. */
function adoptGroup(
  figma: Pick<PluginAPI, 'createFrame'>,
  group: GroupNode,
  provenance: Provenance,
  aspect: FoundAsset['aspect'],
): Promise<void> {
  return withRollback((rollback) => {
    const { parent, name, x, y, width, height } = group
    if (!parent) throw new Error(`${group.id} has no parent`)
    const index = parent.children.findIndex(({ id }) => id === group.id)
    const frame = rollback.made(figma.createFrame())
    frame.name = name
    frame.fills = []
    frame.resize(width, height)
    parent.insertChild(index, frame)
    frame.x = x
    frame.y = y
    rollback.add(() => {
      parent.insertChild(index, group)
      group.x = x
      group.y = y
    })
    frame.appendChild(group)
    group.x = group.y = 0
    writeProvenance(frame, provenance, aspect)
  })
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
