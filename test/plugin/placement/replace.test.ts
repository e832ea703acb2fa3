import { describe, expect, it } from 'vitest'
import type { Content, Provenance } from '../../../shared/protocol.ts'
import { placeOne as place } from './place-one.ts'
import { readProvenance } from '../../../plugin/placement/provenance.ts'
import { replace } from '../../../plugin/placement/replace.ts'
import { openFile } from '../../figma/file.ts'
import { LOGO, png, svg } from './samples.ts'

const NEXT: Provenance = { ...LOGO, version: '2026-02-02T00:00:00Z', name: 'Acme logo 2026' }

async function open(content: Content) {
  const file = openFile()
  const { figma } = file
  const frame = figma.createFrame()
  frame.resize(400, 400)
  const { nodeId } = await place(figma, { content, provenance: LOGO, at: { type: 'view' } })
  const node = await figma.getNodeByIdAsync(nodeId)
  if (node?.type !== 'RECTANGLE' && node?.type !== 'FRAME') throw new Error('not placed')
  frame.appendChild(node)
  frame.appendChild(figma.createRectangle())
  node.resize(120, 80)
  node.x = 30
  node.y = 40
  node.constraints = { horizontal: 'MAX', vertical: 'SCALE' }
  const update = (next: Content) => replace(figma, nodeId, next, NEXT)
  const now = () => {
    const child = frame.children[0]
    if (child?.type !== 'RECTANGLE' && child?.type !== 'FRAME') throw new Error('lost')
    return child
  }
  return { file, figma, frame, node, update, now }
}

const BOX = { x: 30, y: 40, width: 120, height: 80 }

function boxOf({ x, y, width, height }: SceneNode) {
  return { x, y, width, height }
}

describe('an update in place', () => {
  it.each([
    ['picture by picture', png(60, 40, 1), png(90, 90, 2)],
    ['vectors by vectors', svg(60, 40), svg(90, 90)],
    ['vectors by a picture', svg(60, 40), png(90, 90)],
    ['a picture by vectors', png(60, 40), svg(90, 90)],
  ])('of %s keeps box, place and constraints, and marks the new version', async (_, old, next) => {
    const { frame, update, now } = await open(old)
    await update(next)
    expect(frame.children).toHaveLength(2)
    expect(boxOf(now())).toEqual(BOX)
    expect(now().constraints).toEqual({ horizontal: 'MAX', vertical: 'SCALE' })
    expect(readProvenance(now())).toEqual(NEXT)
    expect(now().getRelaunchData()).toEqual({ 'update-assets': '', open: '' })
    expect(now().name).toBe('Acme logo 2026')
  })

  it('keeps the layer itself, except where a picture becomes vectors', async () => {
    for (const [old, next] of [
      [png(60, 40), png(60, 40, 9)],
      [svg(60, 40), svg(60, 40, '#00f')],
      [svg(60, 40), png(60, 40)],
    ] as const) {
      const { node, update, now } = await open(old)
      await update(next)
      expect(now().id).toBe(node.id)
    }
  })

  it('of a picture swaps only the image, with its crop and what lies over it', async () => {
    const { node, update, now } = await open(png(60, 40, 1))
    const [image] = node.fills as readonly Paint[]
    if (image?.type !== 'IMAGE') throw new Error('no image')
    const crop: Transform = [
      [0.5, 0, 0.1],
      [0, 0.5, 0.2],
    ]
    const veil: Paint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 }, opacity: 0.2 }
    node.fills = [{ ...image, scaleMode: 'CROP', imageTransform: crop, opacity: 0.9 }, veil]
    const before = node.fills
    await update(png(60, 40, 2))
    const after = now().fills as readonly Paint[]
    const [shown] = after
    if (shown?.type !== 'IMAGE') throw new Error('no image')
    expect(shown.imageHash).not.toBe(image.imageHash)
    expect([{ ...shown, imageHash: image.imageHash }, after[1]]).toEqual(before)
  })

  it('of vectors shows only the new ones, fitted undistorted into the middle', async () => {
    const { update, now } = await open(svg(60, 40))
    await update(svg(10, 10, '#00f'))
    const node = now()
    if (node.type !== 'FRAME') throw new Error('no frame')
    expect(node.children.map(boxOf)).toEqual([{ x: 20, y: 0, width: 80, height: 80 }])
  })

  it('of vectors by a picture leaves no vectors, and back again no picture', async () => {
    const { update, now } = await open(svg(60, 40))
    await update(png(60, 40))
    expect(now()).toMatchObject({ children: [], fills: [{ type: 'IMAGE', scaleMode: 'FIT' }] })
    await update(svg(60, 40))
    expect(now()).toMatchObject({ children: [{ type: 'VECTOR' }], fills: [] })
  })

  it('keeps a name that someone gave by hand', async () => {
    const { node, update, now } = await open(svg(60, 40))
    node.name = 'Header mark'
    await update(svg(60, 40))
    expect(now().name).toBe('Header mark')
  })

  it('lets the selection follow where the layer is another one', async () => {
    const { file, node, update, now } = await open(png(60, 40))
    file.select([node.id])
    await update(svg(60, 40))
    expect(now().id).not.toBe(node.id)
    expect(file.snapshot().selection).toEqual([now().id])
  })

  it('leaves nothing behind on the page', async () => {
    const { figma, frame, update } = await open(svg(60, 40))
    await update(svg(90, 90))
    expect(figma.currentPage.children.map(({ id }) => id)).toEqual([frame.id])
  })

  it('is one undo step', async () => {
    const { file, figma, update, now } = await open(svg(60, 40))
    figma.commitUndo()
    await update(svg(90, 90))
    figma.createRectangle()
    file.undo()
    file.undo()
    expect(readProvenance(now())).toEqual(LOGO)
    expect(now().name).toBe(LOGO.name)
  })
})

