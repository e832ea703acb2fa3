import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import type { FileItem } from '../../../plugin/colors/file-item.ts'
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

describe('colors that want one name', () => {
  const names = async (colors: readonly BrandColor[], styles: readonly FileItem[] = []) => {
    const planned = await planSync(syncOf(...colors), styles)
    return Object.fromEntries(planned.map(({ key, after }) => [key, after?.name]))
  }

  it('get numbers in the order of their ids, whatever the order of the list', async () => {
    const colors = ['10', '9', '2'].map((id) => brandColor({ id }))
    const expected = { 'id:2': 'Acme/Red', 'id:9': 'Acme/Red 2', 'id:10': 'Acme/Red 3' }
    expect(await names(colors)).toEqual(expected)
    expect(await names([...colors].reverse())).toEqual(expected)
  })

  it('keep the names they were synced with', async () => {
    const styles = [syncedStyle('S:1', { color: 'id:9' })]
    expect(await names([brandColor({ id: '1' }), brandColor({ id: '9' })], styles)).toEqual({
      'id:1': 'Acme/Red 2',
      'id:9': 'Acme/Red',
    })
  })

  it('keep a number even after its cause has gone', async () => {
    const styles = [syncedStyle('S:1', { color: 'id:9', name: 'Acme/Red 2', wanted: 'Acme/Red' })]
    expect(await names([brandColor({ id: '9' })], styles)).toEqual({ 'id:9': 'Acme/Red 2' })
  })

  it('do not mistake a rename in Cliquify for a number', async () => {
    const styles = [syncedStyle('S:1', { color: 'id:9', name: 'Acme/Red 2' })]
    expect(await names([brandColor({ id: '9', name: 'Red' })], styles)).toEqual({
      'id:9': 'Acme/Red',
    })
  })

  it('keep their numbers when the kit is renamed', async () => {
    const styles = [
      syncedStyle('S:1', { color: 'id:1', name: 'Old/Red 2', wanted: 'Old/Red' }),
      syncedStyle('S:2', { color: 'id:2', name: 'Old/Red', wanted: 'Old/Red' }),
    ]
    expect(await names([brandColor({ id: '1' }), brandColor({ id: '2' })], styles)).toEqual({
      'id:1': 'Acme/Red 2',
      'id:2': 'Acme/Red',
    })
  })

  it('skip a number that another color or style bears', async () => {
    const colors = [
      brandColor({ id: '1' }),
      brandColor({ id: '2', value: GREEN }),
      brandColor({ id: '3', name: 'Red 2' }),
    ]
    const styles = [foreignStyle('S:1', `${KIT.name}/Red 3`, BLUE)]
    expect(await names(colors, styles)).toEqual({
      'id:1': 'Acme/Red',
      'id:2': 'Acme/Red 4',
      'id:3': 'Acme/Red 2',
    })
  })

  it('skip a number that they bear already, but not alone', async () => {
    const styles = [
      foreignStyle('S:1', 'Acme/Red 2', BLUE),
      syncedStyle('S:2', { color: 'id:1', name: 'Old/Red' }),
      syncedStyle(
        'S:3',
        { color: 'id:2', name: 'Old/Red 2', wanted: 'Old/Red' },
        { name: 'Acme/Red 2' },
      ),
    ]
    expect(await names([brandColor({ id: '1' }), brandColor({ id: '2' })], styles)).toEqual({
      'id:1': 'Acme/Red',
      'id:2': 'Acme/Red 3',
    })
  })

  it('leave a variable the name that a person gave it, and may keep once more', async () => {
    const byHand = { color: 'id:1', name: 'Acme/Red', wanted: 'Acme/Blue', value: BLUE }
    const colors = [
      brandColor({ id: '1', name: 'Navy', value: BLUE }),
      brandColor({ id: '2', name: 'Red' }),
    ]
    const planned = await planSync(syncOf(...colors), [syncedStyle('V:1', byHand)], 'variable')
    expect(planned.map(({ outcome, after }) => [outcome, after?.name])).toEqual([
      ['conflict', 'Acme/Navy'],
      ['create', 'Acme/Red 2'],
    ])
  })

  it('leave a variable its name where nothing but a note says which color it is', async () => {
    const link = { color: 'id:1', name: 'Acme/Red', wanted: 'Acme/Blue' }
    const colors = [
      brandColor({ id: '1', value: GREEN }),
      brandColor({ id: '2', name: 'Blue', value: BLUE }),
    ]
    const items = [syncedStyle('V:1', link, { name: 'Acme/Blue' })]
    const planned = await planSync(syncOf(...colors), items, 'variable')
    expect(planned.map(({ outcome, after }) => [outcome, after?.name])).toEqual([
      ['conflict', 'Acme/Red'],
      ['create', 'Acme/Blue 2'],
    ])
  })

  it('say why they got a number', async () => {
    const rows = await planSync(syncOf(brandColor({ id: '1' }), brandColor({ id: '2' })), [])
    expect(rows.map(({ reason }) => reason)).toEqual([null, { kind: 'numbered', name: 'Acme/Red' }])
  })

  it('without ids are told apart by palette, and by value within one', async () => {
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
    expect(await names(colors)).toEqual(expected)
    expect(await names([...colors].reverse())).toEqual(expected)
  })
})
