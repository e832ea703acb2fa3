import type { Rgba } from '../brand.ts'
import { hexOf } from '../color.ts'
import { cssValue, type Stop } from './css-value.ts'
import { OBJECT_MEMBERS, type Notation } from './notation.ts'
import { channel, channels, rounded } from './numbers.ts'
import type { LeftOut, Token } from './token.ts'

/** A color value of the format; see designtokens.org/TR/2025.10/color. */
interface DtcgColor {
  readonly colorSpace: 'srgb' | 'display-p3'
  readonly components: readonly [number, number, number]
  readonly alpha: number
  /** What shows where the color space is not known; six digits. */
  readonly hex: string
}

/** Groups and tokens by their names. */
type Group = Map<string, Group | object>

/** JSON of the Design Tokens Community Group, 2025.10. */
export const dtcg: Notation = {
  rules: {
    signs: 'all',
    startsWith: 'any',
    styleFor: (wanted) => wanted,
    reserved: OBJECT_MEMBERS,
  },
  refer: (name) => JSON.stringify(`{${name}}`),
  faded: () => null,
  color: ({ value, wide }) => JSON.stringify(dtcgColor({ color: value, wide })),
  gradient: ({ stops }, colorOf) =>
    `[${stops
      .map((stop) => `{"color":${colorOf(stop)},"position":${rounded(stop.position)}}`)
      .join(',')}]`,
  write(tokens) {
    const root: Group = new Map()
    const leftOut: LeftOut[] = []
    for (const token of tokens) {
      const path = token.name.split('.')
      const name = path.pop() ?? ''
      let group = root
      for (const folder of path) {
        const inside = group.get(folder)
        const next: Group = inside instanceof Map ? inside : new Map()
        group.set(folder, next)
        group = next
      }
      group.set(name, tokenOf(token))
      if (token.gradient !== undefined) {
        const reason =
          'The format has the colors of gradients only: their shape and direction are in “$extensions”, as CSS.'
        leftOut.push({ label: token.label, reason })
      }
    }
    const text = `${JSON.stringify(plain(root), null, 2)}\n`
    return { files: [{ path: 'colors.tokens.json', text }], leftOut }
  },
}

/** A text beside a value: some tools take braces for references there, too. */
export function dtcgDescription(text: string): string {
  return text.replace(/[{}]/g, '')
}

function tokenOf(token: Token): object {
  const { value, wide, gradient, label } = token
  if (gradient === undefined) {
    const color = dtcgColor({ color: value, wide })
    return { $type: 'color', $value: color, $description: dtcgDescription(label) }
  }
  return {
    $type: 'gradient',
    $value: gradient.stops.map((stop) => ({
      color: dtcgColor(stop),
      position: rounded(stop.position),
    })),
    $description: dtcgDescription(label),
    $extensions: { 'me.cliquify': { css: cssValue(token, 'widest') } },
  }
}

function dtcgColor({
  color,
  wide,
}: Pick<Stop, 'color'> & { readonly wide?: Rgba | undefined }): DtcgColor {
  const shown = wide ?? color
  return {
    colorSpace: wide === undefined ? 'srgb' : 'display-p3',
    components: channels(shown),
    alpha: channel(shown.a),
    hex: hexOf({ ...color, a: 1 }).toLowerCase(),
  }
}

function plain(group: Group): object {
  return Object.fromEntries(
    [...group].map(([name, inside]) => [name, inside instanceof Map ? plain(inside) : inside]),
  )
}
