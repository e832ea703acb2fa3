import { describe, expect, it } from 'vitest'
import type { Content, Provenance } from '../../../shared/placement.ts'
import { placeOne as place } from './place-one.ts'
import { previewLayers } from '../../../plugin/placement/layer-previews.ts'
import { readProvenance, writeProvenance } from '../../../plugin/placement/provenance.ts'
import { replace } from '../../../plugin/placement/replace.ts'
import { openFile } from '../../figma/file.ts'
import { LOGO, patternOf, png, svg } from './samples.ts'

const NEXT: Provenance = { ...LOGO, version: '2026-02-02T00:00:00Z', name: 'Acme logo 2026' }

function replaceBy(figma: PluginAPI, nodeId: string, content: Content): Promise<void> {
  return replace(figma, { nodeId, content, provenance: NEXT, edits: 'overwrite' })
}

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
  const update = (next: Content) => replaceBy(figma, nodeId, next)
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

  it('keeps all that the layer was given by hand also where it is another one', async () => {
    const given = {
      rotation: 30,
      opacity: 0.5,
      blendMode: 'MULTIPLY',
      effects: [{ type: 'LAYER_BLUR', blurType: 'NORMAL', radius: 3, visible: true }],
      visible: false,
      x: 30,
      y: 40,
    } as const
    const { node, update, now } = await open(png(60, 40))
    Object.assign(node, given)
    await update(svg(60, 40))
    expect(now().id).not.toBe(node.id)
    const { rotation, opacity, blendMode, effects, visible, x, y } = now()
    expect({ rotation, opacity, blendMode, effects, visible, x, y }).toEqual(given)
  })

  it('keeps what auto layout was told of the layer also where it is another one', async () => {
    const ways = [
      { layoutPositioning: 'ABSOLUTE' },
      { layoutGrow: 1 },
      { layoutAlign: 'STRETCH' },
    ] as const
    for (const way of ways) {
      const { frame, node, update, now } = await open(png(60, 40))
      frame.layoutMode = 'HORIZONTAL'
      frame.resize(400, 400)
      Object.assign(node, way)
      const before = boxOf(node)
      await update(svg(60, 40))
      expect(now().id).not.toBe(node.id)
      expect(now()).toMatchObject(way)
      expect(boxOf(now())).toEqual(before)
    }
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

  it('keeps the cells of a grid also where the layer is another one', async () => {
    const { frame, node, update, now } = await open(png(60, 40))
    frame.layoutMode = 'GRID'
    frame.gridColumnCount = 2
    frame.gridRowCount = 2
    const [, rest] = frame.children
    if (node.type !== 'RECTANGLE' || rest?.type !== 'RECTANGLE') throw new Error('not placed')
    node.setGridChildPosition(1, 1)
    rest.setGridChildPosition(0, 0)
    node.setGridChildPosition(1, 0)
    node.gridColumnSpan = 2
    node.gridChildHorizontalAlign = 'CENTER'
    rest.gridColumnSpan = 2
    await update(svg(60, 40))
    expect(now().id).not.toBe(node.id)
    expect(now()).toMatchObject({
      gridRowAnchorIndex: 1,
      gridColumnAnchorIndex: 0,
      gridRowSpan: 1,
      gridColumnSpan: 2,
      gridChildHorizontalAlign: 'CENTER',
    })
    expect(frame.gridRowCount).toBe(2)
  })

  it('leaves nothing behind on the page', async () => {
    const { figma, frame, update } = await open(svg(60, 40))
    await update(svg(90, 90))
    expect(figma.currentPage.children.map(({ id }) => id)).toEqual([frame.id])
  })
})

describe('an update that cannot be', () => {
  it('of a layer that is gone writes nothing', async () => {
    const { file, figma, node } = await open(png(60, 40))
    file.edit({ type: 'remove-node', id: node.id })
    file.clearWrites()
    await expect(replaceBy(figma, node.id, png(60, 40))).rejects.toMatchObject({ kind: 'gone' })
    expect(file.writes()).toEqual([])
  })

  it('inside an instance writes nothing and names the component', async () => {
    const { file, figma, node } = await open(png(60, 40))
    const component = figma.createComponent()
    component.appendChild(node)
    const part = component.createInstance().children[0]
    file.clearWrites()
    await expect(replaceBy(figma, part?.id ?? '', png(60, 40))).rejects.toMatchObject({
      kind: 'in-instance',
      message: expect.stringContaining('main component') as string,
    })
    expect(file.writes()).toEqual([])
  })

  it.each([
    ['image-refused', png(5000, 10)],
    ['svg-refused', { type: 'vector', svg: 'no' } as const],
  ])('for its content writes nothing: %s', async (kind, content) => {
    const { file, update, now } = await open(png(60, 40))
    file.clearWrites()
    await expect(update(content)).rejects.toMatchObject({ kind })
    expect(file.writes()).toEqual([])
    expect(readProvenance(now())).toEqual(LOGO)
  })
})

