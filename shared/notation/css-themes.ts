import { cssRules, type Place } from './css-rules.ts'
import type { Scheme } from './notation.ts'
import type { Token } from './token.ts'

/** The same names with other colors: a mode of a collection, or a second kit. */
export interface Theme {
  readonly tokens: readonly Token[]
  readonly when:
    /** Where a page says so: `<html data-theme="night-shift">`. */
    | { readonly type: 'named'; readonly name: string }
    /** Where a person's device says so. */
    | { readonly type: 'preferred'; readonly scheme: Scheme['scheme'] }
}

/** What changes custom properties where a theme holds, to stand below what sets them always. */
export function themeRules(themes: readonly Theme[]): readonly string[] {
  // What a page says counts more than what the device does, so it comes last.
  const sorted = [...themes].sort((one, other) => rankOf(one) - rankOf(other))
  return sorted.map((theme) => cssRules(theme.tokens, placeOf(theme)))
}

function rankOf({ when }: Theme): number {
  return when.type === 'preferred' ? 0 : 1
}

function placeOf({ when }: Theme): Place {
  return when.type === 'preferred'
    ? { selector: ':root', query: `(prefers-color-scheme: ${when.scheme})` }
    : { selector: `[data-theme="${when.name}"]`, query: null }
}
