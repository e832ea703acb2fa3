import type { Gradient } from '../../../shared/brand.ts'
import { tokenNames, type TokenNaming } from '../../../shared/notation/naming.ts'
import type { Notation } from '../../../shared/notation/notation.ts'
import type { Token, TokenColor, TokenPath } from '../../../shared/notation/token.ts'

/** What is hard to call in code: words of languages, digits, signs, scripts, emoji, namesakes. */
const HARD = [
  ...[
    'class',
    'default',
    'in',
    'is',
    'null',
    'true',
    'self',
    'Type',
    'fun',
    'val',
    'object',
    'let',
  ],
  ...['red', 'primary', 'clear', 'accent color', 'white', 'opacity', 'gradient', 'any', 'switch'],
  ...['1', '11', '1 1', '500', '500 Blue', '0x', '3D', '½', '²', '٣', 'Ⅳ', '-1', '1e3', '007'],
  ...['_', '__', '_private', '__proto__', 'constructor', 'toString', 'snake_case', 'SCREAMING'],
  ...['-', '--', '---', '.', '..', '/', '\\', '!', '?', '*', '**', '#', '$', '$value', '{brace}'],
  ...['a.b', 'a-b', 'a b', 'a_b', 'aB', 'AB', 'ab', 'a  b', 'a\tb', 'A.B.C', '…', '“Quoted”'],
  ...['*/ comment', '/* nested', '--> end', '</color>', '<b>&amp;', '"', "'", '`', '%', '100%'],
  ...['C', 'C++', 'C#', 'R&B', 'A@B', '€', '£', '+', '=', '~', '^', '|', ';', ':', ',', '(x)'],
  ...[
    'Été',
    'Ete',
    'naïve',
    'Straße',
    'STRASSE',
    'İstanbul',
    'ıstanbul',
    'Ångström',
    'ﬁne',
    'ßeta',
  ],
  ...[
    'काला',
    'केला',
    '赤',
    '青 色',
    'красный',
    'κόκκινο',
    'אדום',
    'أحمر',
    'แดง',
    '빨강',
    '한글',
    'ქართ',
  ],
  ...['💙', '💚', '🔵', '👩‍🚀', '👨‍👩‍👧', '🇳🇴', '1️⃣', '‼', '™', '→', '←', '✓', '𝔅lue', '𐍈', '❤️'],
  ...[
    'ZWJ\u200dX',
    'ZWNJ\u200cX',
    '\u202eRTL',
    '\ufeffBOM',
    'nul\u0000l',
    'tab\tbed',
    '\ud800lone',
  ],
  ...[
    'Blue',
    'blue',
    'BLUE',
    'Blue ',
    ' Blue',
    'Blue 2',
    'Blue-2',
    'blue_2',
    'Blue2',
    'bluE 3',
    'Blue 1',
  ],
]

const PALETTES = ['', 'Primary', '1', 'Été/💙', 'class', 'A∕B']

const SUNSET: Gradient = {
  type: 'linear',
  angle: 45,
  stops: [
    { position: 0, color: { r: 1, g: 0.2, b: 0, a: 1 } },
    {
      position: 0.5,
      color: { r: 0, g: 1, b: 0.4, a: 1 },
      wide: { r: 0.1, g: 0.98, b: 0.3, a: 1 },
    },
    { position: 1, color: { r: 0.1, g: 0.1, b: 0.5, a: 0.4 } },
  ],
}

/** Three hundred paths, all different, no two names alike by chance alone. */
export const AWKWARD: readonly TokenPath[] = HARD.concat(HARD)
  .slice(0, 300)
  .map((color, index) => ({
    prefix: index % 7 === 0 ? ['Acme', 'West'] : ['Acme'],
    palette: (PALETTES[index % PALETTES.length] ?? '').split('/').filter((each) => each !== ''),
    color: index < HARD.length ? color : `${color} ${'ab'.repeat(index % 3)}`,
  }))

/** Opaque and transparent ones, Display P3, and gradients of each kind. */
export function colorAt(index: number): TokenColor {
  const part = (factor: number): number => ((index * factor) % 256) / 255
  const value = { r: part(37), g: part(91), b: part(153), a: index % 5 === 0 ? part(17) : 1 }
  if (index % 10 === 3) {
    const type = (['linear', 'radial', 'angular'] as const)[index % 3] ?? 'linear'
    const place = type === 'linear' ? {} : { center: { x: 0.25, y: 0.75 } }
    return { value, gradient: { ...SUNSET, type, angle: type === 'radial' ? 0 : 45, ...place } }
  }
  if (index % 10 !== 7) return { value }
  const wide = { r: part(61) * 0.9123, g: part(29) * 0.8371, b: part(7), a: value.a }
  return { value, wide }
}

export const STYLES = ['kebab', 'camel', 'dots'] as const

/** The awkward colors as one notation calls them. */
export function tokensFor(notation: Notation, naming: TokenNaming): readonly Token[] {
  const names = tokenNames(AWKWARD, naming, notation.rules)
  return names.map((name, index) => ({
    name,
    label: `Acme/${(AWKWARD[index]?.color ?? '').replace(/[\p{Cc}\p{Cs}]/gu, '')}`,
    ...colorAt(index),
  }))
}
