import { describe, expect, it } from 'vitest'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../../shared/protocol.ts'
import { openColors } from './open-colors.ts'
import { brandColor, GREEN, KIT } from './samples.ts'

const colors = [
  brandColor({ id: '1', palette: 'Core' }),
  brandColor({ id: '2', name: 'Leaf', palette: 'Core', value: GREEN }),
  brandColor({ id: '3', name: 'v1.5', palette: null }),
]

const naming = (change: Partial<SyncOptions['naming']>): Partial<SyncOptions> => ({
  naming: { ...DEFAULT_SYNC_OPTIONS.naming, ...change },
})

describe('a file that has lost what was noted of its syncs, as a merged branch has', () => {
  it.each<[string, Partial<SyncOptions>]>([
    ['styles', {}],
    ['variables', { target: 'variables' }],
    ['both', { target: 'both' }],
    ['a collection that kits share', { target: 'variables', collection: 'shared' }],
    ['no prefix', naming({ prefix: { type: 'none' } })],
    ['a prefix of their own', naming({ prefix: { type: 'own', text: 'Brand/2026' } })],
    ['no palettes', naming({ grouping: 'flat' })],
    ['variables without palettes', { target: 'variables', ...naming({ grouping: 'flat' }) }],
  ])('is synced as it was, with %s', async (_, options) => {
    const o = openColors(options)
    await o.apply(colors)
    const { root } = o.file.figma
    for (const key of root.getSharedPluginDataKeys('cliquify')) {
      root.setSharedPluginData('cliquify', key, '')
    }
    const plan = await o.room.plan({ kit: KIT, colors })
    expect(plan.options).toEqual({ ...DEFAULT_SYNC_OPTIONS, ...options })
    expect(plan.lastSyncedAt).toBeNull()
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(colors.map(() => 'unchanged'))
  })

  it('goes by the default where nothing in it is of the kit', async () => {
    const { room } = openColors({})
    expect((await room.plan({ kit: KIT, colors })).options).toEqual(DEFAULT_SYNC_OPTIONS)
  })
})
