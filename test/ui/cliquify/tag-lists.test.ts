import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startCliquify, type Cliquify } from '../../cliquify/server.ts'
import { connected, failureOf, patience } from './connected.ts'

let api: Cliquify
beforeAll(async () => {
  api = await startCliquify()
})
afterEach(() => api.reset())
afterAll(() => api.close())

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
