import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { themeRules } from '../../../shared/notation/css-themes.ts'
import type { Token } from '../../../shared/notation/token.ts'

function token(name: string, value: Token['value'], wide?: Token['value']): Token {
  return { name, label: name, value, ...(wide && { wide }) }
}

const WHITE = { r: 1, g: 1, b: 1, a: 1 }

/** What each rule sets, by its query and selector. */
function rulesIn(text: string): readonly (readonly [string, string, string])[] {
  const found: [string, string, string][] = []
  postcss.parse(text).walkDecls((declaration) => {
    const rule = declaration.parent
    if (rule?.type !== 'rule') return
    const media = rule.parent?.type === 'atrule' ? (rule.parent as postcss.AtRule).params : ''
    found.push([media, rule.selector, `${declaration.prop}: ${declaration.value}`])
  })
  return found
}

describe('themes in one style sheet', () => {
  it('hold where the page or the device says so, the page last', () => {
    const rules = themeRules([
      { tokens: [token('ink', WHITE)], when: { type: 'named', name: 'night-shift' } },
      { tokens: [token('ink', WHITE)], when: { type: 'preferred', scheme: 'dark' } },
    ])
    expect(rulesIn(rules.join('\n'))).toEqual([
      ['(prefers-color-scheme: dark)', ':root', '--ink: #FFFFFF'],
      ['', '[data-theme="night-shift"]', '--ink: #FFFFFF'],
    ])
  })

  it('have wider colors on wider screens only', () => {
    const wide = token('leaf', { r: 0, g: 1, b: 0, a: 1 }, { r: 0, g: 1, b: 0, a: 1 })
    const rules = themeRules([{ tokens: [wide], when: { type: 'preferred', scheme: 'dark' } }])
    expect(rulesIn(rules.join('\n'))).toEqual([
      ['(prefers-color-scheme: dark)', ':root', '--leaf: #00FF00'],
      [
        '(color-gamut: p3) and (prefers-color-scheme: dark)',
        ':root',
        '--leaf: color(display-p3 0 1 0)',
      ],
    ])
  })
})
