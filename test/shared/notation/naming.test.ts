import { describe, expect, it } from 'vitest'
import { cssVariable } from '../../../shared/css-variable.ts'
import { tokenNames, type TokenNaming } from '../../../shared/notation/naming.ts'
import { NOTATIONS, type NotationId } from '../../../shared/notation/notations.ts'
import type { TokenPath } from '../../../shared/notation/token.ts'
import { AWKWARD, STYLES } from './awkward-tokens.ts'

const FULL: TokenNaming = { style: 'kebab', prefix: true, palette: true }
const BLUE: TokenPath = { prefix: ['Acme'], palette: ['Primary'], color: 'Blue 500' }

function nameIn(id: NotationId, path: TokenPath, naming = FULL): string {
  return tokenNames([path], naming, NOTATIONS[id].rules)[0] ?? ''
}

describe('a name in code', () => {
  it.each([
    ['css', 'kebab', 'acme-primary-blue-500'],
    ['css', 'camel', 'acmePrimaryBlue500'],
    ['css', 'dots', 'acme-primary-blue-500'],
    ['dtcg', 'dots', 'acme.primary.blue-500'],
    ['json', 'camel', 'acmePrimaryBlue500'],
    ['swift', 'kebab', 'acmePrimaryBlue500'],
    ['kotlin', 'dots', 'acmePrimaryBlue500'],
    ['android', 'kebab', 'acme_primary_blue_500'],
    ['android', 'camel', 'acmePrimaryBlue500'],
  ] as const)('of %s in %s is %s', (id, style, expected) => {
    expect(nameIn(id, BLUE, { ...FULL, style })).toBe(expected)
  })

  it('is without the prefix or the palette where that is wanted', () => {
    const short: TokenNaming = { style: 'kebab', prefix: false, palette: false }
    expect(nameIn('css', BLUE, short)).toBe('blue-500')
    expect(nameIn('css', BLUE, { ...short, palette: true })).toBe('primary-blue-500')
    expect(nameIn('css', BLUE, { ...short, prefix: true })).toBe('acme-blue-500')
  })

  it('is in CSS the one that a synced variable has in Figma', () => {
    expect(`var(--${nameIn('css', BLUE)})`).toBe(cssVariable('Acme/Primary/Blue 500'))
  })

  it.each([
    ['swift', 'Class', 'classColor'],
    ['swift', 'Primary', 'primaryColor'],
    ['kotlin', 'object', 'objectColor'],
    ['android', 'default', 'default_color'],
    ['android', 'Été', 'ete'],
    ['android', '赤', 'u8d64'],
    ['swift', 'Été', 'été'],
    ['swift', '500', 'color500'],
    ['scss', '500', 'color-500'],
    ['css', '500', '500'],
    ['kotlin', '💙', 'u1f499'],
    ['css', '💙', '💙'],
    ['kotlin', '_', 'color_'],
    ['kotlin', '1 1', 'color1_1'],
  ] as const)('of %s is legal: “%s” is %s', (id, color, expected) => {
    const bare: TokenNaming = { style: 'kebab', prefix: false, palette: false }
    expect(nameIn(id, { ...BLUE, color }, bare)).toBe(expected)
  })

  const all = Object.keys(NOTATIONS) as NotationId[]
  it.each(all)('of 300 awkward ones is distinct in %s, whatever is left out of it', (id) => {
    for (const style of STYLES) {
      for (const prefix of [true, false]) {
        for (const palette of [true, false]) {
          const names = tokenNames(AWKWARD, { style, prefix, palette }, NOTATIONS[id].rules)
          const keys = names.map((name) => name.toLowerCase())
          expect(new Set(keys).size).toBe(300)
          for (const name of names) expect(name).not.toBe('')
        }
      }
    }
  })

  it('is the same, whichever order the colors come in', () => {
    const named = (paths: readonly TokenPath[]): ReadonlyMap<TokenPath, string> => {
      const names = tokenNames(paths, FULL, NOTATIONS.swift.rules)
      return new Map(paths.map((path, index) => [path, names[index] ?? '']))
    }
    const [forth, back] = [named(AWKWARD), named([...AWKWARD].reverse())]
    for (const path of AWKWARD) expect(back.get(path)).toBe(forth.get(path))
  })

  it('takes no name from a color that is called so itself', () => {
    const paths = ['Blue', 'Blue!', 'blue 2'].map((color) => ({ ...BLUE, color }))
    const names = tokenNames(paths, FULL, NOTATIONS.css.rules)
    expect(names[2]).toBe('acme-primary-blue-2')
    expect([...names].sort()).toEqual([
      'acme-primary-blue',
      'acme-primary-blue-2',
      'acme-primary-blue-3',
    ])
  })

  it('is no folder of other names where dots part them', () => {
    const paths: readonly TokenPath[] = [
      { prefix: ['Acme'], palette: [], color: 'Primary' },
      { prefix: ['Acme'], palette: ['Primary'], color: 'Blue' },
    ]
    const names = tokenNames(paths, { ...FULL, style: 'dots' }, NOTATIONS.dtcg.rules)
    expect(names).toEqual(['acme.primary-2', 'acme.primary.blue'])
  })
})
