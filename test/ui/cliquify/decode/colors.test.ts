import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../../shared/color.ts'
import { decodeColors } from '../../../../ui/cliquify/decode/colors.ts'

/** `Palette/Name=#HEX`, short enough to compare. */
function read(content: unknown): readonly string[] {
  return decodeColors(content).items.map(
    ({ palette, name, value }) => `${palette === null ? '' : `${palette}/`}${name}=${hexOf(value)}`,
  )
}

describe('colors', () => {
  it.each([
    [[{ name: 'Sky', hex: '#0a84ff' }], ['Sky=#0A84FF']],
    [[{ title: 'Sky', hex_code: '0A84FF' }], ['Sky=#0A84FF']],
    [[{ label: 'Sky', code: 'SKY-01', value: 'hsl(210 100% 52%)' }], ['Sky=#0A85FF']],
    [[{ name: 'Sky', rgb: { r: 10, g: 132, b: 255, a: 0.5 } }], ['Sky=#0A84FF80']],
    [[{ name: 'Sky', rgb: '10, 132, 255' }], ['Sky=#0A84FF']],
    [[{ name: 'Sky', rgb: [10, 132, 255] }], ['Sky=#0A84FF']],
    [[{ name: 'Sky', r: '10', g: '132', b: '255', a: 50 }], ['Sky=#0A84FF80']],
    [[{ name: 'Grey', r: 0.5, g: 0.5, b: 0.5 }], ['Grey=#808080']],
    [[{ name: 'Nearly black', r: 1, g: 1, b: 1 }], ['Nearly black=#010101']],
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
    [[{ group_name: 'Main', swatches: ['#0a84ff'] }], ['#0A84FF=#0A84FF']],
    [
      { colors: ['#111'], palettes: [{ name: 'Main', colors: ['#222'] }] },
      ['#111111=#111111', 'Main/#222222=#222222'],
    ],
    [
      [{ name: 'Main', colors: ['#111'], shades: ['#222'] }],
      ['Main/#111111=#111111', 'Main/#222222=#222222'],
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

  it('that cannot be read are listed with their reason, and stop nothing', () => {
    const { items, skipped } = decodeColors([
      { name: 'Sky', hex: '#0a84ff' },
      { name: 'Odd', hex: 'blurple' },
      { name: 'Sunset', hex: 'conic-gradient(red, blue)' },
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
    expect(skipped[1]?.reason).toContain('gradient')
  })

  it('keep ids as texts and the value as it was written', () => {
    const [color] = decodeColors([{ id: 7, name: 'Sky', hex: '0A84ff' }]).items
    expect([color?.id, color?.notation]).toEqual(['7', '0A84ff'])
  })

  it('are not made up from an id', () => {
    const { items, skipped } = decodeColors([
      { id: '1108', name: 'Bare', label: 'red', order: '123' },
      { id: '1109', name: 'Main', sky: '#0a84ff' },
    ])
    expect(items.map(({ name }) => name)).toEqual(['sky'])
    expect(skipped.map(({ name }) => name)).toEqual(['Bare'])
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
