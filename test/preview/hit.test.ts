import { describe, expect, it } from 'vitest'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { clicked, doubleClicked, findNode, pathAt } from './page/hit.ts'

function node(
  id: string,
  [x, y, width, height]: [number, number, number, number],
  rest: Partial<NodeSnapshot> = {},
): NodeSnapshot {
  return {
    id,
    type: 'RECTANGLE',
    name: id,
    visible: true,
    locked: false,
    x,
    y,
    width,
    height,
    rotation: 0,
    absoluteX: x,
    absoluteY: y,
    opacity: 1,
    cornerRadius: 0,
    clipsContent: false,
    layoutMode: 'NONE',
    fills: [],
    strokes: [],
    strokeWeight: 0,
    fillStyleId: '',
    strokeStyleId: '',
    vectorPaths: [],
    characters: '',
    fontSize: 0,
    fontStyle: 'Regular',
    sharedPluginData: {},
    relaunchData: {},
    devResources: [],
    children: [],
    ...rest,
  }
}

const inner = node('inner', [20, 20, 10, 10])
const card = node('card', [10, 10, 50, 50], { type: 'FRAME', children: [inner] })
const screen = node('screen', [0, 0, 100, 100], {
  type: 'FRAME',
  clipsContent: true,
  children: [card, node('outside', [200, 0, 10, 10])],
})
const over = node('over', [90, 90, 50, 50])
const page = [screen, over]
const ids = (nodes: readonly NodeSnapshot[]): readonly string[] => nodes.map(({ id }) => id)

describe('pathAt', () => {
  it('goes from the outermost to the innermost', () => {
    expect(ids(pathAt(page, { x: 25, y: 25 }))).toEqual(['screen', 'card', 'inner'])
  })

  it('takes the topmost where nodes overlap', () => {
    expect(ids(pathAt(page, { x: 95, y: 95 }))).toEqual(['over'])
  })

  it('does not see what its frame clips, or what is hidden or locked', () => {
    expect(pathAt(page, { x: 205, y: 5 })).toEqual([])
    const hidden = [node('hidden', [0, 0, 9, 9], { visible: false })]
    const locked = [node('locked', [0, 0, 9, 9], { locked: true })]
    expect(pathAt(hidden, { x: 1, y: 1 })).toEqual([])
    expect(pathAt(locked, { x: 1, y: 1 })).toEqual([])
  })

  it('sees what sticks out of a frame that does not clip', () => {
    const open = node('open', [0, 0, 10, 10], {
      type: 'FRAME',
      children: [node('sticking-out', [50, 50, 10, 10])],
    })
    expect(ids(pathAt([open], { x: 55, y: 55 }))).toEqual(['open', 'sticking-out'])
  })
})

describe('clicked', () => {
  it('selects the child of a frame on the page, or the frame where there is no child', () => {
    expect(clicked(page, { x: 25, y: 25 }, false)?.id).toBe('card')
    expect(clicked(page, { x: 80, y: 5 }, false)?.id).toBe('screen')
  })

  it('selects the innermost when deep', () => {
    expect(clicked(page, { x: 25, y: 25 }, true)?.id).toBe('inner')
  })

  it('selects nothing on the bare canvas', () => {
    expect(clicked(page, { x: 500, y: 500 }, false)).toBeNull()
  })
})

describe('doubleClicked', () => {
  it('goes one level further in each time', () => {
    expect(doubleClicked(page, { x: 25, y: 25 }, ['card'])?.id).toBe('inner')
    expect(doubleClicked(page, { x: 25, y: 25 }, ['inner'])?.id).toBe('inner')
    expect(doubleClicked(page, { x: 25, y: 25 }, [])?.id).toBe('screen')
  })
})

describe('findNode', () => {
  it('finds a node at any depth', () => {
    expect(findNode(page, 'inner')).toBe(inner)
    expect(findNode(page, 'nobody')).toBeNull()
  })
})
