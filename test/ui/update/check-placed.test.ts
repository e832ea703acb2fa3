import { describe, expect, it, vi } from 'vitest'
import type { BrandAsset, BrandKit } from '../../../shared/brand.ts'
import type { PlacedAsset, PlacedList } from '../../../shared/update.ts'
import { Trouble } from '../../../shared/trouble.ts'
import type { Client } from '../../../ui/cliquify/client.ts'
import {
  checkPlaced,
  type CheckOptions,
  type CheckProgress,
} from '../../../ui/update/check-placed.ts'
import type { Plugin } from '../../../ui/plugin.ts'
import { clientOf, connectedEnds } from '../placement/border.ts'
import { brandAsset, placedFrom } from '../placement/brand-asset.ts'

const kit = (id: string): BrandKit => ({ id, name: id, colors: null, logos: null })

const listOf = (layers: readonly PlacedAsset[]): PlacedList => ({
  scope: 'page',
  hasSelection: false,
  layers,
  inInstances: 2,
})

const options = (plugin: Plugin, client: Partial<Client>): CheckOptions => ({
  client: clientOf(client),
  plugin,
  kit: kit('kit'),
  scope: null,
  signal: new AbortController().signal,
  onProgress: () => undefined,
})

async function check(
  layers: readonly PlacedAsset[],
  client: Partial<Client>,
  chosen: BrandKit | null = kit('kit'),
) {
  const { plugin, sandbox } = connectedEnds()
  sandbox.handle({ 'placement:list': () => Promise.resolve(listOf(layers)) })
  const told: CheckProgress[] = []
  const result = await checkPlaced({
    ...options(plugin, client),
    kit: chosen,
    onProgress: (progress) => told.push(progress),
  })
  return { ...result, told }
}

