import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../../shared/sync.ts'
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

describe.each(['styles', 'variables', 'both'] as const)(
  'a file into which a branch was merged that was synced to %s',
  (target) => {
    const [ink, leaf, moss, sky] = ['Ink', 'Leaf', 'Moss', 'Sky'].map((name) =>
      brandColor({ id: name, name }),
    ) as [BrandColor, BrandColor, BrandColor, BrandColor]

    /** Syncs the file, then a branch of it, whose notes in the file itself are lost with the merge. */
    async function merged() {
      const o = openColors({ target })
      await o.apply([ink])
      const { root } = o.file.figma
      const keys = root.getSharedPluginDataKeys('cliquify')
      const notes = keys.map((key) => [key, root.getSharedPluginData('cliquify', key)] as const)
      await o.apply([ink, leaf, moss])
      for (const [key, note] of notes) root.setSharedPluginData('cliquify', key, note)
      const removeLeaf = async (): Promise<void> => {
        for (const { id, name } of o.styles()) {
          if (name === 'Acme/Leaf') o.file.edit({ type: 'remove-style', id })
        }
        if (target !== 'styles') (await o.variable('Acme/Leaf')).remove()
      }
      return { ...o, removeLeaf }
    }

    it('tells that what is new may have been deleted', async () => {
      const { plan, removeLeaf } = await merged()
      await removeLeaf()
      const { rows, isMerged } = await plan([ink, leaf, moss])
      expect(rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'create', 'unchanged'])
      expect(isMerged).toBe(true)
    })

    it.each([
      ['that has nothing else to write', []],
      ['with news', [sky]],
    ])('has it all noted again by a sync %s, and knows then what was deleted', async (_, news) => {
      const { apply, plan, removeLeaf, file, ops } = await merged()
      const all = [ink, leaf, moss, ...news]
      file.clearWrites()
      const report = await apply(all)
      expect(report.rows).toHaveLength(news.length)
      if (news.length === 0) expect(new Set(ops())).toEqual(new Set(['setSharedPluginData']))
      file.clearWrites()
      await apply(all)
      expect(ops()).toEqual([])
      await removeLeaf()
      const { rows, isMerged } = await plan(all)
      expect(rows.map(({ outcome }) => outcome)).toContain('deleted')
      expect(isMerged).toBe(false)
    })

    it('is not what a synced file is taken for, whatever Cliquify has removed or lists twice', async () => {
      const { apply, plan } = openColors({ target })
      await apply([ink, leaf, moss])
      expect((await plan([ink, leaf])).isMerged).toBe(false)
      await apply([ink, sky])
      expect((await plan([ink, sky, sky, moss])).isMerged).toBe(false)
    })
  },
)
