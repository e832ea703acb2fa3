import { describe, expect, it } from 'vitest'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { answerWith, item } from './answer-with.ts'
import { connected, failureOf, patience } from './connected.ts'
import { allAssetIds, firstKit, pathsAsked } from './whole-lists.ts'

const api = useCliquify()

describe('a paginator that never ends', () => {
  it('and says the same over and over is stopped after a page, with a sentence', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    api.forgetRequests()
    for (let page = 1; page < 9; page++) {
      // Each with another signature, so that no two replies are the same text.
      const logo = { ...item(1), url: `/media/1.png?signature=${page}` }
      const body = { data: [logo], next_page_url: `?page=${page + 1}` }
      answerWith(api, '/api/brand-kits/*/logos', 200, body, 1)
      answerWith(api, '/api/assets', 200, body, 1)
    }
    expect((await failureOf(client.logos(kit, patience()))).message).toContain('lead nowhere')
    expect(pathsAsked(api)).toHaveLength(2)
    await expect(allAssetIds(client)).rejects.toThrow('lead nowhere')
    expect(pathsAsked(api)).toHaveLength(4)
  })

  it('and always has something new is stopped after many pages, with a sentence', async () => {
    const { client } = await connected(api.origin)
    for (let page = 1; page <= 300; page++) {
      const body = { data: [item(page)], next_page_url: `?page=${page + 1}` }
      answerWith(api, '/api/folders', 200, body, 1)
    }
    api.forgetRequests()
    const failure = await failureOf(client.folders(patience()))
    expect([failure.kind, failure.action]).toEqual(['unexpected-reply', 'retry'])
    expect(failure.message).toContain('loading was stopped')
    expect(pathsAsked(api)).toHaveLength(200)
  })

  it('though it has nothing more ends there', async () => {
    const { client } = await connected(api.origin)
    for (let page = 1; page < 9; page++) {
      const data = page === 1 ? [item(1)] : []
      answerWith(api, '/api/folders', 200, { data, next_page_url: `?page=${page + 1}` }, 1)
      answerWith(api, '/api/assets', 200, { data, next_page_url: `?page=${page + 1}` }, 1)
    }
    api.forgetRequests()
    expect((await client.folders(patience())).items).toHaveLength(1)
    expect(await allAssetIds(client)).toEqual(['1'])
    expect(pathsAsked(api)).toHaveLength(6)
  })
})