describe('checkPlaced', () => {
  it('asks Cliquify nothing when nothing was placed', async () => {
    expect(await check([], {})).toMatchObject({
      scope: 'page',
      inInstances: 2,
      outdated: [],
      current: [],
      gone: [],
      unknown: [],
    })
  })

  it('reads logos of the chosen kit without asking for the kits', async () => {
    const placed = placedFrom(brandAsset())
    const logos = () => Promise.resolve({ items: [brandAsset()], skipped: [] })
    expect((await check([placed], { logos })).current).toMatchObject([{ layer: placed }])
  })

  it('reads logos of other kits, and counts those of a kit that is gone as gone', async () => {
    const other = brandAsset({ kitId: 'other' })
    const gone = brandAsset({ kitId: 'gone' })
    const result = await check([placedFrom(other), placedFrom(gone)], {
      brandKits: () => Promise.resolve({ items: [kit('kit'), kit('other')], skipped: [] }),
      logos: ({ id }) => Promise.resolve({ items: [brandAsset({ kitId: id })], skipped: [] }),
    })
    expect(result.current).toMatchObject([{ layer: placedFrom(other) }])
    expect(result.gone).toEqual([placedFrom(gone)])
  })

  it('asks anew for logos that came inside the chosen kit, which may have been kept for days', async () => {
    const before = brandAsset({ updatedAt: '2026-03-03T10:00:00.000Z' })
    const after = brandAsset({ updatedAt: '2026-04-04T10:00:00.000Z' })
    const kitWith = (logo: BrandAsset): BrandKit => ({
      ...kit('kit'),
      logos: { items: [logo], skipped: [] },
    })
    const client: Partial<Client> = {
      brandKits: () => Promise.resolve({ items: [kitWith(after)], skipped: [] }),
      logos: ({ logos }) => Promise.resolve(logos ?? { items: [], skipped: [] }),
    }
    const result = await check([placedFrom(before)], client, kitWith(before))
    expect(result.outdated).toMatchObject([{ asset: after }])
  })

  it('needs no kit: logos are looked for in theirs, and in all where they have none', async () => {
    const client: Partial<Client> = {
      brandKits: () => Promise.resolve({ items: [kit('a'), kit('b')], skipped: [] }),
      logos: ({ id }) => Promise.resolve({ items: [brandAsset({ id, kitId: id })], skipped: [] }),
    }
    const ofKit = placedFrom(brandAsset({ id: 'a', kitId: 'a' }))
    expect((await check([ofKit], client, null)).current).toMatchObject([{ layer: ofKit }])
    const ofNone = placedFrom(brandAsset({ id: 'b', kitId: null }))
    expect((await check([ofNone], client, null)).current).toMatchObject([{ layer: ofNone }])
  })

  it('follows pages only until everything is found', async () => {
    const asset = (id: string): BrandAsset => brandAsset({ kind: 'asset', kitId: null, id })
    const assets = vi.fn<Client['assets']>((from) => {
      const page = Number(from?.url ?? 1)
      const next = { url: `${page + 1}`, read: [], print: null, total: null }
      return Promise.resolve({ items: [asset(`${page}`)], skipped: [], next })
    })
    const result = await check([placedFrom(asset('3'))], { assets })
    expect(result.current).toHaveLength(1)
    expect(assets.mock.calls.map(([from]) => from?.url ?? null)).toEqual([null, '2', '3'])
    expect(result.told.at(-1)).toEqual({ step: 'comparing', layers: 1, listed: 3 })
  })

  it('claims nothing of a list that the account does not offer, and still checks the others', async () => {
    const template = placedFrom(brandAsset({ kind: 'template', kitId: null }))
    const result = await check([template, placedFrom(brandAsset())], {
      templates: () =>
        Promise.reject(
          new Trouble({ kind: 'not-offered', message: 'No templates.', action: 'none' }),
        ),
      logos: () => Promise.resolve({ items: [], skipped: [] }),
    })
    expect(result.unknown).toEqual([template])
    expect(result.gone).toHaveLength(1)
  })

  it('tells logos as gone whose brand kit was deleted, and still checks the others', async () => {
    const asset = brandAsset({ kind: 'asset', kitId: null })
    const logo = placedFrom(brandAsset())
    const result = await check([logo, placedFrom(asset)], {
      assets: () => Promise.resolve({ items: [asset], skipped: [], next: null }),
      logos: () => Promise.reject(new Trouble({ kind: 'deleted', message: 'Gone.' })),
    })
    expect(result.gone).toEqual([logo])
    expect(result.current).toHaveLength(1)
  })

  describe('with a connection that may not read the logos', () => {
    const refusal = new Trouble({
      kind: 'missing-scope',
      message: 'May not read logos.',
      action: 'connect',
    })
    const logos = () => Promise.reject(refusal)

    it('still checks the assets', async () => {
      const asset = brandAsset({ kind: 'asset', kitId: null })
      const assets = () => Promise.resolve({ items: [asset], skipped: [], next: null })
      const result = await check([placedFrom(brandAsset()), placedFrom(asset)], { logos, assets })
      expect(result.unknown).toEqual([placedFrom(brandAsset())])
      expect(result.current).toMatchObject([{ layer: placedFrom(asset) }])
    })

    it('says so where nothing else was placed', async () => {
      await expect(check([placedFrom(brandAsset())], { logos })).rejects.toBe(refusal)
    })
  })

  it('tells nothing once it was cancelled while the file was searched', async () => {
    const { plugin, sandbox } = connectedEnds()
    const cancelling = new AbortController()
    sandbox.handle({
      'placement:list': () => {
        cancelling.abort()
        return Promise.resolve(listOf([]))
      },
    })
    const checking = checkPlaced({ ...options(plugin, {}), signal: cancelling.signal })
    await expect(checking).rejects.toMatchObject({ kind: 'cancelled' })
  })

  it('tells nothing once it was cancelled while Cliquify was asked', async () => {
    const { plugin, sandbox } = connectedEnds()
    sandbox.handle({ 'placement:list': () => Promise.resolve(listOf([placedFrom(brandAsset())])) })
    const cancelling = new AbortController()
    const logos = () => {
      cancelling.abort()
      return Promise.resolve({ items: [brandAsset()], skipped: [] })
    }
    const checking = checkPlaced({ ...options(plugin, { logos }), signal: cancelling.signal })
    await expect(checking).rejects.toMatchObject({ kind: 'cancelled' })
  })

  it('fails as a whole when a list cannot be read, rather than call its assets gone', async () => {
    await expect(
      check([placedFrom(brandAsset())], {
        logos: () => Promise.reject(new Trouble({ kind: 'offline', message: 'Offline.' })),
      }),
    ).rejects.toThrow('Offline.')
  })
})
