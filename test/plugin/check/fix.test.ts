import { describe, expect, it } from 'vitest'
import type { SyncTarget } from '../../../shared/sync.ts'
import { upTo } from '../../deep.ts'
import { openDocument, type CheckedDocument } from './document.ts'

type Figma = CheckedDocument['figma']

/** Places of `BRAND`. */
const [CORAL, NAVY] = [0, 1]
/** As Figma keeps numbers. */
const at = Math.fround
const VALUE = { r: at(0xf0 / 255), g: at(0x80 / 255), b: at(0x60 / 255) }

function shape(figma: Figma, fills: readonly Paint[]): RectangleNode {
  const node = figma.createRectangle()
  node.fills = fills
  return node
}

const fillsOf = (node: GeometryMixin): readonly Paint[] => node.fills as readonly Paint[]

function boundTo(paint: Paint | undefined): string | undefined {
  return paint?.type === 'SOLID' ? paint.boundVariables?.color?.id : undefined
}

const ALL: readonly SyncTarget[] = ['styles', 'variables', 'both']

describe.each(ALL)('a fix in a file with %s', (target) => {
  it('links what has the brand’s value, and a second one has nothing to write', async () => {
    const document = await openDocument(target)
    const { figma, file } = document
    const nodes = ['#F08060', '#102A56', '#F08060'].map((color) =>
      shape(figma, [figma.util.solidPaint(color)]),
    )
    expect(await document.fix()).toEqual({ fixed: 3, plain: 0, left: 0, cancelled: false })
    expect(await document.findings('document')).toEqual([])
    for (const node of nodes) {
      const isLinked = node.fillStyleId !== '' || boundTo(fillsOf(node)[0]) !== undefined
      expect(isLinked).toBe(true)
    }
    expect(fillsOf(nodes[1] ?? shape(figma, []))[0]).toMatchObject({
      color: { r: at(0x10 / 255), g: at(0x2a / 255), b: at(0x56 / 255) },
    })
    file.clearWrites()
    await document.fix()
    expect(file.writes()).toEqual([])
  })

  it('is one undo step', async () => {
    const document = await openDocument(target)
    const { figma, file } = document
    const nodes = [0, 1].map(() => shape(figma, [figma.util.solidPaint('#F08060')]))
    figma.commitUndo()
    await document.fix()
    file.undo()
    for (const node of nodes) {
      expect(node.fillStyleId).toBe('')
      expect(boundTo(fillsOf(node)[0])).toBeUndefined()
    }
    expect(await document.findings()).toHaveLength(1)
  })

  it('puts another color on the one that a person has chosen for it', async () => {
    const document = await openDocument(target)
    const node = shape(document.figma, [document.figma.util.solidPaint('#F18161')])
    await document.fix({ '#F18161': CORAL })
    expect(fillsOf(node)[0]).toMatchObject({ color: VALUE })
    expect(await document.findings()).toEqual([])
  })
})

describe('what a fix keeps', () => {
  it('is the opacity, the blend mode and the other paints of a layer', async () => {
    const document = await openDocument('both')
    const { figma } = document
    const paint = figma.util.solidPaint('#F18161', { opacity: 0.3, blendMode: 'MULTIPLY' })
    const hidden = figma.util.solidPaint('#F18161', { visible: false })
    const node = shape(figma, [hidden, paint])
    await document.fix({ '#F18161': CORAL })
    const [first, second] = fillsOf(node)
    expect(first).toEqual(fillsOf(shape(figma, [hidden]))[0])
    expect(second).toMatchObject({ color: VALUE, opacity: at(0.3), blendMode: 'MULTIPLY' })
    expect(boundTo(second)).toBe((await document.variable('Coral')).id)
  })

  it('is a gradient but for the stop that was meant', async () => {
    const document = await openDocument('both')
    const { figma } = document
    const gradient: GradientPaint = {
      type: 'GRADIENT_RADIAL',
      gradientTransform: [
        [1, 0, 0],
        [0, 1, 0],
      ],
      gradientStops: [
        { position: 0.25, color: { ...VALUE, a: 1 } },
        { position: 0.75, color: { r: 0, g: 1, b: 0, a: 1 } },
      ],
    }
    const node = shape(figma, [gradient])
    await document.fix()
    const [paint] = fillsOf(node)
    if (paint === undefined || !('gradientStops' in paint)) throw new Error('no gradient')
    expect(paint.gradientStops[0]).toMatchObject({
      position: 0.25,
      color: { ...VALUE, a: 1 },
    })
    expect(paint.gradientStops[0]?.boundVariables?.color?.id).toBe(
      (await document.variable('Coral')).id,
    )
    expect(paint.gradientStops[1]).toMatchObject(gradient.gradientStops[1] ?? {})
  })

  it('is a shadow but for its color, which no variable could give at that opacity', async () => {
    const document = await openDocument('both')
    const { figma } = document
    const node = shape(figma, [])
    node.effects = [
      {
        type: 'DROP_SHADOW',
        color: { r: 0x10 / 255, g: 0x2a / 255, b: 0x57 / 255, a: 0.25 },
        offset: { x: 0, y: 4 },
        radius: 8,
        visible: true,
        blendMode: 'NORMAL',
      },
    ]
    await document.fix({ '#102A57': NAVY })
    const [shadow] = node.effects
    expect(shadow).toMatchObject({ radius: 8, color: { b: at(0x56 / 255), a: 0.25 } })
    expect(await document.findings()).toEqual([])
  })

  it('is what is bound to a variable of another kit, whatever that shows', async () => {
    const document = await openDocument('both')
    const { figma } = document
    const collection = figma.variables.createVariableCollection('Partner')
    const partner = figma.variables.createVariable('coral', collection, 'COLOR')
    partner.setValueForMode(collection.defaultModeId, { ...VALUE, a: 1 })
    partner.setSharedPluginData('cliquify', 'color-partner', '{}')
    const plain = figma.util.solidPaint('#F08060', { opacity: at(0.5) })
    const bound = figma.variables.setBoundVariableForPaint(plain, 'color', partner)
    const node = shape(figma, [bound, plain])
    await document.fix()
    const [first, second] = fillsOf(node)
    expect(boundTo(first)).toBe(partner.id)
    expect(boundTo(second)).toBe((await document.variable('Coral')).id)
  })

  it('is the rest of a text', async () => {
    const document = await openDocument('styles')
    const { figma } = document
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    const text = figma.createText()
    text.characters = 'coral and green'
    text.fills = [figma.util.solidPaint('#00FF00')]
    text.setRangeFills(0, 5, [figma.util.solidPaint('#F08060')])
    await document.fix()
    expect(text.getRangeFillStyleId(0, 5)).toBe((await document.style('Coral')).id)
    expect(text.getRangeFillStyleId(6, 15)).toBe('')
    expect(await document.findings()).toEqual([expect.stringMatching('^#00FF00')])
  })
})

