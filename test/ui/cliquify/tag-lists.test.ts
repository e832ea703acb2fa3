import { describe, expect, it } from 'vitest'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import type { BrandAsset } from '../../../shared/brand.ts'
import { createClient } from '../../../ui/cliquify/create-client.ts'
import { connected, failureOf, patience, SAMPLE } from './connected.ts'
import { noMemory } from './no-memory.ts'
import { tokensOf } from '../../../ui/cliquify/token-source.ts'

const api = useCliquify()

describe('the lists of tags', () => {
  it.each(['first', 'second'] as const)('of assets come from the %s path', async (assetTags) => {
    api.configure({ paths: { assetTags } })
    const { client } = await connected(api.origin)
    expect((await client.assetTags(patience())).items).toEqual(
      api.brand.assetTags.map(({ name }) => name),
    )
  })

  it('of templates come from a path of their own, page by page', async () => {
    api.configure({ envelopes: { templateTags: 'api-resource' }, pageSize: 2 })
    const { client } = await connected(api.origin)
    expect((await client.templateTags(patience())).items).toEqual(
      api.brand.templateTags.map(({ name }) => name),
    )
  })

  it('of assets may not be offered', async () => {
    api.configure({ paths: { assetTags: 'none' } })
    const { client } = await connected(api.origin)
    expect((await failureOf(client.assetTags(patience()))).kind).toBe('not-offered')
  })
})

describe('assets that tell tags and folders by id and name alone', () => {
  /** A client that is connected, and what it has told of assets. */
  async function telling() {
    const told: (readonly BrandAsset[])[] = []
    const client = createClient({
      ...noMemory(),
      cache: 'no-store',
      ...{ origin: api.origin, session: null, tokens: tokensOf(api.origin) },
      ...{ again: 'Connect again', keepSession: () => Promise.resolve() },
      onAssets: (assets) => told.push(assets),
    })
    await client.connect(SAMPLE, false)
    return { client, told }
  }

  it('are there before the lists that name them, and get their names once those are read', async () => {
    api.configure({ fields: { tags: 'ids', folder: 'name' }, assetCount: 3 })
    for (const path of ['/api/asset-tags', '/api/tags', '/api/folders']) {
      api.addFault({ path, effect: { type: 'delay', ms: 300 } })
    }
    const { client, told } = await telling()
    const { items } = await client.assets(null, patience())
    expect(items).toHaveLength(3)
    expect(told).toEqual([items])
    await expect.poll(() => told.length).toBe(2)
    const names = new Set(api.brand.assetTags.map(({ name }) => name))
    const tags = told[1]?.flatMap((asset) => asset.tags) ?? []
    expect(tags.length).toBeGreaterThan(0)
    expect(tags.every((tag) => names.has(tag))).toBe(true)
  })

  it('are told of to nobody who has connected since', async () => {
    api.configure({ fields: { tags: 'ids' }, assetCount: 3 })
    api.addFault({ path: '/api/asset-tags', effect: { type: 'delay', ms: 300 } })
    const { client, told } = await telling()
    await client.assets(null, patience())
    await client.disconnect()
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(told).toHaveLength(1)
  })
})
