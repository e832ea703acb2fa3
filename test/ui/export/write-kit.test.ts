import postcss from 'postcss'
import { compile } from 'tailwindcss'
import { describe, expect, it } from 'vitest'
import type { Rgba } from '../../../shared/brand.ts'
import type { ExportChoices, FileColor, FileKit } from '../../../shared/export.ts'
import { themesOf } from '../../../ui/export/themes.ts'
import { writeKit } from '../../../ui/export/write-kit.ts'

const WHITE: Rgba = { r: 1, g: 1, b: 1, a: 1 }
const BLACK: Rgba = { r: 0, g: 0, b: 0, a: 1 }
const RED: Rgba = { r: 1, g: 0, b: 0, a: 1 }

function color(label: string, value: Rgba): FileColor {
  const [prefix = '', ...rest] = label.split('/')
  return {
    value,
    label,
    path: { prefix: [prefix], palette: rest.slice(0, -1), color: rest.at(-1) ?? '' },
  }
}

const ACME: FileKit = {
  id: '1',
  name: 'Acme',
  colors: [color('Acme/Base/Ink', BLACK), color('Acme/Base/Paper', WHITE)],
  modes: [
    { name: 'Dark', colors: [{ value: WHITE }, { value: BLACK }] },
    { name: 'Sale', colors: [{ value: RED }, { value: WHITE }] },
  ],
}
/** Has another ink, and a color that Acme does not have. */
const OTHER: FileKit = {
  id: '2',
  name: 'Dark',
  colors: [color('Other/Base/Ink', RED), color('Other/Gold', RED)],
  modes: [],
}

const CHOICES: ExportChoices = {
  notation: 'css',
  naming: { style: 'kebab', prefix: true, palette: true },
  themes: 'rules',
}

function written(
  choices: Partial<ExportChoices>,
  given: { readonly kits?: readonly FileKit[]; readonly leftOut?: readonly FileColor[] } = {},
): Readonly<Record<string, string>> {
  const { kits = [ACME], leftOut = [] } = given
  const wanted = { kit: ACME, themes: themesOf(ACME, kits), leftOut: new Set(leftOut) }
  const { files } = writeKit(wanted, { ...CHOICES, ...choices })
  return Object.fromEntries(files.map(({ path, text }) => [path, text]))
}

/** What each rule sets, by its query and selector. */
function rulesIn(text: string): readonly string[] {
  const found: string[] = []
  postcss.parse(text).walkDecls(({ parent, prop, value }) => {
    if (parent?.type !== 'rule') return
    const { selector, parent: above } = parent
    const media = above?.type === 'atrule' ? `${(above as postcss.AtRule).params} ` : ''
    found.push(`${media}${selector} ${prop}: ${value}`)
  })
  return found
}

describe('a kit as CSS', () => {
  it('has what differs in a mode where the page says so', () => {
    expect(rulesIn(written({})['colors.css'] ?? '')).toEqual([
      ':root --acme-base-ink: #000000',
      ':root --acme-base-paper: #FFFFFF',
      '[data-theme="dark"] --acme-base-ink: #FFFFFF',
      '[data-theme="dark"] --acme-base-paper: #000000',
      '[data-theme="sale"] --acme-base-ink: #FF0000',
    ])
  })

  it('has the mode that is called dark where the device says so, the others by the page', () => {
    expect(rulesIn(written({ themes: 'schemes' })['colors.css'] ?? '').slice(2)).toEqual([
      '(prefers-color-scheme: dark) :root --acme-base-ink: #FFFFFF',
      '(prefers-color-scheme: dark) :root --acme-base-paper: #000000',
      '[data-theme="sale"] --acme-base-ink: #FF0000',
    ])
  })

  it('has a second kit under the names of the first, told from a mode that is called the same', () => {
    const rules = rulesIn(written({}, { kits: [ACME, OTHER] })['colors.css'] ?? '')
    expect(rules.slice(5)).toEqual([
      '[data-theme="dark-2"] --acme-base-ink: #FF0000',
      '[data-theme="dark-2"] --acme-gold: #FF0000',
    ])
  })

  it('has nothing of a color that is left out, in no theme either', () => {
    const rules = rulesIn(written({}, { leftOut: ACME.colors.slice(0, 1) })['colors.css'] ?? '')
    expect(rules).toEqual([
      ':root --acme-base-paper: #FFFFFF',
      '[data-theme="dark"] --acme-base-paper: #000000',
    ])
  })
})

