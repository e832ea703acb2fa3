import { describe, expect, it } from 'vitest'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { answerWith } from './answer-with.ts'
import { connected, failureOf, patience } from './connected.ts'
import { allAssetIds, firstKit } from './whole-lists.ts'

const api = useCliquify()

describe('pages with the same ids', () => {
  const named = (...names: readonly string[]) =>
    names.map((name, at) => ({ id: at + 1, name, hex: `#00000${at}`, url: `/media/${name}.png` }))

  function answerWithPages(path: string, ...pages: readonly (readonly unknown[])[]) {
    pages.forEach((data, at) => {
      const next_page_url = at + 1 < pages.length ? `?page=${at + 2}` : null
      answerWith(api, path, 200, { data, next_page_url }, 1)
    })
  }

  it('and other names hold other assets, whose ids stay theirs', async () => {
    const { client } = await connected(api.origin)
    const pages = [named('Sun', 'Moon'), named('Rain', 'Snow'), named('Fog'), named('Ice')]
    answerWithPages('/api/assets', ...pages)
    const ids = await allAssetIds(client)
    expect(ids.slice(0, 2)).toEqual(['1', '2'])
    expect(new Set(ids).size).toBe(6)
    answerWithPages('/api/assets', ...pages)
    expect(await allAssetIds(client)).toEqual(ids)
  })

  it('and other names hold other logos', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    answerWithPages('/api/brand-kits/*/logos', named('Sun', 'Moon'), named('Rain', 'Snow'))
    const { items } = await client.logos(kit, patience())
    expect(items.map(({ name }) => name)).toEqual(['Sun', 'Moon', 'Rain', 'Snow'])
    expect(new Set(items.map(({ id }) => id)).size).toBe(4)
    expect(client.known.logos(kit)?.value.items).toEqual(items)
  })

  it('and other names hold other colors, which are known by those', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    answerWithPages('/api/brand-kits/*/colors', named('Sun', 'Moon'), named('Rain'))
    const { items } = await client.colors(kit, patience())
    expect(items.map(({ id, name }) => [id, name])).toEqual([
      [null, 'Sun'],
      ['2', 'Moon'],
      [null, 'Rain'],
    ])
    answerWith(api, '/api/brand-kits', 200, [
      { id: 7, colors: [...named('Sun'), ...named('Rain')] },
    ])
    expect((await firstKit(client)).colors?.items.map(({ id }) => id)).toEqual([null, null])
  })

  it('and other colors without names hold other colors', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    answerWithPages('/api/brand-kits/*/colors', [{ id: 1, hex: '#fff' }], [{ id: 1, hex: '#000' }])
    expect((await client.colors(kit, patience())).items).toHaveLength(2)
  })

  it.each(['colors', 'logos'] as const)('and names hold the same %s', async (list) => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    const again = named('Sun', 'Moon').map((each) => ({ ...each, url: '/media/new.png', views: 7 }))
    const path = `/api/brand-kits/*/${list}`
    answerWithPages(path, named('Sun', 'Moon'), again)
    const names = async () => (await client[list](kit, patience())).items.map(({ name }) => name)
    expect(await names()).toEqual(['Sun', 'Moon'])
    answerWithPages(path, named('Sun', 'Moon'), again, again)
    expect((await failureOf(names())).message).toContain('lead nowhere')
  })
})
