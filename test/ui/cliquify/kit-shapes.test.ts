import { describe, expect, it } from 'vitest'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { answerWith } from './answer-with.ts'
import { connected, failureOf, patience } from './connected.ts'

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

describe('a kit with colors and logos in fields of its own', () => {
  const fields = { primary_color: '#0a84ff', secondary_color: '#f00', logo: '/media/l.png' }
  const NOT_FOUND = { message: 'Not Found' }

  async function read(kit: object, colors: unknown = null): Promise<readonly string[][]> {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/brand-kits', 200, [{ id: 5, name: 'Acme', ...kit }])
    answerWith(api, '/api/brand-kits/5/colors', colors === null ? 404 : 200, colors ?? NOT_FOUND)
    answerWith(api, '/api/*', 404, NOT_FOUND)
    const [read] = (await client.brandKits(patience())).items
    if (read === undefined) throw new Error('no kit')
    const [told, logos] = [client.colors(read, patience()), client.logos(read, patience())]
    return [
      (await told).items.map(({ name }) => name),
      (await logos.catch(() => ({ items: [] }))).items.map(({ name }) => name),
    ]
  }

  it.each([
    [fields, ['primary_color', 'secondary_color']],
    [{ color_palette: [{ name: 'Sky', hex: '#0a84ff' }], color_count: 1 }, ['Sky']],
    [{ brand_colours: ['#0a84ff'], color_mode: 'dark' }, ['#0A84FF']],
    [{ color: { primary: '#0a84ff', accent: '#f00' } }, ['primary', 'accent']],
    [{ primary_colors: [{ name: 'Sky', hex: '#0a84ff' }], colors: null }, ['Sky']],
    [{ assets: { colors: [{ name: 'Sky', hex: '#0a84ff' }] } }, ['Sky']],
  ])('has them where Cliquify offers no list: %j', async (kit, expected) => {
    expect((await read(kit))[0]).toEqual(expected)
  })

  it.each([
    [fields, ['Acme']],
    [{ ...fields, dark_logo: '/media/d.png' }, ['Acme', 'Acme dark']],
    [{ ...fields, logo: null, logo_urls: ['/media/l.svg'] }, ['Acme']],
    [{ ...fields, assets: { logos: [{ id: 1, name: 'Mark', url: '/media/l.svg' }] } }, ['Mark']],
    [{ ...fields, logos: [], brand_logos: [{ id: 1, name: 'Mark' }] }, ['Mark']],
    [{ ...fields, logos: [] }, []],
    [{ ...fields, logo: null, logo_count: 3 }, []],
  ])('has logos where Cliquify offers no list: %j', async (kit, expected) => {
    expect((await read(kit))[1]).toEqual(expected)
  })

  it.each([
    [[{ name: 'Sea', hex: '#00f' }], ['Sea']],
    [[], []],
  ])('has those of the list where there is one: %j', async (list, expected) => {
    expect((await read(fields, list))[0]).toEqual(expected)
  })

  it('has none where the list may not be read', async () => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/brand-kits', 200, [{ id: 5, name: 'Acme', ...fields }])
    answerWith(api, '/api/brand-kits/5/colors', 403, { message: 'No scope' })
    const [kit] = (await client.brandKits(patience())).items
    if (kit === undefined) throw new Error('no kit')
    expect((await failureOf(client.colors(kit, patience()))).kind).toBe('missing-scope')
  })
})