describe('a kit for Tailwind', () => {
  it('changes the theme’s own variables, so that every class follows', async () => {
    const css = written({ notation: 'tailwind' })['theme.css'] ?? ''
    const { build } = await compile(`${css}\n@tailwind utilities;`)
    const rules = rulesIn(build(['bg-acme-base-ink']))
    expect(rules).toContain('[data-theme="dark"] --color-acme-base-ink: #FFFFFF')
    expect(rules).toContain('.bg-acme-base-ink background-color: var(--color-acme-base-ink)')
  })
})

describe('a kit with modes in other languages', () => {
  it('is a file for each, all colors in it, the mode’s in a folder', () => {
    const files = written({ notation: 'kotlin' })
    expect(Object.keys(files)).toEqual([
      'BrandColors.kt',
      'dark/BrandColors.kt',
      'sale/BrandColors.kt',
    ])
    expect(files['sale/BrandColors.kt']).toContain('val acmeBasePaper = Color(0xFFFFFFFF)')
  })

  it('is that for style sheets, too, where a person wants it', () => {
    const files = written({ themes: 'files' })
    expect(Object.keys(files)).toEqual(['colors.css', 'dark/colors.css', 'sale/colors.css'])
    expect(rulesIn(files['dark/colors.css'] ?? '')).toEqual([
      ':root --acme-base-ink: #FFFFFF',
      ':root --acme-base-paper: #000000',
    ])
  })
})

describe('a kit with a dark mode for devices', () => {
  it('is night resources of Android, other modes a folder each', () => {
    const files = written({ notation: 'android', themes: 'schemes' })
    expect(Object.keys(files)).toEqual([
      'res/values/colors.xml',
      'res/values-night/colors.xml',
      'sale/res/values/colors.xml',
    ])
    expect(files['res/values-night/colors.xml']).toContain(
      '<color name="acme_base_ink">#FFFFFF</color>',
    )
  })

  it('has one of them for devices, and a second one as any other', () => {
    const modes = ACME.modes.map((mode, at) => ({
      ...mode,
      name: ['Dark', 'Dark, loud'][at] ?? '',
    }))
    const kit = { ...ACME, modes }
    const pathsIn = (notation: ExportChoices['notation']): readonly string[] =>
      writeKit(
        { kit, themes: themesOf(kit, [kit]), leftOut: new Set() },
        { ...CHOICES, notation, themes: 'schemes' },
      ).files.map(({ path }) => path)
    expect(pathsIn('android')).toEqual([
      'res/values/colors.xml',
      'res/values-night/colors.xml',
      'dark-loud/res/values/colors.xml',
    ])
    expect(new Set(pathsIn('asset-catalog')).size).toBe(pathsIn('asset-catalog').length)
  })

  it('is a dark appearance in Xcode, also of what only that mode has', () => {
    const acme = { ...ACME, modes: [] }
    const wanted = {
      kit: acme,
      themes: themesOf(acme, [acme, OTHER]),
      leftOut: new Set<FileColor>(),
    }
    const { files } = writeKit(wanted, { ...CHOICES, notation: 'asset-catalog', themes: 'schemes' })
    const setOf = (name: string): unknown =>
      JSON.parse(files.find(({ path }) => path.startsWith(`${name}.`))?.text ?? 'null')
    const red = { red: '1.00000', green: '0.00000', blue: '0.00000', alpha: '1.00000' }
    expect(setOf('acmeBaseInk')).toMatchObject({
      colors: [
        { color: { components: { red: '0.00000' } }, idiom: 'universal' },
        {
          appearances: [{ appearance: 'luminosity', value: 'dark' }],
          color: { 'color-space': 'srgb', components: red },
        },
      ],
    })
    expect(setOf('acmeBasePaper')).toMatchObject({ colors: [{ idiom: 'universal' }] })
    expect(setOf('acmeGold')).toMatchObject({ colors: [{ color: { components: red } }, {}] })
  })
})
