import type { ExportChoices, FileColor, FileKit } from '../../shared/export.ts'
import { themeRules, type Theme } from '../../shared/notation/css-themes.ts'
import { cssValue } from '../../shared/notation/css-value.ts'
import { tokenNames } from '../../shared/notation/naming.ts'
import type { Notation, Scheme } from '../../shared/notation/notation.ts'
import { NOTATIONS } from '../../shared/notation/notations.ts'
import type {
  LeftOut,
  NotationFile,
  Token,
  TokenColor,
  Written,
} from '../../shared/notation/token.ts'
import type { ExportTheme } from './themes.ts'

/** What of a kit is exported. */
export interface Wanted {
  readonly kit: FileKit
  readonly themes: readonly ExportTheme[]
  /** Colors of the kit that are not. */
  readonly leftOut: ReadonlySet<FileColor>
}

/** What a theme is in a notation. */
interface NamedTheme {
  readonly theme: ExportTheme
  readonly tokens: readonly Token[]
}

/** The kit as code, in as many files as the notation and its themes need. */
export function writeKit(
  { kit, themes, leftOut }: Wanted,
  { notation: id, naming, themes: place }: ExportChoices,
): Written {
  const notation: Notation = NOTATIONS[id]
  const ofThemes = themes.flatMap(({ colors }) => colors.map(({ named }) => named))
  const all = [...new Set([...kit.colors, ...ofThemes])].filter((color) => !leftOut.has(color))
  const paths = all.map(({ path }) => path)
  // All at once, as only so they are distinct.
  const names = new Map(
    tokenNames(paths, naming, notation.rules).map((name, index) => [all[index], name]),
  )
  const tokenOf = (named: FileColor, shown: TokenColor): readonly Token[] => {
    const name = names.get(named)
    if (name === undefined) return []
    const { value, wide, gradient } = shown
    return [
      { name, label: named.label, value, ...(wide && { wide }), ...(gradient && { gradient }) },
    ]
  }
  const tokens = kit.colors.flatMap((color) => tokenOf(color, color))
  const named = themes.map((theme) => ({
    theme,
    tokens: theme.colors.flatMap((color) => tokenOf(color.named, color.shown)),
  }))
  const { property, writeSchemes } = notation
  if (writeSchemes && place === 'schemes') {
    const schemes = named.flatMap((each) => {
      const scheme = schemeOf(each.theme.name)
      return scheme === null ? [] : [{ scheme, tokens: each.tokens }]
    })
    const others = named.filter(({ theme }) => schemeOf(theme.name) === null)
    return together([
      writeSchemes(tokens, schemes),
      ...others.map((each) => inFolder(each, notation)),
    ])
  }
  const main = notation.write(tokens, titleOf(kit.name))
  if (property && place !== 'files') {
    const always = new Map(tokens.map((token) => [token.name, cssValue(token, 'widest')]))
    const rules = themeRules(
      named.flatMap((each) => {
        const others = each.tokens.filter(
          (token) => always.get(token.name) !== cssValue(token, 'widest'),
        )
        const when = whenOf(each, place)
        return others.length === 0 ? [] : [{ when, tokens: called(others, property) }]
      }),
    )
    const files = main.files.map(({ path, text }) => ({ path, text: [text, ...rules].join('\n') }))
    return { files, leftOut: main.leftOut }
  }
  return together([main, ...named.map((each) => inFolder(each, notation))])
}

function together(parts: readonly Written[]): Written {
  return {
    files: parts.flatMap(({ files }) => files),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
  }
}

function titleOf(name: string): string {
  return `${name}, from Cliquify`
}

function called(tokens: readonly Token[], property: (token: Token) => string): readonly Token[] {
  return tokens.map((token) => ({ ...token, name: property(token) }))
}

function whenOf({ theme: { name, id } }: NamedTheme, place: 'rules' | 'schemes'): Theme['when'] {
  const scheme = place === 'rules' ? null : schemeOf(name)
  return scheme === null ? { type: 'named', name: id } : { type: 'preferred', scheme }
}

/** The scheme that a mode is for, by its name; null where it does not tell. */
function schemeOf(name: string): Scheme['scheme'] | null {
  if (/\b(?:dark|night)/i.test(name)) return 'dark'
  return /\b(?:light|day)/i.test(name) ? 'light' : null
}

function inFolder({ theme, tokens }: NamedTheme, notation: Notation): Written {
  const { files, leftOut } = notation.write(tokens, titleOf(theme.name))
  return {
    files: files.map(({ path, text }): NotationFile => ({ path: `${theme.id}/${path}`, text })),
    leftOut: leftOut.map(({ label, reason }): LeftOut => ({
      label: `${label} (${theme.name})`,
      reason,
    })),
  }
}
