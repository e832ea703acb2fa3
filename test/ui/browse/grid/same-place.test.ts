import { describe, expect, it } from 'vitest'
import { isSameList } from '../../../../ui/browse/grid/same-place.ts'

const items = (...ids: readonly (string | number)[]) => ids.map((id) => ({ id: String(id) }))
const same = (before: { id: string }[], after: { id: string }[]) =>
  isSameList(before, after, ({ id }) => id)
const ten = items(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)

describe('isSameList', () => {
  it('holds for a list that grew, at its end or in between', () => {
    expect(same(ten, [...ten, ...items('a', 'b')])).toBe(true)
    expect(same(ten, items(0, 'a', 1, 'b', 'c', 2, 3, 4, 5, 6, 7, 8, 9))).toBe(true)
  })

  it('holds for one that was loaded anew, without the one that is gone', () => {
    expect(same(ten, items(0, 1, 2, 3, 5, 6, 7, 8, 9))).toBe(true)
  })

  it('does not hold for what a search or a filter leaves, or for another order', () => {
    expect(same(ten, items(0, 4, 5))).toBe(false)
    expect(same(ten, [...ten].reverse())).toBe(false)
    expect(same(ten, items('a', 'b', 'c'))).toBe(false)
  })

  it('tells another order also of items that were loaded anew', () => {
    expect(same(ten, items(9, 8, 7, 6, 5, 4, 3, 2, 1, 0))).toBe(false)
  })
})
