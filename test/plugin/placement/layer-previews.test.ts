import { describe, expect, it } from 'vitest'
import { previewLayers } from '../../../plugin/placement/layer-previews.ts'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { show } from '../../../plugin/layer.ts'
import { openFile } from '../../figma/file.ts'
import { LOGO, png, svg } from './samples.ts'

function picture(figma: PluginAPI): RectangleNode {
  const content = png(60, 40)
  if (content.type !== 'image') throw new Error('no picture')
  const node = figma.createRectangle()
  const { hash } = figma.createImage(content.bytes)
  node.fills = [{ type: 'IMAGE', imageHash: hash, scaleMode: 'FILL' }]
  writeProvenance(node, LOGO)
  return node
}

describe('previews of placed layers', () => {
  it('give the picture that a layer shows, and leave out what is gone', async () => {
    const { figma } = openFile()
    const node = picture(figma)
    const content = png(60, 40)
    expect(await previewLayers(figma, [node.id, '9:9'])).toEqual([
      { nodeId: node.id, picture: content.type === 'image' && content.bytes, edited: false },
    ])
  })

  it('tell vectors that were edited by hand from those that were not', async () => {
    const { figma } = openFile()
    const content = svg(60, 40)
    const node = figma.createNodeFromSvg(content.type === 'vector' ? content.svg : '')
    writeProvenance(node, LOGO)
    node.resize(20, 90)
    expect(await previewLayers(figma, [node.id])).toMatchObject([{ edited: false }])
    node.appendChild(figma.createRectangle())
    expect(await previewLayers(figma, [node.id])).toMatchObject([{ edited: true }])
  })

  it('are there of the others where somebody deletes a layer meanwhile', async () => {
    const { figma } = openFile()
    const [gone, node] = [picture(figma), picture(figma)]
    const previews = previewLayers(figma, [gone.id, node.id])
    await Promise.resolve()
    gone.remove()
    expect((await previews).map(({ nodeId }) => nodeId)).toEqual([node.id])
  })

  it('writes nothing', async () => {
    const { figma, clearWrites, writes } = openFile()
    const node = picture(figma)
    clearWrites()
    await previewLayers(figma, [node.id])
    expect(writes()).toEqual([])
  })
})

describe('showing a layer', () => {
  it('goes to its page, and selects it', async () => {
    const { figma } = openFile()
    const node = picture(figma)
    const page = figma.createPage()
    await page.loadAsync()
    page.appendChild(node)
    await show(figma, node.id)
    expect(figma.currentPage.id).toBe(page.id)
    expect(page.selection.map(({ id }) => id)).toEqual([node.id])
  })

  it('fails for one that is gone', async () => {
    const { figma } = openFile()
    await expect(show(figma, '9:9')).rejects.toMatchObject({ kind: 'gone' })
  })
})
