import { describe, expect, it } from 'vitest'
import { colorName, type ItemKind } from '../../shared/color-name.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../shared/sync.ts'

const KIT = { id: '11', name: 'Aurora Coffee' }
const COLOR = {
  id: '1',
  name: 'Night Sky',
  palette: 'Core',
  value: { r: 0, g: 0, b: 0, a: 1 },
  notation: '#000',
}
const name = (kind: ItemKind, change: Partial<SyncOptions> = {}): string =>
  colorName(kind, KIT, COLOR, { ...DEFAULT_SYNC_OPTIONS, ...change })

describe('the name of a color in the file', () => {
  it('has the kit, the palette and the color', () => {
    expect(name('style')).toBe('Aurora Coffee/Core/Night Sky')
  })

  it('follows the prefix and the grouping', () => {
    const prefix = { type: 'own', text: 'Brand/2026' } as const
    expect(name('style', { naming: { prefix, grouping: 'flat' } })).toBe('Brand/2026/Night Sky')
    expect(name('style', { naming: { prefix: { type: 'none' }, grouping: 'palette' } })).toBe(
      'Core/Night Sky',
    )
  })

  it('leaves the kit out of variables that kits share', () => {
    expect(name('variable', { collection: 'shared' })).toBe('Core/Night Sky')
    expect(name('style', { collection: 'shared' })).toBe('Aurora Coffee/Core/Night Sky')
    expect(name('variable', { collection: 'own' })).toBe('Aurora Coffee/Core/Night Sky')
  })

  it.each([
    ['has no empty folder where there is no palette', 'Acme', null, 'Red', 'Acme/Red'],
    ['has no empty folder where the palette is blank', 'Acme', '  ', 'Red', 'Acme/Red'],
    ['keeps a slash from becoming a folder', 'A/B', 'C∕D', 'E/F', 'A∕B/C∕D/E∕F'],
    ['has a folder for each group', 'Acme', 'Dark/Text', 'Red', 'Acme/Dark/Text/Red'],
    ['is trimmed', ' Acme ', ' Warm\n', '\tRed  hot ', 'Acme/Warm/Red hot'],
    ['falls back to the hex', 'Acme', 'Warm', '', 'Acme/Warm/#000000'],
    ['falls back to a kit of no name', ' ', null, 'Red', 'Brand kit/Red'],
  ])('%s', (_, kit, palette, color, expected) => {
    const named = { ...COLOR, palette, name: color }
    expect(colorName('style', { name: kit }, named, DEFAULT_SYNC_OPTIONS)).toBe(expected)
  })
})
