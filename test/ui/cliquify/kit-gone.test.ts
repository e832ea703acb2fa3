import { describe, expect, it } from 'vitest'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { answerWith } from './answer-with.ts'
import { connected, failureOf, patience } from './connected.ts'
import { firstKit, pathsAsked } from './whole-lists.ts'

const api = useCliquify()

describe('a brand kit that is gone', () => {
  it.each(['colors', 'logos'] as const)(
    'has its %s told as gone, and no other path is tried',
    async (list) => {
      const { client } = await connected(api.origin)
      const kit = await firstKit(client)
      api.edit({ type: 'remove-kit', kitId: Number(kit.id) })
      api.forgetRequests()
      const failure = await failureOf(client[list](kit, patience()))
      expect([failure.kind, failure.action]).toEqual(['deleted', 'retry'])
      expect(failure.message).toMatch(/^This brand kit is no longer in Cliquify\. .*Retry/)
      expect(pathsAsked(api)).toEqual([`/api/brand-kits/${kit.id}/${list}`])
      expect(client.known[list](kit)).toBeNull()
    },
  )

  it.each([
    'No query results for model [App\\Models\\BrandKit] 11',
    'No query results for model [BrandKit] 11, 12.',
    'No query results for model [App\\Models\\BrandKit].',
    'no query results for model',
    'Brand kit not found.',
    'The brand kit could not be found',
    'No brand kit found',
    'BrandKit does not exist.',
    'Kit was not found',
  ])('is gone after “%s”', async (message) => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    const effect = { type: 'status', status: 404, body: { message } } as const
    api.addFault({ path: '/api/brand-kits/*/colors', effect })
    expect((await failureOf(client.colors(kit, patience()))).kind).toBe('deleted')
  })

  it('is gone after a 200 that says so, too', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    const body = { success: false, message: 'No query results for model [App\\Models\\Kit] 11' }
    const effect = { type: 'status', status: 200, body } as const
    api.addFault({ path: '/api/brand-kits/*/colors', effect })
    expect((await failureOf(client.colors(kit, patience()))).message).toContain('This kit is no')
  })

  it.each([
    'Brand kit not found.',
    'No brand kit found',
    'No query results for model [App\\Models\\BrandKit].',
  ])('is none of a company without kits, told as “%s”', async (message) => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/brand-kits', 404, { success: false, message })
    expect(await client.brandKits(patience())).toEqual({ items: [], skipped: [] })
    answerWith(api, '/api/brand-kits', 200, { success: false, message, data: [] })
    expect(await client.brandKits(patience())).toEqual({ items: [], skipped: [] })
  })

  it.each(['Brand kit colors not found', 'Brand kit route not found'])(
    'is not what a 404 means that says “%s”',
    async (message) => {
      const { client } = await connected(api.origin)
      const kit = await firstKit(client)
      answerWith(api, '/api/*', 404, { message })
      expect((await failureOf(client.colors(kit, patience()))).kind).toBe('not-offered')
    },
  )

  it('has no colors to delete where the list that it no longer has is empty', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    for (const message of ['Brand kit not found.', 'No brand kit found']) {
      for (const status of [200, 404]) {
        const body = { success: false, message, data: [] }
        answerWith(api, '/api/brand-kits/*/colors', status, body, 1)
        expect((await failureOf(client.colors(kit, patience()))).kind).toBe('deleted')
      }
    }
  })

  it('is not what a path means whose last word was taken for an id', async () => {
    api.configure({ paths: { assetTags: 'none' } })
    const message = 'No query results for model [App\\Models\\Asset] tags'
    const effect = { type: 'status', status: 404, body: { message } } as const
    api.addFault({ path: '/api/assets/tags', effect })
    const { client } = await connected(api.origin)
    expect((await failureOf(client.assetTags(patience()))).kind).toBe('not-offered')
  })
})
