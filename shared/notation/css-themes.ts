import { cssRules, type Place } from './css-rules.ts'
import { cssVariable } from '../css-variable.ts'
import type { Token, Written } from './token.ts'

/** The same names with other colors: a mode of a collection, or a second kit. */
export interface Theme {
  readonly tokens: readonly Token[]
  readonly when:
    /** Where a page says so: `<html data-theme="night-shift">`. */
    | { readonly type: 'named'; readonly name: string }
    /** Where a person's device says so. */
    | { readonly type: 'preferred'; readonly scheme: 'light' | 'dark' }
}

/** Custom properties for several themes in one file, those of `tokens` where none holds. */
export function writeThemes(tokens: readonly Token[], themes: readonly Theme[]): Written {
  const always = cssRules(tokens, { selector: ':root', query: null })
  // What a page says counts more than what the device does, so it comes last.
  const sorted = [...themes].sort((one, other) => rankOf(one) - rankOf(other))
  const rules = sorted.map((theme) => cssRules(theme.tokens, placeOf(theme)))
  return { files: [{ path: 'colors.css', text: [always, ...rules].join('\n') }], leftOut: [] }
}

function rankOf({ when }: Theme): number {
  return when.type === 'preferred' ? 0 : 1
}

function placeOf({ when }: Theme): Place {
  if (when.type === 'preferred') {
    return { selector: ':root', query: `(prefers-color-scheme: ${when.scheme})` }
  }
  const name = cssVariable(when.name).slice('var(--'.length, -1)
  return { selector: `[data-theme="${name}"]`, query: null }
}