describe('a fix', () => {
  it('puts the brand’s gradient on its style', async () => {
    const document = await openDocument('styles')
    const dawn = await document.style('Dawn')
    const node = shape(document.figma, dawn.paints)
    await document.fix()
    expect(node.fillStyleId).toBe(dawn.id)
  })

  it('uses the style of a color at its own opacity only where the layer has it', async () => {
    const document = await openDocument('styles')
    const { figma } = document
    const mist = await document.style('Mist')
    const same = shape(figma, [figma.util.solidPaint('#A0C0D0', { opacity: 0.5 })])
    const other = shape(figma, [figma.util.solidPaint('#A0C0D0', { opacity: 0.9 })])
    expect(await document.fix()).toMatchObject({ fixed: 1, plain: 0 })
    expect(same.fillStyleId).toBe(mist.id)
    expect(fillsOf(other)[0]).toMatchObject({ opacity: at(0.9) })
  })

  it('leaves what would show a half transparent color of the brand at another opacity', async () => {
    const document = await openDocument('styles')
    const { figma } = document
    const mist = await document.style('Mist')
    const opaque = shape(figma, [figma.util.solidPaint('#A0C0D1')])
    const same = shape(figma, [figma.util.solidPaint('#A0C0D1', { opacity: 0.5 })])
    const before = fillsOf(opaque)
    expect(await document.fix({ '#A0C0D1': 2 })).toMatchObject({ fixed: 1, plain: 0, left: 1 })
    expect(fillsOf(opaque)).toEqual(before)
    expect(same.fillStyleId).toBe(mist.id)
  })

  it('writes the plain color where there is nothing to link to', async () => {
    const document = await openDocument(null)
    const node = shape(document.figma, [document.figma.util.solidPaint('#F18161')])
    expect(await document.fix({ '#F18161': CORAL })).toMatchObject({ fixed: 0, plain: 1 })
    expect(fillsOf(node)[0]).toMatchObject({ color: VALUE })
  })

  it('lets go of a variable that is not the brand’s', async () => {
    const document = await openDocument(null)
    const { figma } = document
    const collection = figma.variables.createVariableCollection('Own')
    const own = figma.variables.createVariable('own', collection, 'COLOR')
    const almost = { r: 0xf1 / 255, g: 0x81 / 255, b: 0x61 / 255 }
    own.setValueForMode(collection.modes[0]?.modeId ?? '', almost)
    const paint = figma.util.solidPaint('#F18161')
    const bound = shape(figma, [figma.variables.setBoundVariableForPaint(paint, 'color', own)])
    expect(await document.fix({ '#F18161': CORAL })).toMatchObject({ plain: 1 })
    expect(boundTo(fillsOf(bound)[0])).toBeUndefined()
    expect(fillsOf(bound)[0]).toMatchObject({ color: VALUE })
  })

  it('links to nothing that shows another value than Cliquify has', async () => {
    const document = await openDocument('both')
    const { figma, file } = document
    const plain = shape(figma, [figma.util.solidPaint('#F08060')])
    const coral = await document.style('Coral')
    file.edit({ type: 'paint-style', id: coral.id, color: { r: 0, g: 1, b: 0 } })
    expect(await document.fix()).toMatchObject({ fixed: 1, left: 0 })
    expect(plain.fillStyleId).toBe('')
    expect(fillsOf(plain)[0]).toMatchObject({ color: VALUE })
    expect(boundTo(fillsOf(plain)[0])).toBe((await document.variable('Coral')).id)
  })

  it('leaves a color to the next sync where the file has it with other values alone', async () => {
    const document = await openDocument('styles')
    const { figma, file } = document
    const plain = shape(figma, [figma.util.solidPaint('#F18161')])
    const linked = shape(figma, [])
    const coral = await document.style('Coral')
    await linked.setFillStyleIdAsync(coral.id)
    file.edit({ type: 'paint-style', id: coral.id, color: { r: 0, g: 1, b: 0 } })
    expect(await document.findings()).toEqual([
      expect.stringMatching('^#F18161'),
      expect.stringMatching('^#00FF00'),
    ])
    file.clearWrites()
    const to = { '#F18161': CORAL, '#00FF00': CORAL }
    expect(await document.fix(to)).toMatchObject({ fixed: 0, plain: 0, left: 2 })
    expect(file.writes()).toEqual([])
    expect([plain.fillStyleId, linked.fillStyleId]).toEqual(['', coral.id])
    // Another color has its value there.
    expect(await document.fix({ '#00FF00': NAVY })).toMatchObject({ fixed: 1 })
    expect(linked.fillStyleId).toBe((await document.style('Navy')).id)
  })

  it('leaves what is gone, or locked since', async () => {
    const document = await openDocument('both')
    const { figma } = document
    const [gone, locked, there] = [0, 1, 2].map(() =>
      shape(figma, [figma.util.solidPaint('#F08060')]),
    )
    if (gone === undefined || locked === undefined) throw new Error('no shapes')
    const { found } = await document.look()
    gone.remove()
    locked.locked = true
    expect(await document.fixFound(found)).toMatchObject({ fixed: 1, left: 2 })
    expect(there?.fillStyleId).not.toBe('')
    expect(locked.fillStyleId).toBe('')
  })

  it('that is cancelled has left each layer whole, and the next one goes on', async () => {
    const document = await openDocument('both')
    const { figma } = document
    for (let count = 0; count < 20; count++) shape(figma, [figma.util.solidPaint('#F08060')])
    const job = { cancelled: true, progress: () => undefined }
    expect(await document.fix({}, job)).toMatchObject({ fixed: 0, cancelled: true })
    expect(await document.fix()).toMatchObject({ fixed: 20, cancelled: false })
  })
})

