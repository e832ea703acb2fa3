import { describe, expect, it } from 'vitest'
import { openFile } from './file.ts'

function autoLayout(figma: PluginAPI): FrameNode {
  const frame = figma.createFrame()
  frame.layoutMode = 'VERTICAL'
  frame.itemSpacing = 10
  frame.paddingLeft = frame.paddingTop = frame.paddingRight = frame.paddingBottom = 5
  return frame
}

function rectangle(figma: PluginAPI, width: number, height: number): RectangleNode {
  const node = figma.createRectangle()
  node.resize(width, height)
  return node
}

describe('layers', () => {
  it('are laid out by an auto-layout frame, which hugs them', () => {
    const { figma } = openFile()
    const frame = autoLayout(figma)
    const [first, second] = [rectangle(figma, 40, 20), rectangle(figma, 60, 30)]
    frame.appendChild(second)
    frame.insertChild(0, first)
    expect([first.x, first.y, second.x, second.y]).toEqual([5, 5, 5, 35])
    expect([frame.width, frame.height]).toEqual([70, 70])
  })

  it('cannot be moved inside an auto-layout frame, unless they are out of its flow', () => {
    const { figma } = openFile()
    const frame = autoLayout(figma)
    const child = rectangle(figma, 40, 20)
    expect(() => (child.layoutPositioning = 'ABSOLUTE')).toThrow('layoutMode !== NONE')
    frame.appendChild(child)
    child.x = 99
    expect(child.x).toBe(5)
    child.layoutPositioning = 'ABSOLUTE'
    child.x = 99
    expect(child.x).toBe(99)
  })

  it('fill the room that an auto-layout frame of fixed size has left', () => {
    const { figma } = openFile()
    const frame = autoLayout(figma)
    frame.resize(100, 200)
    const [fixed, filling] = [rectangle(figma, 40, 20), rectangle(figma, 10, 10)]
    frame.appendChild(fixed)
    frame.appendChild(filling)
    filling.layoutSizingVertical = 'FILL'
    filling.layoutSizingHorizontal = 'FILL'
    expect([filling.width, filling.height]).toEqual([90, 160])
  })

  it('follow their constraints when their frame changes its size', () => {
    const { figma } = openFile()
    const frame = figma.createFrame()
    const child = rectangle(figma, 20, 20)
    frame.appendChild(child)
    child.x = 70
    child.constraints = { horizontal: 'MAX', vertical: 'SCALE' }
    frame.resize(200, 300)
    expect([child.x, child.width, child.height]).toEqual([170, 20, 60])
  })

  it('have places on the canvas, also inside groups', () => {
    const { figma } = openFile()
    const frame = figma.createFrame()
    frame.x = 100
    const child = rectangle(figma, 10, 10)
    frame.appendChild(child)
    child.x = 20
    const group = figma.group([child], frame)
    expect([group.x, group.width]).toEqual([20, 10])
    group.x = 50
    expect(child.x).toBe(50)
    expect(child.absoluteBoundingBox).toEqual({ x: 150, y: 0, width: 10, height: 10 })
    child.remove()
    expect(group.removed).toBe(true)
  })

  it('keep their place among the same children when they are inserted again', () => {
    const { figma } = openFile()
    const [a, b, c] = [rectangle(figma, 1, 1), rectangle(figma, 1, 1), rectangle(figma, 1, 1)]
    figma.currentPage.insertChild(3, a)
    expect(figma.currentPage.children).toEqual([b, c, a])
    figma.currentPage.insertChild(1, a)
    expect(figma.currentPage.children).toEqual([b, a, c])
  })

  it('cannot go into an instance, nor out of one, nor into themselves', () => {
    const { figma } = openFile()
    const component = figma.createComponent()
    component.appendChild(rectangle(figma, 10, 10))
    const instance = component.createInstance()
    const [inside] = instance.children
    if (inside === undefined) throw new Error('empty instance')
    expect(inside.id).toMatch(/^I/)
    expect(() => instance.appendChild(figma.createFrame())).toThrow(
      'in appendChild: Cannot move node. New parent is an instance or is inside of an instance',
    )
    expect(() => inside.remove()).toThrow('Removing this node is not allowed')
    const frame = figma.createFrame()
    expect(() => frame.appendChild(frame)).toThrow('Cannot move node')
  })

  it('are found by type and by the shared data they carry', () => {
    const { figma } = openFile()
    const frame = figma.createFrame()
    const child = rectangle(figma, 10, 10)
    frame.appendChild(child)
    child.setSharedPluginData('cliquify', 'asset', '1')
    const found = (criteria: FindAllCriteria<NodeType[]>) =>
      figma.currentPage.findAllWithCriteria(criteria)
    expect(found({ types: ['FRAME'] })).toEqual([frame])
    expect(found({ sharedPluginData: { namespace: 'cliquify' } })).toEqual([child])
    expect(found({ sharedPluginData: { namespace: 'cliquify', keys: ['kit'] } })).toEqual([])
    expect(() => found({})).toThrow('criteria')
  })

  it('are copied with all they hold and carry', () => {
    const { figma } = openFile()
    const frame = figma.createFrame()
    const child = rectangle(figma, 10, 10)
    frame.appendChild(child)
    child.setSharedPluginData('cliquify', 'asset', '1')
    const copy = frame.clone()
    expect(copy.id).not.toBe(frame.id)
    expect(copy.children[0]?.getSharedPluginData('cliquify', 'asset')).toBe('1')
    expect(frame.children).toEqual([child])
  })

  it('need their font before text can be written', async () => {
    const { figma } = openFile()
    const text = figma.createText()
    expect(() => (text.characters = 'Hello')).toThrow('unloaded font "Inter Regular"')
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    text.characters = 'Hello'
    expect(text.name).toBe('Hello')
  })
})

