import type { Rgba } from '../brand.ts'
import { cssValue } from './css-value.ts'
import type { Notation } from './notation.ts'
import { channel, channels, rounded } from './numbers.ts'
import type { LeftOut } from './token.ts'

/** Words of the language, and what SwiftUI’s `Color` and `Gradient` have already. */
const RESERVED = new Set(
  (
    'actor any as associatedtype async await blue black break brown case catch class clear continue ' +
    'convenience cyan default defer deinit didSet do dynamic else enum extension fallthrough false ' +
    'fileprivate final for func get gray green guard if import in indigo indirect infix init inout ' +
    'internal is isolated lazy left let macro mint mutating nil none nonisolated nonmutating open ' +
    'operator optional orange override package pink postfix precedence precedencegroup prefix primary ' +
    'private protocol public purple red repeat required rethrows return right secondary self set some ' +
    'static struct subscript super switch teal throw throws true try type typealias unowned var weak ' +
    'where while white willSet yellow accentColor description hashValue resolve opacity gradient mix ' +
    'stops body hash'
  ).split(' '),
)

/** An extension of SwiftUI’s `Color`, and of its `Gradient`. */
export const swift: Notation = {
  rules: {
    signs: 'letters',
    startsWith: 'letter',
    styleFor: () => 'camel',
    reserved: RESERVED,
  },
  refer: (name, is) => `${is === 'color' ? 'Color' : 'Gradient'}.${name}`,
  faded: (reference, alpha) => `${reference}.opacity(${channel(alpha)})`,
  color: ({ value, wide }) => swiftColor({ color: value, wide }),
  gradient: ({ stops }, colorOf) => {
    const list = stops.map((stop) => stopText(colorOf(stop), stop.position))
    return `Gradient(stops: [${list.join(', ')}])`
  },
  write(tokens, title) {
    const leftOut: LeftOut[] = []
    const colors: string[] = []
    const gradients: string[] = []
    for (const token of tokens) {
      const { name, label, gradient } = token
      if (gradient === undefined) {
        colors.push(
          `  /// ${label}\n  static let ${name} = ${swiftColor({ color: token.value, wide: token.wide })}\n`,
        )
        continue
      }
      const stops = gradient.stops.map((stop) => stopText(swiftColor(stop), stop.position))
      gradients.push(
        `  /// ${label}: ${cssValue(token, 'srgb')}\n` +
          `  static let ${name} = Gradient(stops: [\n    ${stops.join(',\n    ')}\n  ])\n`,
      )
      const reason =
        'A `Gradient` has colors only: give it its shape and direction where it is used.'
      leftOut.push({ label, reason })
    }
    const text =
      `// ${title}\nimport SwiftUI\n` +
      (colors.length === 0 ? '' : `\npublic extension Color {\n${colors.join('')}}\n`) +
      (gradients.length === 0 ? '' : `\npublic extension Gradient {\n${gradients.join('')}}\n`)
    return { files: [{ path: 'BrandColors.swift', text }], leftOut }
  },
}

function stopText(color: string, position: number): string {
  return `.init(color: ${color}, location: ${rounded(position)})`
}

function swiftColor({
  color,
  wide,
}: {
  readonly color: Rgba
  readonly wide?: Rgba | undefined
}): string {
  const shown = wide ?? color
  const [r, g, b] = channels(shown)
  const space = wide === undefined ? '.sRGB' : '.displayP3'
  return `Color(${space}, red: ${r}, green: ${g}, blue: ${b}, opacity: ${channel(shown.a)})`
}
