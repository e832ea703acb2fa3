import { describe, expect, it } from 'vitest'
import { openFile } from './file.ts'

const GREY = { r: 0.5, g: 0.5, b: 0.5 }

describe('the strict API', () => {
  it('throws for what it does not emulate, on every object', () => {
    const told: string[] = []
    const { figma } = openFile({ onMissing: ({ message }) => told.push(message) })
    const rectangle = figma.createRectangle()
    expect(() => figma.payments).toThrow('not emulated: figma.payments')
    expect(() => figma.createStar()).toThrow('not emulated: figma.createStar')
    expect(() => figma.viewport.slidesView).toThrow('not emulated: figma.viewport.slidesView')
    expect(() => rectangle.maskType).toThrow('not emulated: RectangleNode.maskType')
    expect(() => figma.createPaintStyle().documentationLinks).toThrow(
      'not emulated: PaintStyle.documentationLinks',
    )
    expect(() => Object.assign(rectangle, { fill: [] })).toThrow('not emulated')
    expect(told).toEqual([
      'not emulated: figma.payments',
      'not emulated: figma.createStar',
      'not emulated: figma.viewport.slidesView',
      'not emulated: RectangleNode.maskType',
      'not emulated: PaintStyle.documentationLinks',
      'not emulated: RectangleNode.fill =',
    ])
  })

  it('tells of what it does not emulate also where a promise hides it', async () => {
    const told: string[] = []
    const { figma } = openFile({ onMissing: ({ message }) => told.push(message) })
    await Promise.resolve()
      .then(() => figma.currentUser)
      .catch(() => undefined)
    expect(told).toEqual(['not emulated: figma.currentUser'])
  })

  it('has undefined for what only other nodes have', () => {
    const { figma } = openFile()
    const { children, layoutMode } = figma.createRectangle() as unknown as Partial<FrameNode>
    expect([children, layoutMode]).toEqual([undefined, undefined])
    expect((figma.createFrame() as unknown as Partial<TextNode>).characters).toBeUndefined()
  })

  it('knows which members a node has', () => {
    const { figma } = openFile()
    const rectangle = figma.createRectangle()
    const group = figma.group([rectangle], figma.currentPage)
    expect('fills' in rectangle).toBe(true)
    expect('children' in rectangle).toBe(false)
    expect('fills' in group).toBe(false)
  })

  it('lets no read-only property be written', () => {
    const { figma } = openFile()
    const rectangle = figma.createRectangle()
    expect(() => Object.assign(rectangle, { width: 10 })).toThrow(TypeError)
    expect(() => Object.assign(rectangle, { id: 'x' })).toThrow(TypeError)
  })

  it('validates what is assigned, in the words of Figma', () => {
    const { figma } = openFile()
    const rectangle = figma.createRectangle()
    const assign = (values: object) => () => Object.assign(rectangle, values)
    expect(assign({ opacity: '1' })).toThrow(
      'in set_opacity: Expected "opacity" to have type number but got string instead',
    )
    expect(assign({ opacity: 2 })).toThrow('in set_opacity: Expected "opacity" to have value <= 1')
    expect(assign({ x: NaN })).toThrow('in set_x: ')
    expect(assign({ fills: [{ type: 'SOLID', color: { ...GREY, a: 1 } }] })).toThrow(
      `in set_fills: Property "fills" failed validation: Unrecognized key(s) in object: 'a' at [0].color`,
    )
    expect(assign({ fills: [{ type: 'SOLID', color: { ...GREY, r: 255 } }] })).toThrow(
      'at [0].color.r',
    )
    expect(assign({ fills: [{ type: 'SOLID' }] })).toThrow('Required value missing at [0].color')
    expect(assign({ fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: 'none' }] })).toThrow(
      'Image does not exist',
    )
    expect(() => rectangle.resize(0, 10)).toThrow(
      'in resize: Expected "width" to have value >= 0.01 but got 0 instead',
    )
    expect(rectangle.opacity).toBe(1)
  })

  it('gives frozen values in 32-bit floats, apart from what was assigned', () => {
    const { figma } = openFile()
    const rectangle = figma.createRectangle()
    const paint = { type: 'SOLID' as const, color: { r: 0.1, g: 0, b: 0 }, opacity: 0.2 }
    rectangle.fills = [paint]
    paint.color.r = 1
    const fills = rectangle.fills
    expect(fills).toMatchObject([{ color: { r: Math.fround(0.1) }, opacity: Math.fround(0.2) }])
    expect(() => Object.assign(fills, { 0: paint })).toThrow(TypeError)
    expect(Object.isFrozen(fills[0])).toBe(true)
  })

  it('refuses what documentAccess: dynamic-page does not allow', async () => {
    const { figma } = openFile()
    const rectangle = figma.createRectangle()
    const page = figma.createPage()
    expect(() => figma.getNodeById('1:1')).toThrow(
      'in getNodeById: Cannot call with documentAccess: dynamic-page. Use figma.getNodeByIdAsync instead.',
    )
    expect(() => figma.getLocalPaintStyles()).toThrow('Use figma.getLocalPaintStylesAsync instead.')
    expect(() => (rectangle.fillStyleId = '')).toThrow(
      'in set_fillStyleId: Cannot call with documentAccess: dynamic-page. Use node.setFillStyleIdAsync instead.',
    )
    expect(() => (figma.currentPage = page)).toThrow('Use figma.setCurrentPageAsync instead.')
    await figma.setCurrentPageAsync(page)
    expect(figma.currentPage).toBe(page)
  })

  it('keeps a page shut until it is loaded', async () => {
    const file = openFile()
    file.figma.createPage()
    const { figma } = file.begin({ command: 'open', html: '' })
    const other = figma.root.children[1]
    if (other === undefined) throw new Error('no second page')
    expect(() => other.children).toThrow('has not been explicitly loaded')
    expect(() => other.appendChild(figma.createFrame())).toThrow('has not been explicitly loaded')
    expect(() => figma.root.findAllWithCriteria({ types: ['FRAME'] })).toThrow('loadAllPagesAsync')
    await other.loadAsync()
    expect(other.children).toEqual([])
    await figma.loadAllPagesAsync()
    expect(figma.root.findAllWithCriteria({ types: ['FRAME'] })).toHaveLength(1)
  })

  it('takes nothing for a node that only looks like one', () => {
    const { figma } = openFile()
    const lookalike = new Proxy(figma.createRectangle(), {})
    expect(() => figma.currentPage.appendChild(lookalike)).toThrow(
      'Expected "child" to have type node but got object instead',
    )
  })

  it('refuses what was removed, and knows that it is', async () => {
    const { figma } = openFile()
    const rectangle = figma.createRectangle()
    const { id } = rectangle
    rectangle.remove()
    expect(rectangle.removed).toBe(true)
    expect(() => rectangle.name).toThrow(`The node with id "${id}" does not exist`)
    expect(await figma.getNodeByIdAsync(id)).toBeNull()
  })

  it('names the member also in what a promise rejects with', async () => {
    const { figma } = openFile()
    const rectangle = figma.createRectangle()
    await expect(rectangle.setFillStyleIdAsync('S:none,')).rejects.toThrow(
      'in setFillStyleIdAsync: The style with id "S:none," does not exist',
    )
  })

  it('keeps plugin data to strings, 100 kB and namespaces of three characters', () => {
    const { figma } = openFile()
    const { root } = figma
    expect(() => root.setSharedPluginData('ab', 'key', 'value')).toThrow('namespace')
    expect(() => root.setSharedPluginData('cliquify', 'key', 'x'.repeat(102_401))).toThrow('100 kB')
    root.setSharedPluginData('cliquify', 'key', 'value')
    expect(root.getSharedPluginDataKeys('cliquify')).toEqual(['key'])
    root.setSharedPluginData('cliquify', 'key', '')
    expect(root.getSharedPluginDataKeys('cliquify')).toEqual([])
    expect(root.getSharedPluginData('cliquify', 'key')).toBe('')
  })
})
