import { describe, expect, it } from 'vitest'
import type { Folder } from '../../../shared/brand.ts'
import {
  folderAndInside,
  folderCounts,
  folderPath,
  folderRows,
} from '../../../ui/assets/folder-tree.ts'
import { brandAsset } from '../placement/brand-asset.ts'

const folder = (id: string, parentId: string | null): Folder => ({ id, name: id, parentId })
const tree = [folder('b1', 'b'), folder('a', null), folder('b', null), folder('b1x', 'b1')]

describe('folderRows', () => {
  it('lists open folders with what is inside, and leaves out what is inside closed ones', () => {
    const shown = (...open: readonly string[]) =>
      folderRows(tree, new Set(open)).map(({ id, depth, state }) => [id, depth, state])
    expect(shown()).toEqual([
      ['a', 0, 'without-folders'],
      ['b', 0, 'closed'],
    ])
    expect(shown('b', 'b1')).toEqual([
      ['a', 0, 'without-folders'],
      ['b', 0, 'open'],
      ['b1', 1, 'open'],
      ['b1x', 2, 'without-folders'],
    ])
    expect(shown('b1')).toEqual(shown())
  })
})

describe('folderPath', () => {
  const path = (folders: readonly Folder[], id: string) =>
    folderPath(folders, id).map((each) => each.id)

  it('leads from the top down to the folder', () => {
    expect(path(tree, 'b1x')).toEqual(['b', 'b1', 'b1x'])
    expect(path(tree, 'a')).toEqual(['a'])
  })

  it('is empty where there is no such folder', () => {
    expect(path(tree, 'gone')).toEqual([])
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

describe('folderCounts', () => {
  it('counts for each folder what is shown where it is chosen: what is inside others in it too', () => {
    const places = [
      ...[['a'], ['b'], ['b1'], ['b1x'], ['b1x'], ['gone'], []],
      ...[
        ['b', 'b1x'],
        ['b1x', 'b'],
        ['a', 'b1', 'gone'],
        ['b1', 'b1'],
      ],
    ]
    const assets = places.map((folderIds) => brandAsset({ folderIds }))
    const counts = folderCounts(tree, assets)
    for (const { id } of tree) {
      const inside = folderAndInside(tree, id)
      const shown = places.filter((folderIds) => folderIds.some((folderId) => inside.has(folderId)))
      expect([id, counts.get(id)]).toEqual([id, shown.length])
    }
    expect([...counts.values()].length).toBeGreaterThan(tree.length)
  })
})
