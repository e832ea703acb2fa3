import { describe, expect, it } from 'vitest'
import { NO_LIBRARIES } from '../libraries/no-libraries.ts'
import type { BrandColor } from '../../../shared/brand.ts'
import { hexOf, srgbToDisplayP3 } from '../../../shared/color.ts'
import { DEFAULT_SYNC_OPTIONS, type ColorUse, type SyncTarget } from '../../../shared/sync.ts'
import { openColorRoom } from './color-room.ts'
import { applyToLayers } from '../../../plugin/colors/apply-to-layers.ts'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import type { NodeSnapshot } from '../../figma/host-api.ts'
import { openFile, type FileOptions } from '../../figma/file.ts'
import { png } from '../placement/samples.ts'
import { BLUE, brandColor, GREEN, KIT, RED, syncOf } from './samples.ts'

const leaf = brandColor({ id: '2', name: 'Leaf', value: { ...GREEN, a: 0.5 } })

function open(options: FileOptions = {}) {
  const file = openFile(options)
  const { figma } = file
  const queue = createWriteQueue(figma)
  const apply = (color: BrandColor, as: ColorUse['as'] = 'fill', namesakes: BrandColor[] = []) =>
    queue.run(() =>
      applyToLayers(
        figma,
        NO_LIBRARIES,
        figma.currentPage.selection,
        { kit: KIT, color, namesakes, as },
        figma.currentPage.selectedTextRange,
      ),
    )
  const syncAs = async (target: SyncTarget, ...colors: readonly BrandColor[]) => {
    const job = { cancelled: false, progress: () => undefined }
    await openColorRoom(figma).apply(
      {
        ...syncOf(...colors),
        decisions: { take: [], remove: [], leaveOut: [], merge: [] },
        options: { ...DEFAULT_SYNC_OPTIONS, target },
      },
      job,
    )
    file.clearWrites()
  }
  const sync = (...colors: readonly BrandColor[]) => syncAs('styles', ...colors)
  /** Makes layers and selects them, as a person would have before. */
  const select = (...nodes: readonly SceneNode[]): readonly string[] => {
    const ids = nodes.map(({ id }) => id)
    file.select(ids)
    file.clearWrites()
    return ids
  }
  const layer = (id: string): NodeSnapshot => {
    const search = (nodes: readonly NodeSnapshot[]): NodeSnapshot | undefined =>
      nodes.find((node) => node.id === id) ?? nodes.map((n) => search(n.children)).find(Boolean)
    const found = search(file.snapshot().pages)
    if (found === undefined) throw new Error(`no layer ${id}`)
    return found
  }
  const ops = () => file.writes().map(({ op, target }) => [op, target])
  const styleId = (name: string): string => {
    const style = file.snapshot().paintStyles.find((each) => each.name === name)
    if (style === undefined) throw new Error(`no style ${name}`)
    return style.id
  }
  return { file, figma, apply, sync, syncAs, select, layer, ops, styleId }
}

