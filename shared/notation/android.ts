import { hexOf } from '../color.ts'
import { commentText, type Notation } from './notation.ts'
import type { LeftOut, Token, TokenColor, Written } from './token.ts'

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
  write: (tokens) => resources(tokens, 'values'),
  writeSchemes(tokens, schemes) {
    const parts = [
      resources(tokens, 'values'),
      ...schemes.map((each) => resources(each.tokens, FOLDERS[each.scheme])),
    ]
    return {
      files: parts.flatMap(({ files }) => files),
      leftOut: parts.flatMap(({ leftOut }) => leftOut),
    }
  },
}

/** See developer.android.com, "App resources overview", "Night mode". */
const FOLDERS = { dark: 'values-night', light: 'values-notnight' } as const

function resources(tokens: readonly Token[], folder: string): Written {
  const lines = tokens
    .filter(({ gradient }) => gradient === undefined)
    .map((token) => {
      const comment = commentText(token.label, '--').replace(/-$/, '')
      return `    <!-- ${comment} -->\n    <color name="${token.name}">${argb(token)}</color>\n`
    })
  const head = '<?xml version="1.0" encoding="utf-8"?>\n'
  const text = `${head}<resources>\n${lines.join('')}</resources>\n`
  return {
    files: [{ path: `res/${folder}/colors.xml`, text }],
    leftOut: tokens.flatMap(lostOf),
  }
}

function lostOf({ label, wide, gradient }: Token): readonly LeftOut[] {
  if (gradient !== undefined) {
    return [{ label, reason: 'Color resources have no gradients.' }]
  }
  return wide === undefined
    ? []
    : [{ label, reason: 'Color resources are sRGB: the color is the nearest that it has.' }]
}

/** `#RRGGBB`, or `#AARRGGBB` where it is not opaque. */
function argb({ value }: TokenColor): string {
  const digits = hexOf(value).slice(1)
  return `#${digits.slice(6)}${digits.slice(0, 6)}`
}
