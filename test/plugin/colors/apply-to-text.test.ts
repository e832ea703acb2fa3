import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../shared/color.ts'
import { openLayers } from './open-layers.ts'
import { brandColor, GREEN } from './samples.ts'

const leaf = brandColor({ id: '2', name: 'Leaf', value: { ...GREEN, a: 0.5 } })

describe('a text that is being edited', () => {
  const edit = async (start: number, end: number) => {
    const opened = openLayers()
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