/** What the layer is, as far as an update may change it. */
function stateOf(node: SceneNode) {
  return {
    type: node.type,
    name: node.name,
    box: boxOf(node),
    fills: 'fills' in node ? node.fills : [],
    children: 'children' in node ? node.children.map((child) => [child.type, boxOf(child)]) : [],
    provenance: node.getSharedPluginData('cliquify', 'asset'),
    relaunch: node.getRelaunchData(),
  }
}

describe.each([
  ['picture by picture', png(60, 40, 1), png(90, 90, 2)],
  ['vectors by vectors', svg(60, 40), svg(90, 90, '#00f')],
  ['vectors by a picture', svg(60, 40), png(90, 90)],
  ['a picture by vectors', png(60, 40), svg(90, 90)],
])('an update of %s that fails', (_, old, next) => {
  it('at any write leaves the layer just as it was, and nothing else behind', async () => {
    const counted = await open(old)
    counted.file.clearWrites()
    await counted.update(next)
    const writes = counted.file.writes().length
    const after = stateOf(counted.now())
    expect(writes).toBeGreaterThan(3)
    for (let k = 1; k <= writes; k++) {
      const { file, figma, frame, node, update, now } = await open(old)
      const before = stateOf(node)
      file.failWrite(k)
      const failed = await update(next).then(
        () => false,
        () => true,
      )
      expect(failed, `write ${String(k)}`).toBe(true)
      expect(now().id).toBe(node.id)
      expect(stateOf(now()), `write ${String(k)}`).toEqual(before)
      expect(frame.children).toHaveLength(2)
      expect(figma.currentPage.children.map(({ id }) => id)).toEqual([frame.id])
      await update(next)
      expect(stateOf(now())).toEqual(after)
      file.dispose()
    }
  })
})

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
    const { node, update, now } = await open(png(60, 40))
    const [image] = node.fills as readonly Paint[]
    if (image?.type !== 'IMAGE') throw new Error('no image')
    node.fills = [{ ...image, ...given }]
    await expect(update(svg(90, 90))).rejects.toMatchObject({ kind: 'picture-only' })
    expect(now().fills).toMatchObject([given])
  })

  it('keeps a pattern that lies over the picture', async () => {
    const { figma, node, update, now } = await open(png(60, 40))
    const pattern = patternOf(figma.createRectangle())
    await node.setFillsAsync([...(node.fills as readonly Paint[]), pattern])
    await update(png(90, 90))
    expect(now().fills).toMatchObject([{ type: 'IMAGE' }, { type: 'PATTERN' }])
    expect(readProvenance(now())).toEqual(NEXT)
  })

  it('keeps the paints that lie around the picture when it becomes vectors', async () => {
    const { node, update, now } = await open(svg(60, 40))
    node.fills = [{ type: 'SOLID', color: { r: 1, g: 1, b: 1 } }]
    await update(png(60, 40))
    expect(now().fills).toMatchObject([{ type: 'SOLID' }, { type: 'IMAGE' }])
    await update(svg(60, 40))
    expect(now().fills).toMatchObject([{ type: 'SOLID' }])
  })
})

function imageOf(figma: PluginAPI, seed: number, side = 60): string {
  const content = png(side, side === 60 ? 40 : side, seed)
  if (content.type !== 'image') throw new Error('no picture')
  return figma.createImage(content.bytes).hash
}

