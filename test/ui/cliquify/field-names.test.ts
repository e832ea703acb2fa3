import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../shared/color.ts'
import type { SettingsChange } from '../../cliquify/settings.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected, patience } from './connected.ts'
import { expectedHexes, firstKit } from './whole-lists.ts'

const api = useCliquify()

const FIELD_SHAPES: readonly SettingsChange['fields'][] = [
  { ids: 'string' },
  { name: 'title', media: 'image', thumbnail: 'thumb', kind: 'type' },
  { name: 'label', media: 'image_url', thumbnail: 'preview', kind: 'file_type' },
  { name: 'file_name', media: 'file', thumbnail: 'preview_url', kind: 'extension' },
  { media: 'file_url', thumbnail: 'thumbnail', kind: 'none', date: 'updatedAt' },
  { media: 'original_url', urls: 'relative', date: 'modified_at', dateFormat: 'sql' },
  { media: 'src', urls: 'unescaped', dateFormat: 'sql' },
  { tags: 'strings', folder: 'object', folders: 'children' },
  { tags: 'ids', folder: 'name' },
]

describe('fields under any name', () => {
  it.each(FIELD_SHAPES)('reads the same assets from %o', async (fields) => {
    const { client } = await connected(api.origin)
    const usual = await client.assets(null, patience())
    api.configure({ fields: fields ?? {} })
    const other = await connected(api.origin)
    // Else their names come after the assets.
    await Promise.all([other.client.assetTags(patience()), other.client.folders(patience())])
    const unusual = await other.client.assets(null, patience())
    expect(unusual.skipped).toEqual([])
    expect(unusual.items.length).toBeGreaterThan(0)
    const told = usual.items.map((asset, at) =>
      fields?.name === undefined ? asset : { ...asset, name: unusual.items[at]?.name },
    )
    expect(unusual.items).toEqual(told)
    expect(unusual.items.every(({ name }) => name.trim() !== '')).toBe(true)
    expect(await other.client.folders(patience())).toEqual(await client.folders(patience()))
  })

  it.each([
    { colorList: 'objects' },
    { colorList: 'strings' },
    { colorValue: 'hex_code' },
    { colorValue: 'value' },
    { colorValue: 'color' },
    { colorValue: 'code' },
    { name: 'none' },
    { colorIds: false },
  ] as const)('reads the same colors from %o', async (fields) => {
    api.configure({ fields })
    const { client } = await connected(api.origin)
    const colors = await client.colors(await firstKit(client), patience())
    expect(colors.items.map(({ value }) => hexOf(value))).toEqual(expectedHexes(api))
    const sampled = api.brand.kits[0]?.palettes.flatMap((palette) => palette.colors).length
    expect(colors.items.length + colors.skipped.length).toBe(sampled)
  })

  it('names colors by their key where they are keyed by name', async () => {
    api.configure({ fields: { colorList: 'by-name' } })
    const { client } = await connected(api.origin)
    const { items, skipped } = await client.colors(await firstKit(client), patience())
    const sampled = api.brand.kits[0]?.palettes.flatMap((palette) => palette.colors) ?? []
    expect(items.length + skipped.length).toBe(new Set(sampled.map(({ name }) => name)).size)
    const [first] = sampled
    expect(items.find(({ name }) => name === first?.name)?.notation).toBe(first?.value)
  })

  it.each(['rgb', 'channels'] as const)('reads colors from %s', async (colorValue) => {
    api.configure({ fields: { colorValue } })
    const { client } = await connected(api.origin)
    const colors = await client.colors(await firstKit(client), patience())
    expect(colors.items).toHaveLength(expectedHexes(api).length)
    const sampled = api.brand.kits[0]?.palettes.flatMap((palette) => palette.colors).length
    expect(colors.items.length + colors.skipped.length).toBe(sampled)
  })
})
