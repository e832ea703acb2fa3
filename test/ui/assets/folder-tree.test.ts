import { describe, expect, it } from 'vitest'
import type { Folder } from '../../../shared/brand.ts'
import { folderAndInside, folderOptions } from '../../../ui/assets/folder-tree.ts'

const folder = (id: string, parentId: string | null): Folder => ({ id, name: id, parentId })
const tree = [folder('b1', 'b'), folder('a', null), folder('b', null), folder('b1x', 'b1')]

describe('folderOptions', () => {
  it('lists folders below their parents', () => {
    expect(folderOptions(tree).map(({ id, depth }) => [id, depth])).toEqual([
      ['a', 0],
      ['b', 0],
      ['b1', 1],
      ['b1x', 2],
    ])
  })

  it('lists each folder once, also where parents are missing or go in a circle', () => {
    const odd = [folder('x', 'y'), folder('y', 'x'), folder('z', 'missing'), folder('self', 'self')]
    expect(
      folderOptions(odd)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['self', 'x', 'y', 'z'])
  })
})

describe('folderAndInside', () => {
  it('takes in folders at any depth', () => {
    expect([...folderAndInside(tree, 'b')]).toEqual(['b', 'b1', 'b1x'])
    expect([...folderAndInside(tree, 'a')]).toEqual(['a'])
  })

  it('ends where parents go in a circle', () => {
    expect([...folderAndInside([folder('x', 'y'), folder('y', 'x')], 'x')]).toEqual(['x', 'y'])
  })
})
