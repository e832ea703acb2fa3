import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepOrder } from '../../../../ui/browse/grid/keep-order.ts'
import { brandAsset } from '../../placement/brand-asset.ts'

const all = new Map(Array.from('abcdefgh').map((id) => [id, brandAsset({ id })]))
const listOf = (ids: string) => Array.from(ids).flatMap((id) => all.get(id) ?? [])
const kept = (onScreen: string, next: string) =>
  keepOrder(listOf(onScreen), listOf(next))
    .map(({ id }) => id)
    .join('')

describe('what is on screen while more arrives', () => {
  it('stays where it is, and what is new comes after it', () => {
    expect(kept('bd', 'abcd')).toBe('bdac')
  })

  it('loses only what is no longer found', () => {
    expect(kept('bda', 'ad')).toBe('da')
  })

  it('shows the newer data of an asset', () => {
    const newer = brandAsset({ id: 'a', name: 'Newer' })
    expect(keepOrder(listOf('ba'), [newer, ...listOf('b')])[1]).toBe(newer)
  })

  it('is the same list where nothing is new, so that nothing is drawn again', () => {
    const onScreen = listOf('ba')
    expect(keepOrder(onScreen, listOf('ab'))).toBe(onScreen)
  })

  it('always holds exactly what is found', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...all.keys())).map((list) => list.join(''))
    fc.assert(
      fc.property(ids, ids, (onScreen, next) => {
        expect(Array.from(kept(onScreen, next)).sort()).toEqual(Array.from(next).sort())
      }),
    )
  })
})
