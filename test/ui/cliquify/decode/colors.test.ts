import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../../shared/color.ts'
import { COLOR_LISTS, decodeColors, isSeveralLists } from '../../../../ui/cliquify/decode/colors.ts'
import { unwrap } from '../../../../ui/cliquify/decode/envelope.ts'
import { decodeKits } from '../../../../ui/cliquify/decode/kits.ts'

/** `Palette/Name=#HEX`, short enough to compare. */
function read(content: unknown): readonly string[] {
  return decodeColors(content).items.map(
    ({ palette, name, value }) => `${palette === null ? '' : `${palette}/`}${name}=${hexOf(value)}`,
  )
}

const RED = { r: 1, g: 0, b: 0, a: 1 }
const GRADIENT = 'linear-gradient(#fff, #000)'

describe('colors', () => {
  it.each([
    [
      { primary: '#0a84ff', secondary: '#ff9500', gradient: 'linear-gradient(90deg, #111, #222)' },
      ['primary=#0A84FF', 'secondary=#FF9500', 'gradient=#111111'],
    ],
    [
      { title: '#333333', body: '#0a84ff', link: '#0000ff', border: '#cccccc' },
      ['title=#333333', 'body=#0A84FF', 'link=#0000FF', 'border=#CCCCCC'],
    ],
    [
      [{ name: 'Text', colors: { title: '#333', link: '#00f', icon: '#222' } }],
      ['Text/title=#333333', 'Text/link=#0000FF', 'Text/icon=#222222'],
    ],
    [[{ name: '#FF0000', hex: '#FF0000', border: '#000', text: '#fff' }], ['#FF0000=#FF0000']],
    [[{ hex: '#FFF', dark: '#000' }], ['#FFFFFF=#FFFFFF', 'dark=#000000']],
    [[{ name: 'Sky', hex: '#0a84ff' }], ['Sky=#0A84FF']],
    [
      [{ name: { en: 'Main' }, colors: [{ name: { en: 'Sky', de: 'Himmel' }, hex: '#0a84ff' }] }],
      ['Main/Sky=#0A84FF'],
    ],
    [[{ id: 1, color: '#0a84ff', type: 'primary' }], ['primary=#0A84FF']],
    [[{ id: 1, color: '#0a84ff', variant: 'dark', type: 'primary' }], ['dark=#0A84FF']],
    [
      [
        { type: 'primary', colors: ['#111', '#222'] },
        { type: 'secondary', colors: ['#333'] },
      ],
      ['primary/#111111=#111111', 'primary/#222222=#222222', 'secondary/#333333=#333333'],
    ],
    [[{ name: 'Sky', color: '#0a84ff', type: 'primary' }], ['Sky=#0A84FF']],
    [{ sky: { value: '#0a84ff', type: 'primary' } }, ['sky=#0A84FF']],
    [[{ color: '#0a84ff', type: 'color' }], ['#0A84FF=#0A84FF']],
    [[{ value: '#0a84ff', type: 'HEX' }], ['#0A84FF=#0A84FF']],
    [[{ value: '10, 132, 255', type: 'rgba' }], ['#0A84FF=#0A84FF']],
    [[{ color: '#0a84ff', type: 'solid' }], ['#0A84FF=#0A84FF']],
    [[{ color: '#0a84ff', type: 2 }], ['#0A84FF=#0A84FF']],
    [[{ type: 'linear-gradient', colors: ['#111', '#222'] }], ['#111111=#111111']],
    [[{ title: 'Sky', hex_code: '0A84FF' }], ['Sky=#0A84FF']],
    [[{ label: 'Sky', code: 'SKY-01', value: 'hsl(210 100% 52%)' }], ['Sky=#0A85FF']],
    [[{ name: 'Sky', rgb: { r: 10, g: 132, b: 255, a: 0.5 } }], ['Sky=#0A84FF80']],
    [[{ name: 'Sky', rgb: '10, 132, 255' }], ['Sky=#0A84FF']],
    [[{ name: 'Sky', rgb: [10, 132, 255] }], ['Sky=#0A84FF']],
    [[{ name: 'Sky', r: '10', g: '132', b: '255', a: 50 }], ['Sky=#0A84FF80']],
    [[{ name: 'Grey', r: 0.5, g: 0.5, b: 0.5 }], ['Grey=#808080']],
    [
      [
        { name: 'White', r: 1, g: 1, b: 1 },
        { name: 'Mist', r: 0.9647058823529412, g: 0.9725490196078431, b: 0.9803921568627451 },
      ],
      ['White=#FFFFFF', 'Mist=#F6F8FA'],
    ],
    [
      [
        { name: 'Nearly black', rgb: [1, 1, 1] },
        { name: 'Sky', rgb: '10, 132, 255' },
      ],
      ['Nearly black=#010101', 'Sky=#0A84FF'],
    ],
    [
      [
        { name: 'White', rgb: { r: 1, g: 1, b: 1 } },
        { name: 'Black', rgb: { r: 0, g: 0, b: 0 } },
      ],
      ['White=#FFFFFF', 'Black=#000000'],
    ],
    [[{ name: 'Sky', hex: '#0a84ff', opacity: 50 }], ['Sky=#0A84FF80']],
    [[{ name: 'Sky', hex: '#0a84ff', alpha: '50%' }], ['Sky=#0A84FF80']],
    [[{ name: 'Sky', hex: '#0a84ff80', opacity: 1 }], ['Sky=#0A84FF80']],
    [[{ name: 'Digits', hex: 1234 }], ['Digits=#001234']],
    [
      ['#0a84ff', 'tomato'],
      ['#0A84FF=#0A84FF', '#FF6347=#FF6347'],
    ],
    [{ primary: '#0a84ff', ink: { hex: '111' } }, ['primary=#0A84FF', 'ink=#111111']],
    [[{ primary: '#0a84ff' }], ['primary=#0A84FF']],
    [{ neutral: { '100': '#eee', '200': '#ddd' } }, ['neutral/100=#EEEEEE', 'neutral/200=#DDDDDD']],
    [{ neutral: ['#eee'] }, ['neutral/#EEEEEE=#EEEEEE']],
    [[{ name: 'Main', colors: [{ name: 'Sky', hex: '#0a84ff' }] }], ['Main/Sky=#0A84FF']],
    [[{ name: 'Main', colors: { Sky: '#0a84ff' } }], ['Main/Sky=#0A84FF']],
    [[{ name: 'Sky', hex: '#0a84ff', palette: { id: 1, name: 'Main' } }], ['Main/Sky=#0A84FF']],
    [[{ name: 'Sky', hex: '#0a84ff', palette: 'Main' }], ['Main/Sky=#0A84FF']],
    [{ id: 4, name: 'Sky', hex: '#0a84ff' }, ['Sky=#0A84FF']],
    [[{ hex: '#0a84ff' }], ['#0A84FF=#0A84FF']],
    [[{ colour: 'RGB(10 132 255 / 50%)' }], ['#0A84FF80=#0A84FF80']],
    [[{ name: 'Sky', rgb: { r: 10, g: 132, b: 255 }, a: 0.5 }], ['Sky=#0A84FF80']],
    [
      { groups: [{ name: 'Main', swatches: [{ label: 'Sky', hex: '#0a84ff' }] }] },
      ['Main/Sky=#0A84FF'],
    ],
    [{ groups: { Main: { swatches: { Sky: '#0a84ff' } } } }, ['Main/Sky=#0A84FF']],
    [[{ group_name: 'Main', swatches: ['#0a84ff'] }], ['Main/#0A84FF=#0A84FF']],
    [
      { colors: ['#111'], palettes: [{ name: 'Main', colors: ['#222'] }] },
      ['#111111=#111111', 'Main/#222222=#222222'],
    ],
    [
      [{ name: 'Main', colors: ['#111'], shades: ['#222'] }],
      ['Main/#111111=#111111', 'Main/#222222=#222222'],
    ],
    [[{ id: 1, name: 'Red', hexcode: '#FF0000' }], ['Red=#FF0000']],
    [[{ id: 1, name: 'Red', color_hex: '#FF0000' }], ['Red=#FF0000']],
    [[{ id: 1, name: 'Red', display: '#FF0000', sort_order: 3 }], ['Red=#FF0000']],
    [[{ id: 1, type: 'color', attributes: { name: 'Red', hex: '#F00' } }], ['Red=#FF0000']],
    [[{ id: 1, name: 'Red', attributes: { web: '#F00' } }], ['Red=#FF0000']],
    [{ red: { $type: 'color', $value: '#F00' } }, ['red=#FF0000']],
    [
      { red: { $value: { colorSpace: 'srgb', components: [1, 0, 0], alpha: 0.5 } } },
      ['red=#FF000080'],
    ],
    [{ red: { $value: { colorSpace: 'hsl', components: [24, 100, 50] } } }, ['red=#FF6600']],
    [[{ id: 1109, name: 'Main', sky: '#0a84ff' }], ['Main=#0A84FF']],
    [
      [{ id: 1, name: 'Text', light: '#111111', dark: '#EEEEEE' }],
      ['Text/light=#111111', 'Text/dark=#EEEEEE'],
    ],
    [
      [{ id: 1, name: 'Text', value: { light: '#111111', dark: '#EEEEEE' } }],
      ['Text/light=#111111', 'Text/dark=#EEEEEE'],
    ],
    [
      [{ id: 1, name: 'Text', modes: { light: { hex: '#111' }, dark: { hex: '#EEE' } } }],
      ['Text/light=#111111', 'Text/dark=#EEEEEE'],
    ],
    [[{ name: 'Text', hex: '#111', dark: '#EEE' }], ['Text=#111111', 'Text/dark=#EEEEEE']],
    [
      [{ name: 'Text', palette: 'Ink', light: '#111', dark: '#EEE' }],
      ['Ink/Text/light=#111111', 'Ink/Text/dark=#EEEEEE'],
    ],
    [
      [{ id: 1, name: 'Orange', hex: '#F60', shades: [{ id: 2, name: '100', hex: '#FFE0CC' }] }],
      ['Orange=#FF6600', 'Orange/100=#FFE0CC'],
    ],
    [
      [{ name: 'Orange', hex: '#F60', tints: { 100: '#FFE0CC', 200: '#FFC299' } }],
      ['Orange=#FF6600', 'Orange/100=#FFE0CC', 'Orange/200=#FFC299'],
    ],
    [
      [{ name: 'Orange', color: '#F60', colors: ['#FFE0CC'] }],
      ['Orange=#FF6600', 'Orange/#FFE0CC=#FFE0CC'],
    ],
    [
      { colors: [{ name: 'A', hex: '#111' }], gradients: [{ name: 'G', value: GRADIENT }] },
      ['A=#111111', 'gradients/G=#FFFFFF'],
    ],
    [
      { palette: { ink: '#111' }, semantic: { success: '#080', danger: '#800' } },
      ['ink=#111111', 'semantic/success=#008800', 'semantic/danger=#880000'],
    ],
    [
      {
        colors: [{ name: 'A', hex: '#111' }],
        tags: ['red'],
        fonts: [{ name: 'Inter', color: '#222' }],
        meta: { current_page: 1 },
      },
      ['A=#111111'],
    ],
    [
      { background: { primary: '#FAF8F5' }, darkMode: { background: { primary: '#1C1917' } } },
      ['background/primary=#FAF8F5', 'darkMode/background/primary=#1C1917'],
    ],
    [
      [{ name: 'Web', palettes: [{ name: 'Main', colors: [{ name: 'Sky', hex: '#0a84ff' }] }] }],
      ['Web/Main/Sky=#0A84FF'],
    ],
    [{ 'Black/White': { ink: '#111' } }, ['Black∕White/ink=#111111']],
    [[{ id: 1, color_name: 'Red', color_code: '#F00' }], ['Red=#FF0000']],
    [[{ id: 1, name: 'Red', formats: { hex: '#F00', rgb: '255,0,0' } }], ['Red=#FF0000']],
    [[{ id: 1, name: 'Red', colors: { hex: '#F00', rgb: '255,0,0' } }], ['Red=#FF0000']],
    [[{ name: 'Red', values: { hex: '#F00', cmyk: '0/100/100/0' } }], ['Red=#FF0000']],
    [
      [
        {
          name: 'Surface',
          values: [
            { mode: 'Light', value: '#FFF' },
            { mode: 'Dark', value: '#000' },
          ],
        },
      ],
      ['Surface/Light=#FFFFFF', 'Surface/Dark=#000000'],
    ],
    [
      [{ name: 'Red', hex: '#F00', shades: [{ shade: 100, hex: '#FDD' }] }],
      ['Red=#FF0000', 'Red/100=#FFDDDD'],
    ],
    [
      ['Red: #F00', 'Sea = rgb(0, 0, 255)'],
      ['Red=#FF0000', 'Sea=#0000FF'],
    ],
  ])('are read from %j', (content, expected) => {
    const decoded = decodeColors(content)
    expect(read(content)).toEqual(expected)
    expect(decoded.skipped).toEqual([])
  })

  it('may be gradients, with their first color as the value', () => {
    const { items } = decodeColors([
      { name: 'Sunset', value: 'linear-gradient(90deg, #f00, #00f)' },
    ])
    expect(items).toMatchObject([
      { value: { r: 1, g: 0, b: 0, a: 1 }, gradient: { type: 'linear', angle: 90 } },
    ])
  })

  it.each([
    [
      {
        type: 'gradient',
        angle: 90,
        stops: [
          { color: '#F00', position: 0 },
          { color: '#00F', position: 100 },
        ],
      },
      'linear',
    ],
    [
      {
        gradient: {
          type: 'radial',
          stops: [
            { hex: '#F00', offset: 0 },
            { hex: '#00F', offset: 1 },
          ],
        },
      },
      'radial',
    ],
    [{ gradient_type: 'conic', rotation: '45', colors: ['#F00', '#00F', '#F00'] }, 'angular'],
    [{ direction: 'to right', colors: ['#F00', '#00F'] }, 'linear'],
    [{ css: 'background: linear-gradient(90deg, #F00, #00F);' }, 'linear'],
  ])('may be gradients whose parts are fields: %j', (record, type) => {
    const { items, skipped } = decodeColors([{ id: 7, name: 'Sunset', ...record }])
    expect(skipped).toEqual([])
    expect(items).toMatchObject([{ id: '7', name: 'Sunset', value: RED, gradient: { type } }])
    expect(items[0]?.gradient?.stops.at(-1)?.position).toBe(1)
  })

  const at = (offset: number, color: unknown): object => ({ offset, color })
  const red = { r: 255, g: 0, b: 0 }
  const blue = { r: 0, g: 0, b: 255 }
  it.each([
    [{ type: 'gradient', stops: [at(0, red), at(1, blue)] }, '180 #FF0000 0, #0000FF 1'],
    [{ stops: [at(100, '#00F'), at(0, '#F00')] }, '180 #FF0000 0, #0000FF 1'],
    [
      {
        stops: [
          { ...at(0, '#F00'), opacity: 0 },
          { ...at(50, '#F00'), opacity: 40 },
          at(100, '#00F'),
        ],
      },
      '180 #FF000000 0, #FF000066 0.5, #0000FF 1',
    ],
    [{ gradient: ['#F00', '#00F'] }, '180 #FF0000 0, #0000FF 1'],
    [{ gradient: ['#F00 20%', '#00F'], angle: 45 }, '45 #FF0000 0.2, #0000FF 1'],
    [{ is_gradient: true, colors: ['#F00', '#00F'] }, '180 #FF0000 0, #0000FF 1'],
    [{ type: 'gradient', value: ['#F00', '#00F'] }, '180 #FF0000 0, #0000FF 1'],
    [
      {
        stops: [
          { id: 1, ...red },
          { id: 2, ...blue },
        ],
      },
      '180 #FF0000 0, #0000FF 1',
    ],
    [
      {
        type: 'linear',
        colors: [
          { id: 1, hex: '#F00' },
          { id: 2, hex: '#00F' },
        ],
      },
      '180 #FF0000 0, #0000FF 1',
    ],
    [
      { type: 'GRADIENT_LINEAR', gradientStops: [at(0, { ...red, a: 1 }), at(1, blue)] },
      '180 #FF0000 0, #0000FF 1',
    ],
    ...(
      [
        ['horizontal', 90],
        ['vertical', 180],
        ['right', 90],
        ['Top', 0],
        ['bottom right', 135],
        ['to top left', 315],
        ['45', 45],
        ['0.25turn', 90],
      ] as const
    ).map(([direction, angle]): [object, string] => [
      { direction, colors: ['#F00', '#00F'] },
      `${angle} #FF0000 0, #0000FF 1`,
    ]),
  ])('may be one gradient of what is told in a list: %j', (record, expected) => {
    const { items, skipped } = decodeColors([{ id: 7, name: 'Sunset', ...record }])
    expect(skipped).toEqual([])
    expect(
      items.map(({ name, gradient }) => {
        const stops = gradient?.stops.map(({ color, position }) => `${hexOf(color)} ${position}`)
        return `${name} ${gradient?.angle} ${stops?.join(', ')}`
      }),
    ).toEqual([`Sunset ${expected}`])
  })

  it('keep the gamut of what a gradient is told of', () => {
    const stops = [at(0, 'color(display-p3 1 0 0)'), at(1, '#00F')]
    const [color] = decodeColors([{ name: 'Sunset', stops }]).items
    expect(color?.gradient?.stops.map(({ wide }) => wide !== undefined)).toEqual([true, false])
  })

  it.each([
    { gradient: ['#F00', '#00F'], colors: [{ name: 'Sky', hex: '#0a84ff' }] },
    { is_gradient: false, colors: ['#F00', '#00F', '#0a84ff'] },
    {
      colors: [
        { id: 1, hex: '#F00' },
        { id: 2, hex: '#00F' },
        { id: 3, hex: '#0a84ff' },
      ],
    },
  ])('beside others are no gradient of them all: %j', (record) => {
    const { items } = decodeColors([{ id: 7, name: 'Main', ...record }])
    expect(items.map(({ gradient }) => gradient)).toEqual([undefined, undefined, undefined])
  })

  it('in a list of gradients are each their own', () => {
    const gradient = [
      { name: 'A', value: GRADIENT },
      { name: 'B', value: GRADIENT },
    ]
    expect(read([{ name: 'Main', gradient }])).toEqual(['Main/A=#FFFFFF', 'Main/B=#FFFFFF'])
  })

  it('in a palette of two are no gradient', () => {
    const colors = [
      { name: 'Sky', hex: '#0a84ff' },
      { name: 'Ink', hex: '#111' },
    ]
    expect(read([{ name: 'Main', type: 'gradient', colors }])).toHaveLength(2)
    expect(read([{ name: 'Main', colors: ['#0a84ff', '#111'] }])).toHaveLength(2)
  })

  it('that cannot be read are listed with their reason, and stop nothing', () => {
    const { items, skipped } = decodeColors([
      { name: 'Sky', hex: '#0a84ff' },
      { name: 'Odd', hex: 'blurple' },
      { name: 'Sunset', hex: 'repeating-linear-gradient(red, blue)' },
      { name: 'Bare' },
      { name: 'Empty', hex: null },
      { name: 'Negative', rgb: { r: -1, g: 0, b: 300 } },
      7,
      null,
      'nonsense',
    ])
    expect(items.map(({ name }) => name)).toEqual(['Sky'])
    expect(skipped.map(({ name }) => name)).toEqual([
      'Odd',
      'Sunset',
      'Bare',
      'Empty',
      'Negative',
      '7',
      'Item 8',
      'nonsense',
    ])
    expect(skipped[0]?.reason).toContain('blurple')
    expect(skipped[1]?.reason).toContain('repeats')
  })

  it('keep ids as texts and the value as it was written', () => {
    const [color] = decodeColors([{ id: 7, name: 'Sky', hex: '0A84ff' }]).items
    expect([color?.id, color?.notation]).toEqual(['7', '0A84ff'])
  })

  it('are not made up from an id', () => {
    const { items, skipped } = decodeColors([
      { id: '1108', name: 'Bare', label: 'red', order: '123' },
      { id: '1109', name: 'Main', status: 'red', ticket_id: '#1109', sky: '#0a84ff' },
    ])
    expect(items.map(({ name }) => name)).toEqual(['Main'])
    expect(skipped.map(({ name }) => name)).toEqual(['Bare'])
  })

  it('have an id of their own, also where they are several in one', () => {
    const { items } = decodeColors([
      { id: 1, name: 'Red', hexcode: '#F00' },
      { id: 2, name: 'Text', light: '#111', dark: '#EEE' },
      { id: 3, name: 'Orange', hex: '#F60', shades: [{ id: 4, name: '100', hex: '#FFE0CC' }] },
      { color_id: 5, color: '#111' },
    ])
    expect(items.map(({ id }) => id)).toEqual(['1', '2/light', '2/dark', '3', '4', '5'])
  })

  it('of another kit are left out of a list for all kits', () => {
    const list = [
      { name: 'Mine', hex: '#111', brand_kit_id: 1 },
      { name: 'Theirs', hex: '#222', brand_kit_id: 2 },
      { name: 'Anybody', hex: '#333' },
    ]
    expect(decodeColors(list, '1').items.map(({ name }) => name)).toEqual(['Mine', 'Anybody'])
  })
})

