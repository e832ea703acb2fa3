import type { Stop } from './css-value.ts'
import type { NameRules } from './naming.ts'
import type { Token, TokenColor, Written } from './token.ts'

/** The colors of a device that is set to light or dark. */
export interface Scheme {
  readonly scheme: 'light' | 'dark'
  readonly tokens: readonly Token[]
}

/** One way to write a brand's colors as code. */
export interface Notation {
  readonly rules: NameRules
  /** How code refers to a color of this name. */
  readonly refer: (name: string, is: 'color' | 'gradient') => string
  /** An opaque color by its reference, with this alpha; null where there is no such thing. */
  readonly faded: (reference: string, alpha: number) => string | null
  /** A color that has no name, as code. */
  readonly color: (color: TokenColor) => string
  /** A gradient that has no name, with `colorOf` for its stops; null where there is no such thing. */
  readonly gradient: (
    gradient: NonNullable<TokenColor['gradient']>,
    colorOf: (stop: Stop) => string,
  ) => string | null
  /** Only of style sheets: the custom property of a color, without its dashes. */
  readonly property?: (token: Token) => string
  /** Only where files can say what a device’s scheme has instead: all colors, those of schemes as well. */
  readonly writeSchemes?: (tokens: readonly Token[], schemes: readonly Scheme[]) => Written
  /** The files of all colors; `title` is what they are colors of, on one line. */
  readonly write: (tokens: readonly Token[], title: string) => Written
}

export const NO_RESERVED: ReadonlySet<string> = new Set()

/** What every object of JavaScript has: as keys of JSON, many programs take them for that. */
export const OBJECT_MEMBERS: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Object.prototype),
)

/** A text inside a comment of a language whose comments end with `end`. */
export function commentText(text: string, end: string): string {
  // Not nothing in its place: what stands around it could be another end.
  return text.split(end).join(' ')
}
