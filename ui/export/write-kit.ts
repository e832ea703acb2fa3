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

type SchemeName = Scheme['scheme']

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
  const schemes = place === 'schemes' ? schemesOf(themes) : new Map<ExportTheme, SchemeName>()
  const { property, writeSchemes } = notation
  if (writeSchemes && schemes.size > 0) {
    const ofDevices = named.flatMap((each) => {
      const scheme = schemes.get(each.theme)
      return scheme === undefined ? [] : [{ scheme, tokens: each.tokens }]
    })
    const others = named.filter(({ theme }) => !schemes.has(theme))
    return together([
      writeSchemes(tokens, ofDevices),
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
        const scheme = schemes.get(each.theme)
        const when: Theme['when'] =
          scheme === undefined
            ? { type: 'named', name: each.theme.id }
            : { type: 'preferred', scheme }
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

/** The schemes that themes are for, by their names; a device has one of each, so the first counts. */
function schemesOf(themes: readonly ExportTheme[]): ReadonlyMap<ExportTheme, SchemeName> {
  const schemes = new Map<ExportTheme, SchemeName>()
  for (const [scheme, name] of SCHEME_NAMES) {
    const theme = themes.find((each) => name.test(each.name) && !schemes.has(each))
    if (theme) schemes.set(theme, scheme)
  }
  return schemes
}

const SCHEME_NAMES: readonly (readonly [SchemeName, RegExp])[] = [
  ['dark', /\b(?:dark|night)/i],
  ['light', /\b(?:light|day)/i],
]

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