describe('an update that cannot be', () => {
  it('of a layer that is gone writes nothing', async () => {
    const { file, figma, node } = await open(png(60, 40))
    file.edit({ type: 'remove-node', id: node.id })
    file.clearWrites()
    await expect(replace(figma, node.id, png(60, 40), NEXT)).rejects.toMatchObject({ code: 'gone' })
    expect(file.writes()).toEqual([])
  })

  it('inside an instance writes nothing and names the component', async () => {
    const { file, figma, node } = await open(png(60, 40))
    const component = figma.createComponent()
    component.appendChild(node)
    const part = component.createInstance().children[0]
    file.clearWrites()
    await expect(replace(figma, part?.id ?? '', png(60, 40), NEXT)).rejects.toMatchObject({
      code: 'in-instance',
      message: expect.stringContaining('main component') as string,
    })
    expect(file.writes()).toEqual([])
  })

  it.each([
    ['image-refused', png(5000, 10)],
    ['svg-refused', { type: 'vector', svg: 'no' } as const],
  ])('for its content writes nothing: %s', async (code, content) => {
    const { file, update, now } = await open(png(60, 40))
    file.clearWrites()
    await expect(update(content)).rejects.toMatchObject({ code })
    expect(file.writes()).toEqual([])
    expect(readProvenance(now())).toEqual(LOGO)
  })

  it.each([2, 3, 4])('at write %i leaves the old vectors alone', async (k) => {
    const { file, figma, frame, update, now } = await open(svg(60, 40))
    const before = now().id
    file.failWrite(k)
    await expect(update(svg(30, 30))).rejects.toMatchObject({ code: 'replace-failed' })
    expect(now().id).toBe(before)
    expect(now()).toMatchObject({ children: [{ type: 'VECTOR' }] })
    expect(figma.currentPage.children.map(({ id }) => id)).toEqual([frame.id])
  })
})