describe('a color without a style', () => {
  it('becomes the only fill of each selected layer, its alpha the opacity, one write a layer', async () => {
    const { figma, apply, select, layer, ops } = open()
    const [one = '', other = ''] = select(figma.createRectangle(), figma.createText())
    expect(await apply(leaf)).toEqual({
      layers: 2,
      locked: 0,
      unable: 0,
      manyColored: 0,
      pictures: 0,
      linked: null,
      unreachable: false,
    })
    for (const id of [one, other]) {
      expect(layer(id).fills).toMatchObject([
        { type: 'SOLID', color: { r: 0, g: 1, b: 0 }, opacity: 0.5 },
      ])
    }
    expect(ops()).toEqual([
      ['set fills', one],
      ['set fills', other],
    ])
  })

  it('becomes the stroke instead, and leaves the fill', async () => {
    const { figma, apply, select, layer, ops } = open()
    const shape = figma.createRectangle()
    shape.fills = [figma.util.solidPaint('#0000FF')]
    const [id = ''] = select(shape)
    await apply(leaf, 'stroke')
    expect(layer(id).strokes).toMatchObject([{ color: { r: 0, g: 1, b: 0 }, opacity: 0.5 }])
    expect(layer(id).fills).toMatchObject([{ color: { r: 0, g: 0, b: 1 } }])
    expect(ops()).toEqual([['set strokes', id]])
  })

  it('looks the same in a Display P3 document', async () => {
    const { figma, apply, select, layer } = open({ colorProfile: 'DISPLAY_P3' })
    const [id = ''] = select(figma.createRectangle())
    await apply(brandColor({ id: '1', value: RED }))
    const [paint] = layer(id).fills
    const { r, g, b } = srgbToDisplayP3(RED)
    expect(paint?.color?.r).toBeCloseTo(r, 5)
    expect(paint?.color?.g).toBeCloseTo(g, 5)
    expect(paint?.color?.b).toBeCloseTo(b, 5)
  })

  it('goes onto instances and what is in them', async () => {
    const { figma, apply, select, layer } = open()
    const component = figma.createComponent()
    component.appendChild(figma.createRectangle())
    const instance = component.createInstance()
    const [inner] = instance.children
    if (inner === undefined) throw new Error('empty instance')
    const ids = select(instance, inner)
    expect(await apply(leaf)).toMatchObject({ layers: 2 })
    for (const id of ids) expect(layer(id).fills).toMatchObject([{ color: { g: 1 } }])
  })

  it('becomes a gradient paint where it is a gradient', async () => {
    const { figma, apply, select, layer } = open()
    const stops = [
      { position: 0, color: RED },
      { position: 1, color: BLUE },
    ]
    const [id = ''] = select(figma.createRectangle())
    await apply({ ...leaf, gradient: { type: 'linear', angle: 90, stops } })
    expect(layer(id).fills).toMatchObject([{ type: 'GRADIENT_LINEAR' }])
  })
})

describe('a synced color', () => {
  it('is applied by its style, as fill and as stroke', async () => {
    const { figma, apply, sync, select, layer, ops, styleId } = open()
    await sync(brandColor({ id: '1' }), leaf)
    const [id = ''] = select(figma.createRectangle())
    expect(await apply(leaf)).toEqual({
      layers: 1,
      locked: 0,
      unable: 0,
      manyColored: 0,
      pictures: 0,
      linked: { library: null, lags: false },
      unreachable: false,
    })
    await apply(leaf, 'stroke')
    expect(layer(id)).toMatchObject({
      fillStyleId: styleId('Acme/Leaf'),
      strokeStyleId: styleId('Acme/Leaf'),
    })
    expect(ops()).toEqual([
      ['setFillStyleIdAsync', id],
      ['setStrokeStyleIdAsync', id],
    ])
  })

  it('is applied by its style though a person renamed it', async () => {
    const { file, figma, apply, sync, select, layer, styleId } = open()
    await sync(leaf)
    file.edit({ type: 'rename-style', id: styleId('Acme/Leaf'), name: 'Grass' })
    const [id = ''] = select(figma.createRectangle())
    expect((await apply(leaf)).linked).not.toBeNull()
    expect(layer(id)).toMatchObject({ fillStyleId: styleId('Grass') })
  })

  it('writes nothing where the layer has the style already', async () => {
    const { figma, apply, sync, select, ops } = open()
    await sync(leaf)
    const ids = select(figma.createRectangle())
    await apply(leaf)
    expect(await apply(leaf)).toMatchObject({ layers: 1 })
    expect(ops()).toEqual([['setFillStyleIdAsync', ids[0]]])
  })

  it('is not taken for the color of another kit, nor for another one of the same name', async () => {
    const { figma, apply, sync, select } = open()
    await sync(leaf)
    select(figma.createRectangle())
    expect(await apply({ ...leaf, id: '3' })).toMatchObject({ linked: null })
    const other = { kit: { id: 'kit-2', name: 'Acme' }, color: leaf, namesakes: [] }
    const { selection } = figma.currentPage
    expect(
      await applyToLayers(figma, NO_LIBRARIES, selection, { ...other, as: 'fill' }),
    ).toMatchObject({
      linked: null,
    })
  })

  it('without an id is told from its namesakes by palette and value', async () => {
    const { figma, apply, sync, select, layer } = open()
    const links = [
      brandColor({ id: null, name: 'Link', palette: 'Web', value: RED }),
      brandColor({ id: null, name: 'Link', palette: 'Web', value: GREEN }),
      brandColor({ id: null, name: 'Link', palette: 'Print', value: BLUE }),
    ]
    await sync(...links)
    const [id = ''] = select(figma.createRectangle())
    for (const link of links) {
      const used = await apply(
        link,
        'fill',
        links.filter((each) => each !== link),
      )
      expect(used.linked).not.toBeNull()
      const color = layer(id).fills[0]?.color
      expect(color && hexOf({ ...color, a: 1 })).toBe(hexOf(link.value))
    }
  })
})

