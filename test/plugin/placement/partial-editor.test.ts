import { describe, expect, it } from 'vitest'
import { readProvenance } from '../../../plugin/placement/provenance.ts'
import { find, open } from './open-placement.ts'
import { LOGO, png, svg } from './samples.ts'

/** What editors that run Figma's plugins may lack of nodes. */
const LACKING = [
  ['buttons of plugins', ['setRelaunchData', 'getRelaunchData']],
  ['auto layout', ['layoutMode', 'paddingLeft', 'paddingRight', 'paddingTop', 'paddingBottom']],
  ['transforms', ['absoluteTransform']],
  ['pages that are loaded', ['loadAsync']],
] as const

describe.each(LACKING)('in an editor without %s', (_, lacking) => {
  it.each([
    ['a picture', png(60, 40)],
    ['vectors', svg(60, 40)],
  ])('%s is placed on the page and into a frame, and marked', async (_what, content) => {
    const { figma, put, file } = open({ lacking })
    const onPage = await put(content)
    const frame = figma.createFrame()
    frame.resize(400, 200)
    figma.currentPage.selection = [frame]
    const inFrame = await put(content)
    for (const { nodeId } of [onPage, inFrame]) {
      const node = await figma.getNodeByIdAsync(nodeId)
      expect(node && readProvenance(node)).toMatchObject({ assetId: LOGO.assetId })
    }
    expect(inFrame.parentName).toBe('Frame')
    expect(find(file, inFrame.nodeId)).toMatchObject({ x: 170, y: 80, width: 60, height: 40 })
  })
})