describe.each(['figjam', 'slides', 'buzz'] as const)('a check in %s', (editor) => {
  it('finds what is off-brand, and puts it on plain colors', async () => {
    const document = await openDocument('both')
    const { figma, file } = document
    const brand = shape(figma, [figma.util.solidPaint('#F08060')])
    const off = shape(figma, [figma.util.solidPaint('#F18161')])
    file.setEditor(editor)
    // Nothing can be linked there, so that the brand's own value is right.
    expect((await document.findings()).map((each) => each.slice(0, 7))).toEqual(['#F18161'])
    expect(await document.fix({ '#F18161': CORAL })).toMatchObject({ fixed: 0, plain: 1 })
    for (const node of [brand, off]) {
      expect(fillsOf(node)[0]).toMatchObject({ color: VALUE })
      expect(boundTo(fillsOf(node)[0])).toBeUndefined()
    }
  })
})

describe.each(ALL)('a fix in a file with %s, whichever write fails,', (target) => {
  const ALMOST = '#F18161'
  async function drawn() {
    const document = await openDocument(target)
    const { figma, file } = document
    const two = [figma.util.solidPaint('#F08060'), figma.util.solidPaint(ALMOST)]
    const nodes = [[two[0]], [two[1]], two, two].map((fills) =>
      shape(
        figma,
        fills.flatMap((paint) => paint ?? []),
      ),
    )
    file.clearWrites()
    return { ...document, nodes }
  }
  /** What a layer shows, and whether it is linked. */
  const looksOf = (node: RectangleNode): string =>
    JSON.stringify([node.fillStyleId !== '', fillsOf(node).map((paint) => [boundTo(paint), paint])])

  it('leaves each layer whole, and the next one makes it good', async () => {
    const undisturbed = await drawn()
    const before = undisturbed.nodes.map(looksOf)
    await undisturbed.fix({ [ALMOST]: CORAL })
    const after = undisturbed.nodes.map(looksOf)
    const writes = undisturbed.file.writes().length
    expect(writes).toBeGreaterThan(3)
    for (const k of upTo(writes, 6)) {
      const document = await drawn()
      document.file.failWrite(k)
      await document.fix({ [ALMOST]: CORAL }).catch(() => undefined)
      const found = await document.findings('document')
      for (const [index, node] of document.nodes.entries()) {
        // A layer with two colors is put on the brand one color after the other.
        if (index < 2) expect([before[index], after[index]]).toContain(looksOf(node))
        expect(fillsOf(node)).toHaveLength(index < 2 ? 1 : 2)
      }
      if (found.length > 0) await document.fix({ [ALMOST]: CORAL })
      expect(document.nodes.map(looksOf)).toEqual(after)
      expect(await document.findings('document')).toEqual([])
    }
  })
})