describe('a color that was synced as a variable alone', () => {
  it('is applied bound to it, as fill and as stroke', async () => {
    const { file, figma, apply, syncAs, select, layer } = open()
    await syncAs('variables', brandColor({ id: '1' }), leaf)
    const shape = figma.createRectangle()
    const [id = ''] = select(shape)
    const linked = { library: null, lags: false }
    expect(await apply(leaf)).toEqual({
      layers: 1,
      locked: 0,
      unable: 0,
      manyColored: 0,
      pictures: 0,
      linked,
      unreachable: false,
    })
    await apply(leaf, 'stroke')
    const variable = file.snapshot().collections[0]?.variables[1]
    expect(variable?.name).toBe('Acme/Leaf')
    const bound = { boundVariables: { color: { type: 'VARIABLE_ALIAS', id: variable?.id } } }
    expect(shape.fills).toMatchObject([bound])
    expect(shape.strokes).toMatchObject([bound])
    expect(layer(id).fills).toMatchObject([{ color: { r: 0, g: 1, b: 0 }, opacity: 0.5 }])
  })

  it('is applied by its style where it has one as well', async () => {
    const { figma, apply, syncAs, select, layer, styleId } = open()
    await syncAs('both', leaf)
    const [id = ''] = select(figma.createRectangle())
    await apply(leaf)
    expect(layer(id)).toMatchObject({ fillStyleId: styleId('Acme/Leaf') })
  })
})

describe('a text that is being edited', () => {
  const edit = async (start: number, end: number) => {
    const opened = open()
    const { figma, select } = opened
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    const node = figma.createText()
    node.characters = 'Brand new'
    node.fills = [figma.util.solidPaint('#0000FF')]
    select(node)
    figma.currentPage.selectedTextRange = { node, start, end }
    return { ...opened, node }
  }
  const hexIn = (node: TextNode, start: number, end: number): string => {
    const fills = node.getRangeFills(start, end)
    const [paint] = typeof fills === 'symbol' ? [] : fills
    return paint?.type === 'SOLID' ? hexOf({ ...paint.color, a: 1 }) : ''
  }

  it('takes it where it is selected, by its paint or its style, in one write', async () => {
    const { node, apply, sync, ops, styleId } = await edit(0, 5)
    expect(await apply(leaf)).toMatchObject({ layers: 1 })
    expect([hexIn(node, 0, 5), hexIn(node, 5, 9)]).toEqual(['#00FF00', '#0000FF'])
    expect(ops()).toEqual([['setRangeFills', node.id]])
    await sync(leaf)
    await apply(leaf)
    expect(node.getRangeFillStyleId(0, 5)).toBe(styleId('Acme/Leaf'))
    expect(node.getRangeFillStyleId(5, 9)).toBe('')
  })

  it('takes it as a whole where only the cursor is in it, and as stroke', async () => {
    const { node, apply } = await edit(3, 3)
    await apply(leaf)
    expect(hexIn(node, 0, 9)).toBe('#00FF00')
    await apply(leaf, 'stroke')
    expect(node.strokes).toHaveLength(1)
  })
})

