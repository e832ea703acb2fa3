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

describe('colors and logos that are grouped by kit', () => {
  const color = (id: number, name: string): object => ({ id, name, hex: '#0a84ff' })
  const logo = (id: number, name: string): object => ({ id, name, url: `/media/${id}.svg` })
  const kits = [
    { id: 5, name: 'Acme' },
    { id: 6, name: 'Beta' },
  ]

  async function read(colors: unknown, logos: unknown): Promise<readonly string[][]> {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/brand-kits', 200, kits)
    answerWith(api, '/api/brand-kits/*', 404, { message: 'Not Found' })
    answerWith(api, '/api/brand-kit/colors', 200, { data: colors })
    answerWith(api, '/api/brand-kit/logos', 200, { data: logos })
    const { items } = await client.brandKits(patience())
    return Promise.all(
      items.map(async (kit) => [
        ...(await client.colors(kit, patience())).items.map(
          ({ id, palette, name }) => `${id} ${palette === null ? '' : `${palette}/`}${name}`,
        ),
        ...(await client.logos(kit, patience())).items.map(({ id, name }) => `${id} ${name}`),
      ]),
    )
  }

  it('are those of their kit only', async () => {
    const told = await read(
      [
        { ...kits[0], colors: [color(1, 'Sky')] },
        { ...kits[1], palettes: [{ id: 9, name: 'Main', colors: [color(2, 'Sea')] }] },
      ],
      [
        { ...kits[0], logos: [logo(3, 'Mark'), logo(4, 'Word')] },
        { ...kits[1], brand_logos: { data: [logo(5, 'Seal')] } },
      ],
    )
    expect(told).toEqual([
      ['1 Sky', '3 Mark', '4 Word'],
      ['2 Main/Sea', '5 Seal'],
    ])
  })

  it('are none of a kit that has no group', async () => {
    const told = await read(
      [{ ...kits[0], colors: [color(1, 'Sky')] }],
      [{ ...kits[0], logos: [] }],
    )
    expect(told).toEqual([['1 Sky'], []])
  })

  it('are not palettes that have a kit’s id or name by chance', async () => {
    const palettes = [
      { id: 5, name: 'Main', colors: [color(1, 'Sky')] },
      { id: 9, name: 'Beta', colors: [color(2, 'Sea')] },
    ]
    const all = ['1 Main/Sky', '2 Beta/Sea']
    expect(await read(palettes, [])).toEqual([all, all])
  })
})
