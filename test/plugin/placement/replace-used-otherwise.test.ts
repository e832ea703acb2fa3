import { describe, expect, it } from 'vitest'
import { readProvenance } from '../../../plugin/placement/provenance.ts'
import { openFile } from '../../figma/file.ts'
import { imageOf, NEXT, openPlaced, replaceBy } from './open-placed.ts'
import { LOGO, patternOf, png, svg } from './samples.ts'

describe('an update of a layer that is not only the asset’s own', () => {
  it('of a shape that shows it as its fill swaps the image only', async () => {
    const { figma } = openFile()
    const shape = figma.createEllipse()
    shape.fills = [{ type: 'IMAGE', imageHash: imageOf(figma, 1), scaleMode: 'FIT' }]
    shape.setSharedPluginData('cliquify', 'asset', JSON.stringify({ ...LOGO, fill: true }))
    await replaceBy(figma, shape.id, png(90, 90, 2))
    expect(shape.fills).toMatchObject([{ scaleMode: 'FIT', imageHash: imageOf(figma, 2, 90) }])
    expect(readProvenance(shape)).toEqual({ ...NEXT, fill: true })
    await expect(replaceBy(figma, shape.id, svg(10, 10))).rejects.toMatchObject({
      kind: 'picture-only',
    })
  })

  it('of a frame that shows it as its fill leaves alone what is in the frame', async () => {
    const { figma } = openFile()
    const frame = figma.createFrame()
    frame.appendChild(figma.createRectangle())
    frame.fills = [{ type: 'IMAGE', imageHash: imageOf(figma, 1), scaleMode: 'FILL' }]
    frame.setSharedPluginData('cliquify', 'asset', JSON.stringify({ ...LOGO, fill: true }))
    await replaceBy(figma, frame.id, png(90, 90, 2))
    expect(frame.children).toHaveLength(1)
    expect(frame.fills).toMatchObject([{ imageHash: imageOf(figma, 2, 90) }])
  })

  it('of vectors that were made a component keeps the component', async () => {
    const { figma } = openFile()
    const component = figma.createComponent()
    component.appendChild(figma.createRectangle())
    component.setSharedPluginData('cliquify', 'asset', JSON.stringify(LOGO))
    await replaceBy(figma, component.id, svg(90, 90))
    expect(component.removed).toBe(false)
    expect(component.children.map(({ type }) => type)).toEqual(['VECTOR'])
  })

  it.each([
    ['is cropped', { scaleMode: 'CROP' as const }],
    ['has filters', { filters: { saturation: -1 } }],
  ])('of a picture that %s asks for a picture, as vectors have none of that', async (_, given) => {
    const { node, update, now } = await openPlaced(png(60, 40))
    const [image] = node.fills as readonly Paint[]
    if (image?.type !== 'IMAGE') throw new Error('no image')
    node.fills = [{ ...image, ...given }]
    await expect(update(svg(90, 90))).rejects.toMatchObject({ kind: 'picture-only' })
    expect(now().fills).toMatchObject([given])
  })

  it('keeps a pattern that lies over the picture', async () => {
    const { figma, node, update, now } = await openPlaced(png(60, 40))
    const pattern = patternOf(figma.createRectangle())
    await node.setFillsAsync([...(node.fills as readonly Paint[]), pattern])
    await update(png(90, 90))
    expect(now().fills).toMatchObject([{ type: 'IMAGE' }, { type: 'PATTERN' }])
    expect(readProvenance(now())).toEqual(NEXT)
  })

  it('keeps the paints that lie around the picture when it becomes vectors', async () => {
    const { node, update, now } = await openPlaced(svg(60, 40))
    node.fills = [{ type: 'SOLID', color: { r: 1, g: 1, b: 1 } }]
    await update(png(60, 40))
    expect(now().fills).toMatchObject([{ type: 'SOLID' }, { type: 'IMAGE' }])
    await update(svg(60, 40))
    expect(now().fills).toMatchObject([{ type: 'SOLID' }])
  })
})
