import { describe, expect, it } from 'vitest'
import type { Content, PlacementSpot, Provenance } from '../../../shared/placement.ts'
import { complete, type CompletionHost } from '../../../plugin/placement/complete.ts'
import { place } from '../../../plugin/placement/place.ts'
import { createPlaceholders } from '../../../plugin/placement/placeholders.ts'
import { readProvenance } from '../../../plugin/placement/provenance.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import { openFile, type FileOptions } from '../../figma/file.ts'
import { LOGO, patternOf, png, svg } from './samples.ts'

const PLACEHOLDER: Provenance = {
  ...LOGO,
  version: null,
  url: '',
  name: 'Acme logo (preview)',
  incomplete: true,
}
const VIEW: PlacementSpot = { type: 'view' }

async function openPlaceholders(
  count = 1,
  size: { readonly width: number; readonly height: number } | null = null,
  options: FileOptions & { readonly at?: PlacementSpot; readonly select?: 'row' } = {},
) {
  const file = openFile(options)
  const { figma } = file
  file.setViewport({ x: 1000, y: 500, zoom: 1, width: 800, height: 600 })
  if (options.select === 'row') {
    const row = figma.createFrame()
    row.layoutMode = 'HORIZONTAL'
    file.select([row.id])
  }
  const placeholders = createPlaceholders()
  const queue = createWriteQueue(figma)
  const items = Array.from({ length: count }, (_, seed) => ({
    content: png(60, 30, seed),
    provenance: PLACEHOLDER,
    size,
  }))
  const placed = await queue.run(
    () => place(figma, placeholders, { items, at: VIEW }),
    placeholders,
  )
  if (placed.outcome === 'refused') throw new Error('Figma refused the placeholder')
  const { nodeIds } = placed
  const whole = (content: Content, index = 0) =>
    queue.run(
      () =>
        complete(figma, placeholders, {
          nodeId: nodeIds[index] ?? '',
          content,
          provenance: LOGO,
        }),
      placeholders,
    )
  const nodeAt = async (id = nodeIds[0] ?? ''): Promise<RectangleNode | FrameNode> => {
    const node = await figma.getNodeByIdAsync(id)
    if (node?.type !== 'RECTANGLE' && node?.type !== 'FRAME') throw new Error(`no layer ${id}`)
    return node
  }
  const page = () => file.snapshot().pages[0]?.children ?? []
  const giveUp = (id: string) => queue.run(() => placeholders.giveUp(id), placeholders)
  return { file, figma, placeholders, giveUp, nodeIds, whole, nodeAt, page }
}

/** The host's members apart, so that a test can follow or time one of them. */
function hostOf(figma: PluginAPI): CompletionHost {
  return {
    getNodeByIdAsync: (id) => figma.getNodeByIdAsync(id),
    createImage: (bytes) => figma.createImage(bytes),
    createVideoAsync: (bytes) => figma.createVideoAsync(bytes),
    createRectangle: () => figma.createRectangle(),
    createFrame: () => figma.createFrame(),
    createNodeFromSvg: (text) => figma.createNodeFromSvg(text),
  }
}

