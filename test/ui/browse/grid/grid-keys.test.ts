import { describe, expect, it } from 'vitest'
import { tileAfterKey } from '../../../../ui/browse/grid/grid-keys.ts'

/** Seven tiles, three in a row, two rows in view. */
const after = (key: string, from: number) =>
  tileAfterKey(key, from, { count: 7, columns: 3, rowsInView: 2 })

describe('tileAfterKey', () => {
  it('moves by one within and across rows', () => {
    expect(after('ArrowRight', 2)).toBe(3)
    expect(after('ArrowLeft', 3)).toBe(2)
  })

  it('moves by a row', () => {
    expect(after('ArrowDown', 1)).toBe(4)
    expect(after('ArrowUp', 4)).toBe(1)
  })

  it('moves by a view less one row, that one keeps the place', () => {
    const page = (key: string, from: number) =>
      tileAfterKey(key, from, { count: 100, columns: 3, rowsInView: 5 })
    expect(page('PageDown', 4)).toBe(16)
    expect(page('PageUp', 16)).toBe(4)
  })

  it('goes to the last tile where the next row is too short', () => {
    expect(after('ArrowDown', 5)).toBe(6)
    expect(after('PageDown', 4)).toBe(6)
  })

  it('goes to the first row, in the same column, where a view is more than is above', () => {
    const page = tileAfterKey('PageUp', 7, { count: 100, columns: 3, rowsInView: 9 })
    expect(page).toBe(1)
  })

  it('stays at the edges', () => {
    expect(after('ArrowLeft', 0)).toBeNull()
    expect(after('ArrowUp', 2)).toBeNull()
    expect(after('ArrowRight', 6)).toBeNull()
    expect(after('ArrowDown', 6)).toBeNull()
    expect(after('PageDown', 6)).toBeNull()
    expect(after('PageUp', 2)).toBeNull()
  })

  it('goes to both ends', () => {
    expect(after('Home', 5)).toBe(0)
    expect(after('End', 0)).toBe(6)
  })

  it('leaves other keys alone', () => {
    expect(after('Enter', 1)).toBeNull()
  })
})
