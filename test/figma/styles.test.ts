import { describe, expect, it } from 'vitest'
import { openFile } from './file.ts'

const RED = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } } as const

describe('paint styles', () => {
  it('paint the layers that use them, until the layer is painted by itself', async () => {
    const { figma } = openFile()
    const style = figma.createPaintStyle()
    const rectangle = figma.createRectangle()
    style.paints = [RED]
    await rectangle.setFillStyleIdAsync(style.id)
    expect(rectangle.fills).toMatchObject([RED])
    style.paints = [{ type: 'SOLID', color: { r: 0, g: 1, b: 0 } }]
    expect(rectangle.fills).toMatchObject([{ color: { g: 1 } }])
    rectangle.fills = [RED]
    expect(rectangle.fillStyleId).toBe('')
  })

  it('leave their look behind when they are removed', async () => {
    const { figma } = openFile()
    const style = figma.createPaintStyle()
    const rectangle = figma.createRectangle()
    style.paints = [RED]
    await rectangle.setFillStyleIdAsync(style.id)
    style.remove()
    expect(rectangle.fills).toMatchObject([RED])
    expect(await figma.getStyleByIdAsync(style.id)).toBeNull()
    expect(() => style.name).toThrow('does not exist')
  })

  it('have no empty folder in their name', () => {
    const { figma } = openFile()
    const style = figma.createPaintStyle()
    for (const name of ['', '/Red', 'Kit//Red', 'Kit/']) {
      expect(() => (style.name = name)).toThrow('in set_name: ')
    }
  })

  it('are listed in their order and moved within their folder', async () => {
    const { figma } = openFile()
    const styles = ['A/One', 'A/Two', 'B/Three'].map((name) => {
      const style = figma.createPaintStyle()
      style.name = name
      return style
    })
    const [one, two, three] = styles
    if (one === undefined || two === undefined || three === undefined) throw new Error('no styles')
    figma.moveLocalPaintStyleAfter(two, null)
    expect((await figma.getLocalPaintStylesAsync()).map(({ name }) => name)).toEqual([
      'A/Two',
      'A/One',
      'B/Three',
    ])
    expect(() => figma.moveLocalPaintStyleAfter(three, one)).toThrow('same folder')
  })

  it.each(['figjam', 'slides', 'buzz'] as const)('cannot be created in %s', (editor) => {
    const { figma } = openFile({ editor })
    expect(figma.editorType).toBe(editor)
    expect(() => figma.createPaintStyle()).toThrow('in createPaintStyle: ')
  })
})

describe('colors from notation', () => {
  it('become paints with the alpha as opacity', () => {
    const { figma } = openFile()
    expect(figma.util.solidPaint('#FF000080')).toMatchObject({
      color: { r: 1, g: 0, b: 0 },
      opacity: 128 / 255,
    })
    expect(figma.util.rgba('#0f0')).toEqual({ r: 0, g: 1, b: 0, a: 1 })
    expect(() => figma.util.rgb('#12345')).toThrow('Invalid color')
  })
})