describe('placed vectors', () => {
  const place = (inside: string) => {
    const opened = open()
    const logo = opened.figma.createNodeFromSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">${inside}</svg>`,
    )
    writeProvenance(logo, {
      ...{ kind: 'logo', assetId: '1', kitId: '1', version: null, url: '', name: 'Mark' },
    })
    opened.select(logo)
    return { ...opened, logo }
  }
  const colorsIn = (logo: FrameNode, as: 'fills' | 'strokes'): readonly string[] =>
    logo
      .findAll(() => true)
      .flatMap((node) => (as in node ? ((node as RectangleNode)[as] as readonly Paint[]) : []))
      .map((paint) => (paint.type === 'SOLID' ? hexOf({ ...paint.color, a: 1 }) : paint.type))

  it('of one color are recolored, and nothing appears behind them', async () => {
    const { logo, apply } = place(
      '<rect width="9" height="9" fill="#f00"/><path d="M0 0h9v9z" fill="#f00"/>',
    )
    const ground = logo.fills
    expect(await apply(leaf)).toMatchObject({ layers: 1, manyColored: 0 })
    expect(colorsIn(logo, 'fills')).toEqual(['#00FF00', '#00FF00'])
    expect(logo.fills).toEqual(ground)
  })

  it('are recolored where their lines are, and get no fill', async () => {
    const { logo, apply } = place('<path d="M0 0h9" fill="none" stroke="#f00"/>')
    await apply(leaf)
    expect(colorsIn(logo, 'strokes')).toEqual(['#00FF00'])
    expect(colorsIn(logo, 'fills')).toEqual([])
  })

  it('of several colors are left, and counted beside what took it', async () => {
    const { logo, figma, apply, select, ops } = place(
      '<rect width="9" height="9" fill="#f00"/><path d="M0 0h9v9z" fill="#00f"/>',
    )
    expect(await apply(leaf)).toMatchObject({ layers: 0, unable: 0, manyColored: 1 })
    expect(ops()).toEqual([])
    select(logo, figma.createRectangle())
    expect(await apply(leaf)).toMatchObject({ layers: 1, unable: 0, manyColored: 1 })
    expect(colorsIn(logo, 'fills')).toEqual(['#FF0000', '#0000FF'])
  })
})

describe('a picture', () => {
  const picture = (figma: PluginAPI): RectangleNode => {
    const node = figma.createRectangle()
    const content = png(2, 2)
    const bytes = content.type === 'image' ? content.bytes : new Uint8Array()
    const { hash } = figma.createImage(bytes)
    node.fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: hash }]
    return node
  }

  it('is left, and counted beside what took the color, until a person says so', async () => {
    const { figma, apply, select, layer, ops } = open()
    const [id = ''] = select(picture(figma), figma.createRectangle())
    expect(await apply(leaf)).toMatchObject({ layers: 1, unable: 0, pictures: 1 })
    expect(layer(id).fills).toMatchObject([{ type: 'IMAGE' }])
    select(figma.currentPage.selection[0] ?? figma.createRectangle())
    expect(await apply(leaf)).toMatchObject({ layers: 0, pictures: 1 })
    expect(ops()).toEqual([])
    const over = { kit: KIT, color: leaf, namesakes: [], as: 'fill', overPictures: true } as const
    const used = await applyToLayers(figma, NO_LIBRARIES, figma.currentPage.selection, over)
    expect(used).toMatchObject({ layers: 1, pictures: 0 })
    expect(layer(id).fills).toMatchObject([{ type: 'SOLID' }])
  })

  it('takes the color as its stroke, and under a hidden one as its fill', async () => {
    const { figma, apply, select, layer } = open()
    const shown = picture(figma)
    const [id = ''] = select(shown)
    expect(await apply(leaf, 'stroke')).toMatchObject({ layers: 1, pictures: 0 })
    shown.fills = (shown.fills as readonly Paint[]).map((paint) => ({ ...paint, visible: false }))
    expect(await apply(leaf)).toMatchObject({ layers: 1, pictures: 0 })
    expect(layer(id).fills).toMatchObject([{ type: 'SOLID' }])
  })
})

