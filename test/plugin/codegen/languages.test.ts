import { defineConfig, parse } from '@terrazzo/parser'
import { XMLValidator } from 'fast-xml-parser'
import postcss from 'postcss'
import { compileString } from 'sass'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Parser } from 'web-tree-sitter'
import { openParser } from '../../shared/notation/grammars.ts'
import { BLUE, brandColor, RED } from '../colors/samples.ts'
import { openDevMode } from './open-dev-mode.ts'

/** What would end a comment of any of the languages. */
const NASTY = '*/ **// --> ---- "{x}" ]]>\u2028\n// & <b> \u0000'

const dev = openDevMode()
let layer: TextNode

beforeAll(async () => {
  await dev.sync([
    brandColor({ id: '1', name: `Red ${NASTY}`, value: RED }),
    brandColor({
      id: '2',
      name: 'Sunset',
      gradient: {
        type: 'linear',
        angle: 30,
        stops: [
          { position: 0, color: RED },
          { position: 1, color: BLUE },
        ],
      },
    }),
  ])
  const { figma } = dev.file
  const [red, sunset] = await figma.getLocalPaintStylesAsync()
  const own = figma.createPaintStyle()
  own.name = 'Ours */ink **/ink/x --> ---- end'
  own.paints = [figma.util.solidPaint('#123456')]
  await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
  layer = figma.createText()
  layer.characters = `Red ${NASTY} and own and sunset and grey`
  layer.fills = [figma.util.solidPaint('#808080')]
  await layer.setRangeFillStyleIdAsync(0, 30, red?.id ?? '')
  await layer.setRangeFillStyleIdAsync(30, 40, own.id)
  await layer.setRangeFillStyleIdAsync(40, 45, sunset?.id ?? '')
  layer.strokes = [figma.util.solidPaint('#ABCDEF')]
  layer.strokeWeight = 1.5
  layer.effects = [
    {
      ...{ type: 'DROP_SHADOW', color: { r: 0, g: 0, b: 0, a: 0.25 }, offset: { x: 1, y: 2 } },
      ...{ radius: 3, spread: 4, visible: true, blendMode: 'NORMAL' },
    },
    { type: 'LAYER_BLUR', blurType: 'NORMAL', radius: 5, visible: true },
  ]
})

async function codeIn(language: string): Promise<{ colors: string; definitions: string }> {
  const blocks = await dev.inspect(layer, language)
  const [colors = '', definitions = ''] = ['Colors', 'Definitions'].map(
    (title) => blocks.get(title) ?? '',
  )
  expect(colors).not.toBe('')
  return { colors, definitions }
}

function expectGrammar(parser: Parser, code: string): void {
  const root = parser.parse(code)?.rootNode
  expect(root?.hasError, root?.descendantsOfType('ERROR')[0]?.text).toBe(false)
}

describe('the code of a layer with everything, and nasty names', () => {
  it.each(['css', 'tailwind'])('is read by postcss in %s', async (language) => {
    const { colors, definitions } = await codeIn(language)
    const root = postcss.parse(`${definitions}\n.layer {\n${colors}\n}`)
    const properties: string[] = []
    root.walkRules('.layer', (rule) => {
      rule.walkDecls(({ prop }) => void properties.push(prop))
    })
    expect(properties).toEqual([
      ...['color', 'color', 'color', 'color', '-webkit-text-stroke', 'text-shadow', 'filter'],
    ])
  })

  it('is compiled by Sass with its definitions', async () => {
    const { colors, definitions } = await codeIn('scss')
    expect(compileString(`${definitions}\n.layer {\n${colors}\n}`).css).toContain('color: #FF0000')
  })

  it.each([
    ['swift', 'swift'],
    ['asset-catalog', 'swift'],
    ['kotlin', 'kotlin'],
  ] as const)('is taken by the grammar in %s', async (language, grammar) => {
    const { colors } = await codeIn(language)
    expectGrammar(await openParser(grammar), `${colors}\n`)
  })

  it('is valid XML for Android', async () => {
    const { colors, definitions } = await codeIn('android')
    expect(XMLValidator.validate(`<resources>${colors}</resources>`)).toBe(true)
    expect(XMLValidator.validate(definitions)).toBe(true)
    expect(colors).toContain('<dimen name="stroke_width">1.5dp</dimen>')
  })

  it('is JSON with sizes', async () => {
    const { colors } = await codeIn('json')
    expect(JSON.parse(colors)).toMatchObject({
      stroke: { value: '#ABCDEF', width: 1.5 },
      shadow: { x: 1, y: 2, blur: 3, spread: 4 },
      blur: { radius: 5 },
    })
  })

  it('is Design Tokens that refer to their definitions', async () => {
    const { colors, definitions } = await codeIn('dtcg')
    const tokens: unknown = JSON.parse(definitions)
    const src = JSON.stringify({ ...(tokens as object), ...(JSON.parse(colors) as object) })
    const lint = { rules: { 'core/consistent-naming': 'off' } } as const
    const config = defineConfig({ lint }, { cwd: new URL('file:///') })
    const read = await parse([{ filename: new URL('file:///a.tokens.json'), src }], { config })
    expect(read.tokens['text']?.$value).toMatchObject({ components: [1, 0, 0] })
    expect(read.tokens['text']?.aliasOf).toBeDefined()
    expect(read.tokens['shadow']?.$type).toBe('shadow')
    expect(read.tokens['stroke']?.$type).toBe('border')
  })
})