describe('a picture that completes its placeholder', () => {
  it('is the same layer, with the picture, its name and its mark', async () => {
    const { whole, nodeAt, nodeIds, page } = await openPlaceholders()
    expect(await whole(png(60, 30, 9))).toEqual({
      outcome: 'completed',
      nodeId: nodeIds[0],
      parentName: 'Page 1',
    })
    const node = await nodeAt()
    expect(node.name).toBe('Acme logo')
    expect(readProvenance(node)).toEqual(LOGO)
    expect(page()).toHaveLength(1)
  })

  it('changes no place and no size where those were known', async () => {
    const { file, whole } = await openPlaceholders(1, { width: 600, height: 300 })
    file.clearWrites()
    await whole(png(600, 300, 9))
    const ops = file.writes().map(({ op }) => op)
    expect(ops).toEqual([
      'createImage',
      'set name',
      'set fills',
      'setRelaunchData',
      'setSharedPluginData',
    ])
  })

  it('takes its own size about the same centre where another one was expected', async () => {
    const { whole, nodeAt } = await openPlaceholders(1, { width: 600, height: 300 })
    await whole(png(200, 100, 9))
    expect(await nodeAt()).toMatchObject({ x: 900, y: 450, width: 200, height: 100 })
  })

  it('looks up no others, and none of what lies around, where its size was known', async () => {
    const { figma, placeholders, nodeIds } = await openPlaceholders(3, { width: 600, height: 300 })
    const asked: string[] = []
    const host = {
      ...hostOf(figma),
      getNodeByIdAsync(id: string) {
        asked.push(id)
        return figma.getNodeByIdAsync(id)
      },
    }
    const nodeId = nodeIds[1] ?? ''
    const content = png(600, 300, 9)
    await complete(host, placeholders, { nodeId, content, provenance: LOGO })
    expect(asked).toEqual([nodeId])
  })

  it('is complete also where someone removes one of its group meanwhile', async () => {
    const { file, figma, placeholders, nodeIds, nodeAt } = await openPlaceholders(3)
    const [nodeId = '', second = '', third = ''] = nodeIds
    const host = {
      ...hostOf(figma),
      createImage(bytes: Uint8Array) {
        file.edit({ type: 'remove-node', id: second })
        return figma.createImage(bytes)
      },
    }
    const content = png(200, 100, 9)
    expect(await complete(host, placeholders, { nodeId, content, provenance: LOGO })).toMatchObject(
      {
        outcome: 'completed',
      },
    )
    const [one, other] = [await nodeAt(nodeId), await nodeAt(third)]
    expect(one).toMatchObject({ name: 'Acme logo', width: 200 })
    expect(other.x).toBeGreaterThanOrEqual(one.x + one.width)
  })

  it('leaves a pattern that someone laid over the thumbnail', async () => {
    const { figma, whole, nodeAt } = await openPlaceholders()
    const node = await nodeAt()
    const pattern = patternOf(figma.createRectangle())
    await node.setFillsAsync([...(node.fills as readonly Paint[]), pattern])
    await whole(png(60, 30, 9))
    expect(node.fills).toMatchObject([{ type: 'IMAGE' }, { type: 'PATTERN' }])
    expect(readProvenance(node)).toEqual(LOGO)
  })

  it('stays within its box where it would cover what was placed beside it meanwhile', async () => {
    const { figma, placeholders, whole, nodeAt } = await openPlaceholders()
    const items = [{ content: png(60, 30, 7), provenance: LOGO, size: null }]
    await place(figma, placeholders, { items, at: VIEW })
    await whole(png(600, 600, 9))
    expect(await nodeAt()).toMatchObject({ x: 985, y: 485, width: 30, height: 30 })
  })

  it.each([
    ['moved', (node: RectangleNode | FrameNode) => (node.x += 40)],
    ['resized', (node: RectangleNode | FrameNode) => node.resize(90, 90)],
  ])('keeps the box of a layer that someone has %s', async (_, change) => {
    const { whole, nodeAt } = await openPlaceholders()
    const node = await nodeAt()
    change(node)
    const { x, y, width, height } = node
    await whole(png(600, 300, 9))
    expect(await nodeAt()).toMatchObject({ x, y, width, height })
  })

  it('keeps opacity and filters that someone gave the thumbnail', async () => {
    const { whole, nodeAt } = await openPlaceholders()
    const node = await nodeAt()
    const [paint] = node.fills as readonly ImagePaint[]
    if (paint === undefined) throw new Error('no paint')
    node.fills = [{ ...paint, opacity: 0.5, filters: { contrast: 0.5 } }]
    await whole(png(60, 30, 9))
    expect(node.fills).toMatchObject([{ opacity: 0.5, filters: { contrast: 0.5 } }])
    expect(node.fills).not.toMatchObject([{ imageHash: paint.imageHash }])
  })

  it('only takes its size in auto layout, which does the rest', async () => {
    const { whole, nodeAt, page } = await openPlaceholders(2, null, { select: 'row' })
    await whole(png(200, 100, 9))
    expect(await nodeAt()).toMatchObject({ x: 0, width: 200, height: 100 })
    expect(page()[0]?.children).toMatchObject([{ width: 200 }, { x: 200, width: 60 }])
  })

  it('moves the others of its group along, but not one that someone has moved', async () => {
    const { whole, nodeAt, nodeIds } = await openPlaceholders(3)
    const third = await nodeAt(nodeIds[2])
    third.y = 900
    const { x } = third
    await whole(png(200, 100, 9))
    const [one, two] = [await nodeAt(nodeIds[0]), await nodeAt(nodeIds[1])]
    expect(two.x).toBe(one.x + one.width + 16)
    expect(third).toMatchObject({ x, y: 900 })
  })
})

