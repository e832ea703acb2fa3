import type { ReviewNote } from '../../shared/design.ts'
import { ifAble } from '../if-able.ts'
import { writeNote } from '../notes.ts'
import { findLayer } from '../layer.ts'
import { REVIEW_KEY } from './designs.ts'

/** Notes where designs were sent, on them and on their buttons; leaves out those that are gone. */
export async function noteReview(
  figma: Pick<PluginAPI, 'root' | 'getNodeByIdAsync'>,
  { layers, channel, at, link }: ReviewNote,
): Promise<void> {
  if (link !== '') writeNote(figma.root, REVIEW_KEY, { link })
  for (const nodeId of layers) {
    const node = await findLayer(figma, nodeId)
    if (node === null) continue
    ifAble(() => {
      const buttons = node.getRelaunchData()
      node.setRelaunchData({ ...buttons, 'send-for-review': `In review in #${channel}` })
    })
    writeNote(node, REVIEW_KEY, { channel, at })
  }
}
