import type { Rgba } from '../brand.ts'
import { hexOf } from '../color.ts'
import { cssValue } from './css-value.ts'
import type { Notation } from './notation.ts'
import { channel, channels, rounded } from './numbers.ts'
import type { LeftOut, TokenColor } from './token.ts'

/** See kotlinlang.org/docs/keyword-reference, "Hard keywords". */
const RESERVED = new Set(
  (
    'as break class continue do else false for fun if in interface is null object package return ' +
    'super this throw true try typealias typeof val var when while'
  ).split(' '),
)

const BRUSHES = {
  linear: 'linearGradient',
  radial: 'radialGradient',
  angular: 'sweepGradient',
} as const

/** An object of Compose colors and brushes. */
export const kotlin: Notation = {
  rules: {
    signs: 'letters',
    startsWith: 'letter',
    styleFor: () => 'camel',
    reserved: RESERVED,
  },
  refer: (name) => `BrandColors.${quoted(name)}`,
  faded: (reference, alpha) => `${reference}.copy(alpha = ${float(channel(alpha))})`,
  color: ({ value, wide }) => kotlinColor({ color: value, wide }),
  gradient: ({ type, stops }, colorOf) =>
    brush(
      type,
      stops.map((stop) => stopText(stop.position, colorOf(stop))),
    ),
  write(tokens, title) {
    const leftOut: LeftOut[] = []
    const lines = tokens.map((token) => {
      const { name, label, gradient } = token
      if (gradient === undefined) {
        const color = kotlinColor({ color: token.value, wide: token.wide })
        return `    // ${label}\n    val ${quoted(name)} = ${color}\n`
      }
      const reason = 'A brush has colors only: give it its direction and size where it is used.'
      leftOut.push({ label, reason })
      const stops = gradient.stops.map((stop) => stopText(stop.position, kotlinColor(stop)))
      const comment = `${label}: ${cssValue(token, 'srgb')}`
      return `    // ${comment}\n    val ${quoted(name)} = ${brush(gradient.type, stops)}\n`
    })
    const text =
      `// ${title}\n` +
      IMPORTS.map((each) => `import androidx.compose.ui.graphics.${each}\n`).join('') +
      `\nobject BrandColors {\n${lines.join('')}}\n`
    return { files: [{ path: 'BrandColors.kt', text }], leftOut }
  },
}

const IMPORTS = ['Brush', 'Color', 'colorspace.ColorSpaces']

/** Legal without, but letters that have no case are unknown to the grammars of some tools. */
function quoted(name: string): string {
  return /\p{Lo}/u.test(name) ? `\`${name}\`` : name
}

function brush(
  type: NonNullable<TokenColor['gradient']>['type'],
  stops: readonly string[],
): string {
  return `Brush.${BRUSHES[type]}(${stops.join(', ')})`
}

function stopText(position: number, color: string): string {
  return `${float(position)} to ${color}`
}

function kotlinColor({
  color,
  wide,
}: {
  readonly color: Rgba
  readonly wide?: Rgba | undefined
}): string {
  if (wide === undefined) return `Color(0x${argb(color)})`
  const parts = [...channels(wide), channel(wide.a)].map(float)
  return `Color(${parts.join(', ')}, ColorSpaces.DisplayP3)`
}

function float(number: number): string {
  return `${rounded(number)}f`
}

/** Eight digits, the alpha first. */
function argb(color: Rgba): string {
  const digits = hexOf(color).slice(1)
  return digits.length === 8 ? digits.slice(6) + digits.slice(0, 6) : `FF${digits}`
}
