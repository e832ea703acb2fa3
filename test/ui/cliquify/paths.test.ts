import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../shared/color.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { answerWith } from './answer-with.ts'
import { connected, failureOf, patience } from './connected.ts'
import { expectedHexes, firstKit, pathsAsked } from './whole-lists.ts'

const api = useCliquify()

describe('paths that the documentation leaves open', () => {
  it('tries the second candidate after a routing 404 and remembers it', async () => {
    api.configure({ paths: { brandKits: 'second', colors: 'second', logos: 'second' } })
    const { client } = await connected(api.origin)
    api.forgetRequests()
    const kit = await firstKit(client)
    await client.colors(kit, patience())
    await client.logos(kit, patience())
    await firstKit(client)
    await client.colors(kit, patience())
    expect(pathsAsked(api)).toEqual([
      '/api/brand-kits',
      '/api/brand-kit',
      `/api/brand-kits/${kit.id}/colors`,
      '/api/brand-kit/colors',
      `/api/brand-kits/${kit.id}/logos`,
      '/api/brand-kit/logos',
      '/api/brand-kit',
      '/api/brand-kit/colors',
    ])
  })

  it('makes one kit of the colors where kits are not offered', async () => {
    api.configure({ paths: { brandKits: 'none', colors: 'second', logos: 'second' } })
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    expect(kit.name).toBe('Brand kit')
    const colors = await client.colors(kit, patience())
    expect(colors.items.map(({ value }) => hexOf(value))).toEqual(expectedHexes(api))
    expect((await client.logos(kit, patience())).items).not.toEqual([])
  })

  it('says what the account does not offer where every candidate is missing', async () => {
    api.configure({ paths: { brandKits: 'none', colors: 'none', logos: 'none' } })
    const { client } = await connected(api.origin)
    const failure = await failureOf(client.brandKits(patience()))
    expect(failure.kind).toBe('not-offered')
    expect(failure.message).toContain('does not offer brand kits')
  })

  it('does not try another path where the company is not found', async () => {
    api.configure({ company: 'unlinked' })
    const { client } = await connected(api.origin)
    api.forgetRequests()
    const failure = await failureOf(client.brandKits(patience()))
    expect([failure.kind, failure.action]).toEqual(['no-company', 'settings'])
    expect(pathsAsked(api)).toEqual(['/api/brand-kits'])
  })

  it('asks for nothing that a kit carries inside', async () => {
    api.configure({ fields: { kitInsides: true } })
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    api.forgetRequests()
    const colors = await client.colors(kit, patience())
    const logos = await client.logos(kit, patience())
    expect(colors.items.map(({ value }) => hexOf(value))).toEqual(expectedHexes(api))
    expect(logos.items).toHaveLength(api.brand.kits[0]?.logos.length ?? -1)
    expect(pathsAsked(api)).toEqual([])
  })
})

describe('a path that asks for the kit that it does not name', () => {
  const errors = { brand_kit_id: ['The brand kit id field is required.'] }

  it.each([
    [422, { message: 'The brand kit id field is required.', errors }],
    [422, errors],
    [400, { success: false, message: 'kit_id is missing' }],
    [200, { success: false, message: 'The brand kit id field is required.', data: [] }],
  ])('gives way to the next one after a %i %j', async (status, body) => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    answerWith(api, '/api/brand-kits/*', 404, { message: 'Not Found' })
    answerWith(api, '/api/brand-kit/colors', status, body)
    answerWith(api, `/api/brand-kit/${kit.id}/colors`, 200, [{ name: 'Sky', hex: '#0a84ff' }])
    expect((await client.colors(kit, patience())).items).toMatchObject([{ name: 'Sky' }])
    api.forgetRequests()
    await client.colors(kit, patience())
    expect(pathsAsked(api)).toEqual([`/api/brand-kit/${kit.id}/colors`])
  })

  it('is not offered where there is no other', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    answerWith(api, '/api/brand-kit/colors', 422, errors)
    answerWith(api, '/api/*', 404, { message: 'Not Found' })
    expect((await failureOf(client.colors(kit, patience()))).kind).toBe('not-offered')
  })

  it('is not one that refuses another field', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    answerWith(api, '/api/brand-kits/*', 422, { errors: { locale: ['Required.'] } })
    api.forgetRequests()
    expect((await failureOf(client.colors(kit, patience()))).message).toContain('“locale”')
    expect(pathsAsked(api)).toEqual([`/api/brand-kits/${kit.id}/colors`])
  })
})

describe('a path that cannot be read', () => {
  it('gives way to the next one after a 405, too', async () => {
    const { client } = await connected(api.origin)
    const message = 'The GET method is not supported for route api/brand-kits.'
    answerWith(api, '/api/brand-kits', 405, { message })
    answerWith(api, '/api/brand-kit', 200, { data: [{ id: 5, name: 'Five' }] })
    expect((await client.brandKits(patience())).items).toMatchObject([{ id: '5', name: 'Five' }])
    answerWith(api, '/api/templates', 405, { message })
    expect((await failureOf(client.templates(null, patience()))).kind).toBe('not-offered')
  })
})
