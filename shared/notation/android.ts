import { hexOf } from '../color.ts'
import { commentText, type Notation, type Scheme } from './notation.ts'
import type { LeftOut, NotationFile, Token, TokenColor, Written } from './token.ts'

/** Words of Java: a resource is a constant of its class `R`. */
const RESERVED = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue default do double else ' +
    'enum extends false final finally float for goto if implements import instanceof int interface ' +
    'long native new null package private protected public return short static strictfp super switch ' +
    'synchronized this throw throws transient true try void volatile while'
  ).split(' '),
)

/** Color resources of Android. */
export const android: Notation = {
  rules: {
    signs: 'ascii',
    startsWith: 'letter',
    styleFor: (wanted) => (wanted === 'camel' ? 'camel' : 'snake'),
    reserved: RESERVED,
  },
  refer: (name) => `@color/${name}`,
  faded: () => null,
  color: argb,
  gradient: () => null,
  write: (tokens) => resources(tokens, []),
  writeSchemes: resources,
}

function resources(tokens: readonly Token[], schemes: readonly Scheme[]): Written {
  return {
    files: [
      resourceFile(tokens, 'values'),
      ...schemes.map((each) => resourceFile(each.tokens, FOLDERS[each.scheme])),
    ],
    leftOut: lostOf([...tokens, ...schemes.flatMap((each) => each.tokens)]),
  }
}

/** See developer.android.com, "App resources overview", "Night mode". */
const FOLDERS = { dark: 'values-night', light: 'values-notnight' } as const

function resourceFile(tokens: readonly Token[], folder: string): NotationFile {
  const lines = tokens
    .filter(({ gradient }) => gradient === undefined)
    .map((token) => {
      const comment = commentText(token.label, '--').replace(/-$/, '')
      return `    <!-- ${comment} -->\n    <color name="${token.name}">${argb(token)}</color>\n`
    })
  const head = '<?xml version="1.0" encoding="utf-8"?>\n'
  const text = `${head}<resources>\n${lines.join('')}</resources>\n`
  return { path: `res/${folder}/colors.xml`, text }
}

/** What cannot be said, or not wholly: each color once, whatever the schemes that it is in. */
function lostOf(tokens: readonly Token[]): readonly LeftOut[] {
  const lost = new Map<string, LeftOut>()
  for (const { name, label, wide, gradient } of tokens) {
    if ((gradient ?? wide) === undefined || lost.has(name)) continue
    const reason =
      gradient === undefined
        ? 'Color resources are sRGB: the color is the nearest that it has.'
        : 'Color resources have no gradients.'
    lost.set(name, { label, reason })
  }
  return [...lost.values()]
}

/** `#RRGGBB`, or `#AARRGGBB` where it is not opaque. */
function argb({ value }: TokenColor): string {
  const digits = hexOf(value).slice(1)
  return `#${digits.slice(6)}${digits.slice(0, 6)}`
}
