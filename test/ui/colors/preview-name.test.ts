import { describe, expect, it } from 'vitest'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../../shared/protocol.ts'
import { previewName } from '../../../ui/colors/preview-name.ts'

const KIT = { id: '11', name: 'Aurora Coffee' }
const COLOR = {
  id: '1',
  name: 'Night Sky',
  palette: 'Core',
  value: { r: 0, g: 0, b: 0, a: 1 },
  notation: '#000',
}
const name = (change: Partial<SyncOptions>): string =>
  previewName(KIT, COLOR, { ...DEFAULT_SYNC_OPTIONS, ...change })

describe('the example of a name', () => {
  it('has the kit, the palette and the color', () => {
    expect(name({})).toBe('Aurora Coffee/Core/Night Sky')
  })

  it('follows the prefix and the grouping', () => {
    const prefix = { type: 'own', text: 'Brand/2026' } as const
    expect(name({ naming: { prefix, grouping: 'flat' } })).toBe('Brand/2026/Night Sky')
    expect(name({ naming: { prefix: { type: 'none' }, grouping: 'palette' } })).toBe(
      'Core/Night Sky',
    )
  })

  it('leaves the kit out of variables that kits share', () => {
    expect(name({ target: 'variables', collection: 'shared' })).toBe('Core/Night Sky')
    expect(name({ target: 'both', collection: 'shared' })).toBe('Aurora Coffee/Core/Night Sky')
    expect(name({ target: 'variables', collection: 'own' })).toBe('Aurora Coffee/Core/Night Sky')
  })
})
