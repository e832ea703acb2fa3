import { describe, expect, it } from 'vitest'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { answerWith } from './answer-with.ts'
import { connected, patience } from './connected.ts'

const api = useCliquify()

describe('kits keyed by a name', () => {
  it('are read like a list of them', async () => {
    const { client } = await connected(api.origin)
    const data = { acme: { id: 7, name: 'Acme' }, beta: { id: 8 }, broken: { id: 9, colors: 'no' } }
    answerWith(api, '/api/brand-kits', 200, { data })
    expect((await client.brandKits(patience())).items).toMatchObject([
      { id: '7', name: 'Acme' },
      { id: '8', name: 'beta' },
      { id: '9', name: 'broken' },
    ])
  })

  it('have their slug for an id where they have no other', async () => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/brand-kits', 200, [
      { slug: 'main', name: 'Main' },
      { slug: 'b', name: 'B' },
    ])
    expect((await client.brandKits(patience())).items.map(({ id }) => id)).toEqual(['main', 'b'])
  })
})

describe('a kit whose lists stand beside it', () => {
  const kit = { id: 7, name: 'Acme' }
  const colors = [{ id: 1, name: 'Sky', hex: '#00aaff' }]
  const logos = [{ id: 2, name: 'Mark', url: '/media/mark.svg' }]

  it.each([
    { brand_kit: kit, colors, logos },
    { success: true, message: '', data: { brandKit: kit, colors, logos } },
    { data: kit, colors, logos },
    { data: [{ kit, colors, logos }] },
  ])('has them in %j', async (body) => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/brand-kits', 200, body)
    const [read] = (await client.brandKits(patience())).items
    expect(read).toMatchObject({ id: '7', name: 'Acme' })
    expect(read?.colors?.items).toMatchObject([{ id: '1', name: 'Sky' }])
    expect(read?.logos?.items).toMatchObject([{ id: '2', name: 'Mark', kitId: '7' }])
    expect(client.known.brandKits()?.value.items).toEqual([read])
  })
})
