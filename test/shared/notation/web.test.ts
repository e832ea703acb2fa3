import { formatHex8, parse as parseColor } from 'culori'
import postcss from 'postcss'
import { compileString } from 'sass'
import { compile } from 'tailwindcss'
import { describe, expect, it } from 'vitest'
import { cssValue } from '../../../shared/notation/css-value.ts'
import { NOTATIONS } from '../../../shared/notation/notations.ts'
import type { Token } from '../../../shared/notation/token.ts'
import { STYLES, tokensFor } from './awkward-tokens.ts'
import { expectSame, type ReadColor } from './same-colors.ts'

/** As culori reads CSS. */
function readCss(text: string): ReadColor | undefined {
  const color = parseColor(text)
  if (color === undefined || (color.mode !== 'rgb' && color.mode !== 'p3')) return undefined
  const { r, g, b, alpha = 1 } = color
  return { space: color.mode === 'rgb' ? 'srgb' : 'display-p3', rgba: { r, g, b, a: alpha } }
}

/** Each custom property of a style sheet; later ones win. */
function propertiesIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  postcss.parse(text).walkDecls(({ prop, value }) => void found.set(prop, value))
  return found
}

/** The same gradient, whichever way the tool writes colors. */
function expectGradient(text: string | undefined, token: Token): void {
  const inHex = (css = ''): string =>
    css.toLowerCase().replace(/rgba?\([^)]*\)|#[\da-f]+/g, (color) => formatHex8(color) ?? color)
  expect(inHex(text), token.name).toBe(inHex(cssValue(token, 'widest')))
}

describe.each(STYLES)('300 awkward colors in %s', (style) => {
  const naming = { style, prefix: true, palette: true }

  it('are custom properties for postcss, wider ones for wider screens only', () => {
    const tokens = tokensFor(NOTATIONS.css, naming)
    const text = NOTATIONS.css.write(tokens, 'Acme').files[0]?.text ?? ''
    const sheet = postcss.parse(text)
    const all = propertiesIn(text)
    const narrow = propertiesIn(String(sheet.nodes[0]))
    expect(narrow.size).toBe(300)
    for (const token of tokens) {
      if (token.gradient !== undefined) expectGradient(all.get(`--${token.name}`), token)
      else {
        expectSame(readCss(all.get(`--${token.name}`) ?? ''), token)
        expect(readCss(narrow.get(`--${token.name}`) ?? '')?.space).toBe('srgb')
      }
    }
  })

  it('are variables for Sass', () => {
    const tokens = tokensFor(NOTATIONS.scss, naming)
    const text = NOTATIONS.scss.write(tokens, 'Acme').files[0]?.text ?? ''
    const uses = tokens.map(
      ({ name }, index) => `.c${index} { background: ${NOTATIONS.scss.refer(name, 'color')}; }\n`,
    )
    const { css } = compileString(text + uses.join(''))
    const read = new Map<string, string>()
    postcss.parse(css).walkRules((rule) => {
      rule.walkDecls(({ value }) => void read.set(rule.selector, value))
    })
    for (const [index, token] of tokens.entries()) {
      const value = read.get(`.c${index}`)
      if (token.gradient === undefined) expectSame(readCss(value ?? ''), token)
      else expectGradient(value, token)
    }
  })

  it('are a theme for Tailwind, with a class for each', async () => {
    const tokens = tokensFor(NOTATIONS.tailwind, naming)
    const text = NOTATIONS.tailwind.write(tokens, 'Acme').files[0]?.text ?? ''
    const uses = tokens.map(({ name, gradient }, index) => {
      const is = gradient === undefined ? 'color' : 'gradient'
      return `.c${index} { background: ${NOTATIONS.tailwind.refer(name, is)}; }\n`
    })
    const { build } = await compile(`${text}@tailwind utilities;\n${uses.join('')}`)
    const ascii = tokens.filter(({ name }) => /^[\w-]+$/.test(name))
    expect(ascii.length).toBeGreaterThan(100)
    const classes = ascii.map(({ name }) => `bg-${name}`)
    const css = build(classes)
    const all = propertiesIn(css)
    for (const token of tokens) {
      if (token.gradient === undefined) {
        expectSame(readCss(all.get(`--color-${token.name}`) ?? ''), token)
      } else expectGradient(all.get(`--background-image-${token.name}`), token)
    }
    for (const each of classes) expect(css).toContain(`.${each} {`)
  })
})
