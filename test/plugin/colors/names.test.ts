import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { colorName } from '../../../shared/color-name.ts'
import { DEFAULT_SYNC_OPTIONS } from '../../../shared/protocol.ts'
import {
  BLUE,
  brandColor,
  foreignStyle,
  GREEN,
  KIT,
  planSync,
  syncedStyle,
  syncOf,
} from './samples.ts'

describe('the name of a style', () => {
  it.each([
    ['has kit, palette and color', 'Acme', 'Warm', 'Red', 'Acme/Warm/Red'],
    ['has no empty folder where there is no palette', 'Acme', null, 'Red', 'Acme/Red'],
    ['has no empty folder where the palette is blank', 'Acme', '  ', 'Red', 'Acme/Red'],
    ['keeps a slash from becoming a folder', 'A/B', 'C/D', 'E/F', 'A∕B/C∕D/E∕F'],
    ['is trimmed', ' Acme ', ' Warm\n', '\tRed  hot ', 'Acme/Warm/Red hot'],
    ['falls back to the hex', 'Acme', 'Warm', '', 'Acme/Warm/#FF0000'],
    ['falls back to a kit of no name', ' ', null, 'Red', 'Brand kit/Red'],
  ])('%s', (_, kit, palette, name, expected) => {
    const color = brandColor({ id: '1', palette, name })
    expect(colorName({ name: kit }, color, DEFAULT_SYNC_OPTIONS.naming)).toBe(expected)
  })
})

describe('colors that want one name', () => {
  const names = (colors: readonly BrandColor[], styles: Parameters<typeof planSync>[1] = []) =>
    Object.fromEntries(
      planSync(syncOf(...colors), styles).map(({ key, after }) => [key, after?.name]),
    )

  it('get numbers in the order of their ids, whatever the order of the list', () => {
    const colors = ['10', '9', '2'].map((id) => brandColor({ id }))
    const expected = { 'id:2': 'Acme/Red', 'id:9': 'Acme/Red 2', 'id:10': 'Acme/Red 3' }
    expect(names(colors)).toEqual(expected)
    expect(names([...colors].reverse())).toEqual(expected)
  })

  it('keep the names they were synced with', () => {
    const styles = [syncedStyle('S:1', { color: 'id:9' })]
    expect(names([brandColor({ id: '1' }), brandColor({ id: '9' })], styles)).toEqual({
      'id:1': 'Acme/Red 2',
      'id:9': 'Acme/Red',
    })
  })

  it('keep a number even after its cause has gone', () => {
    const styles = [syncedStyle('S:1', { color: 'id:9', name: 'Acme/Red 2', wanted: 'Acme/Red' })]
    expect(names([brandColor({ id: '9' })], styles)).toEqual({ 'id:9': 'Acme/Red 2' })
  })

  it('do not mistake a rename in Cliquify for a number', () => {
    const styles = [syncedStyle('S:1', { color: 'id:9', name: 'Acme/Red 2' })]
    expect(names([brandColor({ id: '9', name: 'Red' })], styles)).toEqual({ 'id:9': 'Acme/Red' })
  })

  it('keep their numbers when the kit is renamed', () => {
    const styles = [
      syncedStyle('S:1', { color: 'id:1', name: 'Old/Red 2', wanted: 'Old/Red' }),
      syncedStyle('S:2', { color: 'id:2', name: 'Old/Red', wanted: 'Old/Red' }),
    ]
    expect(names([brandColor({ id: '1' }), brandColor({ id: '2' })], styles)).toEqual({
      'id:1': 'Acme/Red 2',
      'id:2': 'Acme/Red',
    })
  })

  it('skip a number that another color or style bears', () => {
    const colors = [
      brandColor({ id: '1' }),
      brandColor({ id: '2', value: GREEN }),
      brandColor({ id: '3', name: 'Red 2' }),
    ]
    const styles = [foreignStyle('S:1', `${KIT.name}/Red 3`, BLUE)]
    expect(names(colors, styles)).toEqual({
      'id:1': 'Acme/Red',
      'id:2': 'Acme/Red 4',
      'id:3': 'Acme/Red 2',
    })
  })

  it('skip a number that they bear already, but not alone', () => {
    const styles = [
      foreignStyle('S:1', 'Acme/Red 2', BLUE),
      syncedStyle('S:2', { color: 'id:1', name: 'Old/Red' }),
      syncedStyle(
        'S:3',
        { color: 'id:2', name: 'Old/Red 2', wanted: 'Old/Red' },
        { name: 'Acme/Red 2' },
      ),
    ]
    expect(names([brandColor({ id: '1' }), brandColor({ id: '2' })], styles)).toEqual({
      'id:1': 'Acme/Red',
      'id:2': 'Acme/Red 3',
    })
  })

  it('say why they got a number', () => {
    const rows = planSync(syncOf(brandColor({ id: '1' }), brandColor({ id: '2' })), [])
    expect(rows.map(({ reason }) => reason)).toEqual([null, expect.stringContaining('“Acme/Red”')])
  })

  it('without ids are told apart by palette, and by value within one', () => {
    const colors = [
      brandColor({ id: null, palette: 'A' }),
      brandColor({ id: null, palette: 'A', value: BLUE }),
      brandColor({ id: null, palette: 'B' }),
    ]
    const expected = {
      'name:A/Red': 'Acme/A/Red',
      'name:A/Red/2': 'Acme/A/Red 2',
      'name:B/Red': 'Acme/B/Red',
    }
    expect(names(colors)).toEqual(expected)
    expect(names([...colors].reverse())).toEqual(expected)
  })
})
