import { describe, expect, it } from 'vitest'
import { createSelection } from '../../../ui/brand/selection.ts'
import { assetKey } from '../../../ui/brand/asset-key.ts'
import { brandAsset } from '../placement/brand-asset.ts'

const named = (id: string) => brandAsset({ id, name: id })
const a = named('a')
const b = named('b')
const c = named('c')
const d = named('d')
const e = named('e')
const shown = [a, b, c, d, e]

function setUp() {
  const selection = createSelection((key) => shown.find((each) => assetKey(each) === key) ?? null)
  const names = (order = shown): string =>
    selection
      .inOrder(order)
      .map(({ id }) => id)
      .join('')
  return { selection, names }
}

describe('a selection', () => {
  it('takes one in and out again', () => {
    const { selection, names } = setUp()
    selection.toggle(c)
    selection.toggle(a)
    expect(names()).toBe('ac')
    selection.toggle(c)
    expect(names()).toBe('a')
  })

  it('extends from the last that was picked, in either direction', () => {
    const { selection, names } = setUp()
    selection.toggle(c)
    selection.extend(e, shown)
    expect(names()).toBe('cde')
    selection.extend(b, shown)
    expect(names()).toBe('bc')
  })

  it('keeps what was picked before an extension', () => {
    const { selection, names } = setUp()
    selection.toggle(a)
    selection.toggle(c)
    selection.extend(d, shown)
    expect(names()).toBe('acd')
  })

  it('begins an extension where it is told when nothing was picked', () => {
    const { selection, names } = setUp()
    selection.extend(d, shown, b)
    expect(names()).toBe('bcd')
    selection.clear()
    selection.extend(d, shown)
    expect(names()).toBe('d')
  })

  it('takes all that are shown, and none', () => {
    const { selection, names } = setUp()
    selection.all([b, c])
    expect(names()).toBe('bc')
    selection.clear()
    expect(names()).toBe('')
    expect(selection.keys.value.size).toBe(0)
  })

  it('takes all that are shown beside what was picked before a search', () => {
    const { selection, names } = setUp()
    selection.toggle(e)
    selection.all([b, c])
    expect(names()).toBe('bce')
  })

  it('keeps what a search hides, after what it shows', () => {
    const { selection, names } = setUp()
    selection.toggle(a)
    selection.toggle(d)
    expect(names([c, d, e])).toBe('da')
  })

  it('extends to one alone where the start is hidden', () => {
    const { selection, names } = setUp()
    selection.toggle(a)
    selection.extend(d, [c, d, e])
    expect(names()).toBe('ad')
  })
})
