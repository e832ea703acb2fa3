import { cssValue, isWide } from './css-value.ts'
import type { Token } from './token.ts'

/** Where custom properties are set. */
export interface Place {
  readonly selector: string
  /** A media query, `(prefers-color-scheme: dark)`; null for always. */
  readonly query: string | null
}

/** The rules that set the colors there; wider ones on screens that show them. */
export function cssRules(tokens: readonly Token[], { selector, query }: Place): string {
  const wide = tokens.filter(isWide)
  const narrow = rule(tokens, selector, 'srgb', query === null ? [] : [query])
  if (wide.length === 0) return narrow
  // A property of one's own takes any value: only a query keeps it from screens without them.
  const gamut = rule(wide, selector, 'widest', [
    '(color-gamut: p3)',
    ...(query === null ? [] : [query]),
  ])
  return `${narrow}\n${gamut}`
}

function rule(
  tokens: readonly Token[],
  selector: string,
  gamut: 'srgb' | 'widest',
  queries: readonly string[],
): string {
  const indent = queries.length === 0 ? '' : '  '
  const lines = tokens.map((each) => `${indent}  --${each.name}: ${cssValue(each, gamut)};\n`)
  const body = `${indent}${selector} {\n${lines.join('')}${indent}}\n`
  return queries.length === 0 ? body : `@media ${queries.join(' and ')} {\n${body}}\n`
}