describe('an update among others', () => {
  const wanted = (nodeId: string, edits: 'keep' | 'overwrite' = 'keep') =>
    ({ nodeId, content: svg(60, 40, '#00f'), provenance: NEXT, edits }) as const

  it('leaves alone what is locked, or in something locked', async () => {
    const { file, figma, frame, node } = await open(svg(60, 40))
    for (const locked of [node, frame]) {
      locked.locked = true
      file.clearWrites()
      for (const edits of ['keep', 'overwrite'] as const) {
        await expect(replace(figma, wanted(node.id, edits))).rejects.toMatchObject({
          kind: 'locked',
        })
      }
      expect(file.writes()).toEqual([])
      locked.locked = false
    }
  })

  it.each<[string, (figma: PluginAPI, holder: FrameNode, part: SceneNode & GeometryMixin) => void]>(
    [
      [
        'a part was painted',
        (_f, _h, part) => (part.fills = [{ type: 'SOLID', color: { r: 0, g: 1, b: 0 } }]),
      ],
      ['a part was moved', (_f, _h, part) => (part.x += 9)],
      ['a part was removed', (_f, _h, part) => part.remove()],
      ['a part was hidden', (_f, _h, part) => (part.visible = false)],
      [
        'something was put beside them',
        (figma, holder) => holder.appendChild(figma.createRectangle()),
      ],
    ],
  )('leaves alone vectors of which %s, unless that is to be overwritten', async (_, edit) => {
    const two =
      '<rect width="10" height="40" fill="#f00"/><rect x="30" width="30" height="20" fill="#f00"/>'
    const { file, figma, node } = await open({
      type: 'vector',
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">${two}</svg>`,
    })
    const [part] = node.type === 'FRAME' ? node.children : []
    if (node.type !== 'FRAME' || part?.type !== 'VECTOR') throw new Error('no vectors')
    edit(figma, node, part)
    file.clearWrites()
    await expect(replace(figma, wanted(node.id))).rejects.toMatchObject({ kind: 'edited' })
    expect(file.writes()).toEqual([])
    await replace(figma, wanted(node.id, 'overwrite'))
    expect(node.children.map(({ type }) => type)).toEqual(['VECTOR'])
    await replace(figma, wanted(node.id))
  })

  it.each<[string, (figma: PluginAPI, design: FrameNode) => void]>([
    ['shapes', (figma, design) => design.appendChild(figma.createRectangle())],
    [
      'an instance',
      (figma, design) => {
        const component = figma.createComponent()
        figma.currentPage.appendChild(component)
        design.appendChild(component.createInstance())
      },
    ],
    [
      'a photo, deep inside',
      (figma, design) => {
        const [inner, photo] = [figma.createFrame(), figma.createRectangle()]
        photo.fills = [{ type: 'IMAGE', imageHash: imageOf(figma, 3), scaleMode: 'FILL' }]
        design.appendChild(inner)
        inner.appendChild(photo)
      },
    ],
    [
      'auto layout',
      (figma, design) => {
        design.layoutMode = 'VERTICAL'
        design.appendChild(figma.createRectangle())
      },
    ],
    [
      'auto layout inside',
      (figma, design) => {
        const inner = figma.createFrame()
        inner.layoutMode = 'HORIZONTAL'
        design.appendChild(inner)
      },
    ],
    [
      'a placed layer',
      (figma, design) => {
        const inner = figma.createFrame()
        design.appendChild(inner)
        const layer = figma.createRectangle()
        inner.appendChild(layer)
        writeProvenance(layer, LOGO)
      },
    ],
  ])('leaves alone somebody’s design of %s that was marked as placed', async (what, design) => {
    const { figma, clearWrites, writes } = openFile()
    const frame = figma.createFrame()
    design(figma, frame)
    // With what the plugin would have noted, had it made all of it; shapes are told apart without it only.
    writeProvenance(frame, LOGO)
    if (what === 'shapes') frame.setSharedPluginData('cliquify', 'asset', JSON.stringify(LOGO))
    const before = frame.children.map(({ id }) => id)
    clearWrites()
    for (const content of [svg(60, 40), png(60, 40)]) {
      const request = { nodeId: frame.id, content, provenance: NEXT, edits: 'keep' } as const
      await expect(replace(figma, request)).rejects.toMatchObject({ kind: 'edited' })
    }
    expect(writes().filter(({ op }) => op !== 'createImage')).toEqual([])
    expect(frame.children.map(({ id }) => id)).toEqual(before)
    expect(await previewLayers(figma, [frame.id])).toMatchObject([{ edited: true }])
  })

  it('takes no offence at vectors that were moved, stretched, renamed or given effects as a whole', async () => {
    const { figma, node } = await open(svg(60, 40))
    if (node.type !== 'FRAME') throw new Error('no frame')
    node.resize(31, 77)
    node.x = -5
    node.opacity = 0.5
    node.name = 'Mine'
    node.fills = [{ type: 'SOLID', color: { r: 0, g: 1, b: 0 } }]
    await replace(figma, wanted(node.id))
    expect(node).toMatchObject({ name: 'Mine', width: 31, height: 77 })
    expect(node.opacity).toBeCloseTo(0.5)
  })
})