describe('the selection', () => {
  it('takes only layers of its page, and is no write', () => {
    const file = openFile()
    const { figma } = file
    const child = rectangle(figma, 10, 10)
    const page = figma.createPage()
    file.clearWrites()
    figma.currentPage.selection = [child]
    expect(figma.currentPage.selection).toEqual([child])
    expect(() => (page.selection = [child])).toThrow('in set_selection')
    expect(file.writes()).toEqual([])
    child.remove()
    expect(figma.currentPage.selection).toEqual([])
  })
})

describe('the view', () => {
  it('shows what is scrolled into it, no larger than it was', () => {
    const file = openFile()
    const { figma } = file
    file.setViewport({ x: 0, y: 0, zoom: 1, width: 800, height: 600 })
    const node = rectangle(figma, 1600, 100)
    node.x = 1000
    figma.viewport.scrollAndZoomIntoView([node])
    expect(figma.viewport.center).toEqual({ x: 1800, y: 50 })
    expect(figma.viewport.zoom).toBe(0.5)
    expect(figma.viewport.bounds).toEqual({ x: 1000, y: -550, width: 1600, height: 1200 })
  })

  it('are turned and placed by their transform, without its scale', () => {
    const { figma } = openFile()
    const node = figma.createRectangle()
    node.relativeTransform = [
      [0, 2, 30],
      [-2, 0, 40],
    ]
    expect([node.x, node.y, node.width]).toEqual([30, 40, 100])
    expect(node.rotation).toBeCloseTo(90)
    const wrong = [[1, 0, 0]] as unknown as Transform
    expect(() => Object.assign(node, { relativeTransform: wrong })).toThrow('Expected two rows')
  })

  it('are found by any of several keys', () => {
    const { figma } = openFile()
    const [one, other, none] = [1, 2, 3].map(() => figma.createRectangle())
    one?.setSharedPluginData('abc', 'a', '1')
    other?.setSharedPluginData('abc', 'b', '1')
    none?.setSharedPluginData('xyz', 'a', '1')
    const find = (keys?: string[]) =>
      figma.currentPage
        .findAllWithCriteria({ sharedPluginData: { namespace: 'abc', ...(keys && { keys }) } })
        .map(({ id }) => id)
    expect(find(['a', 'b'])).toEqual([one?.id, other?.id])
    expect(find(['b', 'c'])).toEqual([other?.id])
    expect(find()).toEqual([one?.id, other?.id])
  })
})