describe('a selection that cannot take it', () => {
  it('is left without a write or an undo step where nothing is selected', async () => {
    const { file, apply, select, ops } = open()
    select()
    const before = file.snapshot().undoSteps
    expect(await apply(leaf)).toEqual({
      layers: 0,
      locked: 0,
      unable: 0,
      manyColored: 0,
      pictures: 0,
      linked: null,
      unreachable: false,
    })
    expect(ops()).toEqual([])
    expect(file.snapshot().undoSteps).toBe(before)
  })

  it('is left where it is locked, or in something that is', async () => {
    const { figma, apply, select, ops } = open()
    const shape = figma.createRectangle()
    shape.locked = true
    const frame = figma.createFrame()
    const inner = figma.createRectangle()
    frame.appendChild(inner)
    frame.locked = true
    select(shape, inner)
    expect(await apply(leaf)).toEqual({
      layers: 0,
      locked: 2,
      unable: 0,
      manyColored: 0,
      pictures: 0,
      linked: null,
      unreachable: false,
    })
    expect(ops()).toEqual([])
  })

  it('is counted beside what could', async () => {
    const { figma, apply, select } = open()
    const group = figma.group([figma.createRectangle()], figma.currentPage)
    const locked = figma.createRectangle()
    locked.locked = true
    select(group, locked, figma.createRectangle())
    expect(await apply(leaf)).toEqual({
      layers: 1,
      locked: 1,
      unable: 1,
      manyColored: 0,
      pictures: 0,
      linked: null,
      unreachable: false,
    })
  })
})

describe('applying', () => {
  it('is one undo step', async () => {
    const { file, figma, apply, select, layer } = open()
    const ids = select(figma.createRectangle(), figma.createRectangle())
    const before = ids.map((id) => layer(id).fills)
    await apply(leaf)
    figma.createRectangle()
    file.undo()
    expect(ids.map((id) => layer(id).fills[0]?.color?.g)).toEqual([1, 1])
    file.undo()
    expect(ids.map((id) => layer(id).fills)).toEqual(before)
  })

  it('goes on where Figma refuses one layer', async () => {
    const { file, figma, apply, select } = open()
    select(figma.createRectangle(), figma.createRectangle())
    file.failWrite(1)
    expect(await apply(leaf)).toMatchObject({ layers: 1, unable: 1 })
  })

  it('fails in plain words where Figma refuses all', async () => {
    const { file, figma, apply, select } = open()
    select(figma.createRectangle())
    file.failWrite(1)
    await expect(apply(leaf)).rejects.toMatchObject({
      kind: 'use-failed',
      message: expect.stringContaining('“Leaf”') as string,
    })
  })
})

describe.each(['figjam', 'slides', 'buzz'] as const)('in %s', (editor) => {
  it('a color is applied as a paint, also where a style is linked to it', async () => {
    const { file, figma, apply, sync, select, layer } = open()
    await sync(leaf)
    const [id = ''] = select(figma.createRectangle())
    file.setEditor(editor)
    expect(await apply(leaf)).toEqual({
      layers: 1,
      locked: 0,
      unable: 0,
      manyColored: 0,
      pictures: 0,
      linked: null,
      unreachable: false,
    })
    await apply(leaf, 'stroke')
    expect(layer(id)).toMatchObject({
      fillStyleId: '',
      fills: [{ color: { r: 0, g: 1, b: 0 }, opacity: 0.5 }],
      strokes: [{ color: { r: 0, g: 1, b: 0 }, opacity: 0.5 }],
    })
  })
})
