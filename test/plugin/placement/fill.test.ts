import { describe, expect, it } from 'vitest'
import type { Content } from '../../../shared/placement.ts'
import { fill, withPicture } from '../../../plugin/placement/fill.ts'
import { readProvenance } from '../../../plugin/placement/provenance.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import { openFile } from '../../figma/file.ts'
import { LOGO, patternOf, png } from './samples.ts'

const RED: Paint = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } }
const TINT: Paint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 }, opacity: 0.4 }
const HIDDEN: Paint = { ...RED, visible: false }
const OLD: Paint = {
  type: 'IMAGE',
  imageHash: 'old',
  scaleMode: 'CROP',
  opacity: 0.5,
  blendMode: 'MULTIPLY',
  imageTransform: [
    [0.5, 0, 0.1],
    [0, 0.5, 0.1],
  ],
}
const NEW: Paint = { type: 'IMAGE', imageHash: 'new', scaleMode: 'FILL' }

function open() {
  const file = openFile()
  const { figma } = file
  const queue = createWriteQueue(figma)
  const onto = (nodes: readonly { readonly id: string }[], content: Content = png(20, 10)) =>
    queue.run(() => fill(figma, { nodeIds: nodes.map(({ id }) => id), content, provenance: LOGO }))
  return { file, figma, onto }
}

describe('the paints of a filled layer', () => {
  it.each([
    ['no paint gets the picture', [], [NEW]],
    ['a color gives way to it', [RED], [NEW]],
    ['hidden paints stay below it', [HIDDEN], [HIDDEN, NEW]],
    ['the topmost visible paint gives way', [RED, TINT, HIDDEN], [RED, NEW, HIDDEN]],
    [
      'a picture gives way with its opacity and blending, and a tint stays above it',
      [RED, OLD, TINT],
      [RED, { ...NEW, opacity: 0.5, blendMode: 'MULTIPLY' }, TINT],
    ],
  ] as const)('%s', (_, before, after) => {
    expect(withPicture(before, NEW)).toEqual(after)
  })
})

describe('a fill', () => {
  it('shows the picture on shapes, frames, components and instances, and marks them', async () => {
    const { figma, onto } = open()
    const component = figma.createComponent()
    const nodes = [
      figma.createRectangle(),
      figma.createEllipse(),
      figma.createFrame(),
      component,
      component.createInstance(),
    ]
    nodes[0]?.resize(300, 40)
    expect(await onto(nodes)).toEqual({
      filled: 5,
      left: { locked: 0, unable: 0, gone: 0, failed: 0 },
    })
    for (const node of nodes) {
      expect(node.fills).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL' }])
      expect(readProvenance(node)).toEqual({ ...LOGO, fill: true })
      expect(node.getRelaunchData()).toEqual({ 'update-assets': '', open: '' })
    }
    expect(nodes[0]).toMatchObject({ name: 'Rectangle', width: 300, height: 40 })
  })

  it('leaves text, groups, sections, what is locked and what is gone, and counts them', async () => {
    const { figma, file, onto } = open()
    const [locked, inLocked, grouped, gone] = [1, 2, 3, 4].map(() => figma.createRectangle())
    if (!locked || !inLocked || !grouped || !gone) throw new Error('no shapes')
    locked.locked = true
    const frame = figma.createFrame()
    frame.appendChild(inLocked)
    frame.locked = true
    const group = figma.group([grouped], figma.currentPage)
    const rest = [figma.createText(), group, figma.createSection()]
    const id = gone.id
    gone.remove()
    file.clearWrites()
    expect(await onto([locked, inLocked, ...rest, { id }])).toEqual({
      filled: 0,
      left: { locked: 2, unable: 3, gone: 1, failed: 0 },
    })
    expect(file.writes().map(({ op }) => op)).toEqual(['createImage'])
  })

  it('keeps a pattern around the picture, also where it fails at any write', async () => {
    for (const k of [null, 2, 3, 4]) {
      const { figma, file, onto } = open()
      const node = figma.createEllipse()
      await node.setFillsAsync([patternOf(figma.createRectangle()), RED])
      file.clearWrites()
      if (k !== null) file.failWrite(k)
      await onto([node]).catch(() => null)
      expect(node.fills).toMatchObject([
        { type: 'PATTERN' },
        { type: k === null ? 'IMAGE' : 'SOLID' },
      ])
      expect(readProvenance(node) !== null).toBe(k === null)
    }
  })

  it('is one undo step for all of them', async () => {
    const { figma, file, onto } = open()
    const nodes = [figma.createRectangle(), figma.createEllipse()]
    await onto(nodes)
    figma.createRectangle()
    file.undo()
    file.undo()
    for (const node of nodes) {
      expect(node.fills).toMatchObject([{ type: 'SOLID' }])
      expect(readProvenance(node)).toBeNull()
    }
  })

  it('that fails at any write fills a layer and marks it, or leaves it as it was', async () => {
    const complete = open()
    const style = 'Brand/Red'
    const begin = async ({ figma }: ReturnType<typeof open>) => {
      const nodes = [figma.createRectangle(), figma.createEllipse()]
      const red = figma.createPaintStyle()
      red.name = style
      red.paints = [RED]
      for (const node of nodes) await node.setFillStyleIdAsync(red.id)
      return { nodes, styleId: red.id }
    }
    const first = await begin(complete)
    complete.file.clearWrites()
    await complete.onto(first.nodes)
    const writes = complete.file.writes().length
    expect(writes).toBe(7)
    for (let k = 2; k <= writes; k++) {
      const tried = open()
      const { nodes, styleId } = await begin(tried)
      tried.file.failWrite(k)
      expect(await tried.onto(nodes)).toMatchObject({ filled: 1, left: { failed: 1 } })
      for (const node of nodes) {
        const isMarked = readProvenance(node) !== null
        expect(node.fills).toMatchObject([{ type: isMarked ? 'IMAGE' : 'SOLID' }])
        expect(node.fillStyleId).toBe(isMarked ? '' : styleId)
        expect(Object.keys(node.getRelaunchData())).toHaveLength(isMarked ? 2 : 0)
      }
    }
  })

  it('that Figma refuses everywhere is a failure with a sentence', async () => {
    const { figma, file, onto } = open()
    const node = figma.createRectangle()
    file.failWrite(2)
    await expect(onto([node])).rejects.toMatchObject({ kind: 'fill-failed' })
    await expect(onto([node], png(5000, 1))).rejects.toMatchObject({ kind: 'image-refused' })
  })
})
