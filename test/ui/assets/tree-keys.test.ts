import { describe, expect, it } from 'vitest'
import { folderRows } from '../../../ui/assets/folder-tree.ts'
import { treeMove } from '../../../ui/assets/tree-keys.ts'

const folders = [
  { id: 'a', name: 'a', parentId: null },
  { id: 'a1', name: 'a1', parentId: 'a' },
  { id: 'a2', name: 'a2', parentId: 'a' },
  { id: 'b', name: 'b', parentId: null },
]
const closed = folderRows(folders, new Set())
const open = folderRows(folders, new Set(['a']))

describe('the keys of the folder tree', () => {
  it('go up and down among the rows that are shown, and not beyond', () => {
    expect(treeMove('ArrowDown', 0, open)).toBe(1)
    expect(treeMove('ArrowUp', 1, open)).toBe(0)
    expect(treeMove('ArrowUp', 0, open)).toBeNull()
    expect(treeMove('ArrowDown', 1, closed)).toBeNull()
    expect(treeMove('End', 0, open)).toBe(3)
    expect(treeMove('Home', 3, open)).toBe(0)
  })

  it('open a closed folder, then go into it', () => {
    expect(treeMove('ArrowRight', 0, closed)).toBe('open')
    expect(treeMove('ArrowRight', 0, open)).toBe(1)
    expect(treeMove('ArrowRight', 1, open)).toBeNull()
  })

  it('go out to the folder around, then close it', () => {
    expect(treeMove('ArrowLeft', 2, open)).toBe(0)
    expect(treeMove('ArrowLeft', 0, open)).toBe('close')
    expect(treeMove('ArrowLeft', 0, closed)).toBeNull()
  })

  it('leave all other keys alone', () => {
    expect(treeMove('x', 0, open)).toBeNull()
  })
})