describe('lists of colors side by side', () => {
  const colors = [{ name: 'A', hex: '#111' }]
  const gradients = [{ name: 'G', value: GRADIENT }]
  const readReply = (body: unknown): readonly string[] =>
    read(unwrap(body, COLOR_LISTS, isSeveralLists)?.content)

  it.each([
    [{ colors, gradients }, ['A=#111111', 'gradients/G=#FFFFFF']],
    [{ id: 1, name: 'Acme', colors, gradients }, ['A=#111111', 'gradients/G=#FFFFFF']],
    [{ data: { colors, gradients } }, ['A=#111111', 'gradients/G=#FFFFFF']],
    [
      { success: true, data: { palettes: { Ink: colors }, gradients } },
      ['Ink/A=#111111', 'gradients/G=#FFFFFF'],
    ],
    [
      { colors, palettes: [{ name: 'Main', colors: ['#222'] }] },
      ['A=#111111', 'Main/#222222=#222222'],
    ],
    [
      { palette: { a: '#111' }, semantic: { danger: '#800' } },
      ['a=#111111', 'semantic/danger=#880000'],
    ],
    [
      { colors, logos: [{ id: 1, name: 'Red', url: 'https://x.test/a.svg' }], total: 1 },
      ['A=#111111'],
    ],
  ])('are all read, whatever they are wrapped in: %j', (body, expected) => {
    expect(readReply(body)).toEqual(expected)
  })

  it('are all read where they came inside their kit', () => {
    const kit = { id: 1, name: 'Acme', colors, gradients, color_ids: [1, 2], logos: [] }
    const [decoded] = decodeKits([kit], 'https://cliquify.test').items
    expect(decoded?.colors?.items.map(({ palette, name }) => [palette, name])).toEqual([
      [null, 'A'],
      ['gradients', 'G'],
    ])
  })

  it('still lead to their next page', () => {
    const body = { colors, gradients, next_page_url: 'https://cliquify.test/api/c?page=2' }
    expect(unwrap(body, COLOR_LISTS, isSeveralLists)?.next).toMatchObject({ type: 'url' })
  })
})
