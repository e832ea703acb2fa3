import { cssVariable } from '../css-variable.ts'
import type { TokenPath } from './token.ts'

/** What people choose of how colors are called in code. */
export interface TokenNaming {
  /** `dots` keeps folders apart. A notation that has no such names takes its own way instead. */
  readonly style: 'kebab' | 'camel' | 'dots'
  /** Whether names begin with the kit’s. */
  readonly prefix: boolean
  /** Whether palettes are part of names. */
  readonly palette: boolean
}

/** How words are joined in a name that the language takes. */
export type NameStyle = TokenNaming['style'] | 'snake'

/** What a language takes as a name. */
export interface NameRules {
  /**
   * `all`: letters and marks of all scripts, digits, emoji and `_`. `letters`: the same without marks,
   * emoji, and what takes two UTF-16 units, which the JVM's tools part. `ascii`: `a` to `z`, digits and `_`. What is not taken is spelled as `u` and its code.
   */
  readonly signs: 'all' | 'letters' | 'ascii'
  /** Whether a name may begin with a digit or `_`. */
  readonly startsWith: 'any' | 'letter'
  readonly styleFor: (wanted: TokenNaming['style']) => NameStyle
  /** What means something else in the language, as a name or as a folder of one. */
  readonly reserved: ReadonlySet<string>
}

/**
 * Names in the order of the paths: legal, and distinct also where case does not count. Which of several
 * that would be called the same gets a number does not depend on their order.
 */
export function tokenNames(
  paths: readonly TokenPath[],
  naming: TokenNaming,
  rules: NameRules,
): readonly string[] {
  const style = rules.styleFor(naming.style)
  const spell = speller(rules)
  const wanted = paths.map((path, index) => {
    const segments = [
      ...(naming.prefix ? path.prefix : []),
      ...(naming.palette ? path.palette : []),
      path.color,
    ]
    const name = nameOf(segments.map(spell), style, rules)
    return { index, name, key: keyOf(name), text: JSON.stringify(path) }
  })
  const taken = new Set(wanted.map(({ key }) => key))
  // In nested notations a name may not be a folder of others as well.
  const folders = new Set(style === 'dots' ? wanted.flatMap(({ key }) => foldersOf(key)) : [])
  const used = new Set<string>()
  const names: string[] = []
  for (const { index, name, key } of wanted.sort(byText)) {
    const ending = (number: number): string => NUMBER_JOINER[style] + String(number)
    let end = ''
    for (let number = 2; used.has(key + end) || folders.has(key + end); number++) {
      while (taken.has(key + ending(number))) number++
      end = ending(number)
    }
    used.add(key + end)
    names[index] = name + end
  }
  return names
}

const NUMBER_JOINER: Readonly<Record<NameStyle, string>> = {
  kebab: '-',
  dots: '-',
  camel: '_',
  snake: '_',
}

function byText(one: { readonly text: string }, other: { readonly text: string }): number {
  return one.text < other.text ? -1 : one.text > other.text ? 1 : 0
}

/** Names that differ in case alone would be one file on most disks. */
function keyOf(name: string): string {
  return name.toLowerCase().normalize('NFC')
}

function foldersOf(name: string): readonly string[] {
  const parts = name.split('.')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
}

/** The words of a part of a name, as the language takes them; palettes come again and again. */
function speller(rules: NameRules): (segment: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (segment) => {
    const before = known.get(segment)
    if (before !== undefined) return before
    const words = segment === '' ? [] : wordsOf(segment).map((word) => spelled(word, rules))
    known.set(segment, words)
    return words
  }
}

function nameOf(
  segments: readonly (readonly string[])[],
  style: NameStyle,
  rules: NameRules,
): string {
  const parts = segments.filter((words) => words.length > 0)
  const [first = ''] = parts[0] ?? []
  const isLegal = rules.startsWith === 'any' ? first !== '' : /^\p{L}/u.test(first)
  if (!isLegal) parts[0] = ['color', ...(parts[0] ?? [])]
  if (style === 'dots') return parts.map((words) => unreserved([words], 'kebab', rules)).join('.')
  return unreserved(parts, style, rules)
}

function unreserved(
  parts: readonly (readonly string[])[],
  style: Exclude<NameStyle, 'dots'>,
  { reserved }: NameRules,
): string {
  const words = parts.flat()
  const name = joined(words, style)
  return reserved.has(name) ? joined([...words, 'color'], style) : name
}

function joined(words: readonly string[], style: Exclude<NameStyle, 'dots'>): string {
  if (style === 'kebab') return words.join('-')
  if (style === 'snake') return words.join('_')
  return words.reduce((name, word) => {
    // Else 1 and 11 would be 11 and 1.
    if (/\p{N}$/u.test(name) && /^\p{N}/u.test(word)) return `${name}_${word}`
    return name + capitalized(word)
  })
}

function capitalized(word: string): string {
  const [first = ''] = word
  const upper = first.toUpperCase()
  // One letter that would become several, as ß does, stays.
  return (Array.from(upper).length === 1 ? upper : first) + word.slice(first.length)
}

/** In lower case, as a CSS variable has them; at least one. */
function wordsOf(segment: string): readonly string[] {
  return cssVariable(segment).slice('var(--'.length, -1).split('-')
}

const TAKEN: Readonly<Record<NameRules['signs'], RegExp>> = {
  all: /./u,
  letters: /^(?![\u{10000}-\u{10ffff}])[\p{L}\p{Nd}_]/u,
  ascii: /[a-z0-9_]/,
}

function spelled(word: string, { signs }: NameRules): string {
  if (signs === 'all') return word
  const plain = signs === 'ascii' ? withoutAccents(word) : word
  return Array.from(plain, (sign) =>
    TAKEN[signs].test(sign) ? sign : `u${(sign.codePointAt(0) ?? 0).toString(16)}`,
  ).join('')
}

/** Latin letters without their accents; marks of other scripts tell words apart. */
function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/([a-z])[\u0300-\u036f]+/g, '$1')
    .normalize('NFC')
}
