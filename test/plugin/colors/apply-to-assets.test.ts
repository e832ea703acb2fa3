import { describe, expect, it } from 'vitest'
import { applyToLayers } from '../../../plugin/colors/apply-to-layers.ts'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { hexOf } from '../../../shared/color.ts'
import { NO_LIBRARIES } from '../libraries/no-libraries.ts'
import { png } from '../placement/samples.ts'
import { openLayers } from './open-layers.ts'
import { brandColor, GREEN, KIT } from './samples.ts'

const leaf = brandColor({ id: '2', name: 'Leaf', value: { ...GREEN, a: 0.5 } })

describe('placed vectors', () => {
  const place = (inside: string) => {
    const opened = openLayers()
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
    const { figma, apply, select, layer, ops } = openLayers()
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
    const { figma, apply, select, layer } = openLayers()
    const shown = picture(figma)
    const [id = ''] = select(shown)
    expect(await apply(leaf, 'stroke')).toMatchObject({ layers: 1, pictures: 0 })
    shown.fills = (shown.fills as readonly Paint[]).map((paint) => ({ ...paint, visible: false }))
    expect(await apply(leaf)).toMatchObject({ layers: 1, pictures: 0 })
    expect(layer(id).fills).toMatchObject([{ type: 'SOLID' }])
  })
})