describe('vectors that complete a placeholder', () => {
  it('take its place among the layers, and the selection follows', async () => {
    const { file, whole, page } = await openPlaceholders(2)
    const done = await whole(svg(60, 30))
    expect(page().map(({ type }) => type)).toEqual(['FRAME', 'RECTANGLE'])
    const [vector] = page()
    expect(done).toMatchObject({ outcome: 'completed', nodeId: vector?.id })
    expect(vector).toMatchObject({ name: 'Acme logo', width: 60, height: 30 })
    expect(file.snapshot().selection).toEqual(page().map(({ id }) => id))
  })

  it.each<[string, (node: RectangleNode) => unknown]>([
    ['round corners', (node) => (node.cornerRadius = 8)],
    ['the part of a mask', (node) => (node.isMask = true)],
    ['a stroke', (node) => (node.strokes = [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }])],
    [
      'a link of the prototype',
      (node) => {
        const action = { type: 'BACK' } as const
        return node.setReactionsAsync([{ trigger: { type: 'ON_CLICK' }, actions: [action] }])
      },
    ],
    [
      'a crop',
      (node) =>
        (node.fills = (node.fills as readonly ImagePaint[]).map((paint) => ({
          ...paint,
          scaleMode: 'CROP' as const,
        }))),
    ],
  ])('ask for a picture where someone gave that %s, which stay', async (_, give) => {
    const { file, whole, nodeAt, nodeIds } = await openPlaceholders()
    const node = await nodeAt()
    if (node.type !== 'RECTANGLE') throw new Error('no placeholder')
    await give(node)
    const given = () => {
      const { cornerRadius, strokes, reactions, fills } = node
      return [cornerRadius, strokes, reactions, (fills as readonly Paint[]).length]
    }
    const before = given()
    file.clearWrites()
    await expect(whole(svg(60, 30))).rejects.toMatchObject({ kind: 'picture-only' })
    expect(file.writes()).toEqual([])
    expect(await whole(png(60, 30, 9))).toMatchObject({ nodeId: nodeIds[0] })
    expect(given()).toEqual(before)
  })

  it('take their own size about the same centre', async () => {
    const { whole, page } = await openPlaceholders()
    await whole(svg(200, 100))
    expect(page()).toMatchObject([{ x: 900, y: 450, width: 200, height: 100 }])
  })
})

describe('a completion', () => {
  it('is one undo step with its placeholder, however many there are', async () => {
    const { file, whole, page } = await openPlaceholders(3)
    for (const index of [0, 1, 2]) await whole(png(90, 30, 9), index)
    expect(page()).toHaveLength(3)
    file.undo()
    expect(page()).toEqual([])
  })

  it('after it was given up is an undo step of its own', async () => {
    const { file, giveUp, nodeIds, whole, nodeAt } = await openPlaceholders()
    await giveUp(nodeIds[0] ?? '')
    await whole(png(60, 30, 9))
    file.undo()
    expect((await nodeAt()).name).toBe('Acme logo (preview)')
  })

  it('for a layer that is gone, or that is something else by now, writes nothing', async () => {
    const { file, nodeAt, whole } = await openPlaceholders(2)
    ;(await nodeAt()).setSharedPluginData('cliquify', 'asset', '')
    file.clearWrites()
    expect(await whole(png(60, 30, 9))).toEqual({ outcome: 'gone' })
    expect(file.writes()).toEqual([])
    const gone = await openPlaceholders()
    ;(await gone.nodeAt()).remove()
    expect(await gone.whole(png(60, 30, 9))).toEqual({ outcome: 'gone' })
  })

  it('refused by Figma says why, and leaves the placeholder', async () => {
    const { whole, nodeAt } = await openPlaceholders()
    await expect(whole(png(5000, 10))).rejects.toMatchObject({ kind: 'image-refused' })
    await expect(whole({ type: 'vector', svg: '<svg' })).rejects.toMatchObject({
      kind: 'svg-refused',
    })
    expect(readProvenance(await nodeAt())).toEqual(PLACEHOLDER)
  })

  it.each([
    ['a picture', png(200, 100, 9)],
    ['vectors', svg(200, 100)],
  ])(
    'with %s that fails at any write is made good by the next, never doubled',
    async (_, content) => {
      const complete = await openPlaceholders()
      complete.file.clearWrites()
      await complete.whole(content)
      const writes = complete.file.writes().length
      expect(writes).toBeGreaterThan(5)
      for (let k = 1; k <= writes; k++) {
        const { file, whole, nodeAt, page } = await openPlaceholders()
        file.failWrite(k)
        await expect(whole(content)).rejects.toBeInstanceOf(Error)
        expect(page()).toHaveLength(1)
        expect(readProvenance(await nodeAt())).toEqual(PLACEHOLDER)
        expect(await nodeAt()).toMatchObject({
          name: PLACEHOLDER.name,
          x: 970,
          width: 60,
          height: 30,
        })
        expect(await whole(content)).toMatchObject({ outcome: 'completed' })
        expect(page()).toMatchObject([{ name: 'Acme logo', x: 900, width: 200, height: 100 }])
      }
    },
  )
})
