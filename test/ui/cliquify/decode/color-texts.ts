import { colorsNamed } from 'culori'
import fc from 'fast-check'

const number = fc.oneof(
  fc.integer({ min: -50, max: 400 }).map(String),
  fc.double({ min: -2, max: 2, noNaN: true }).map((each) => each.toFixed(3)),
  fc.constantFrom('none', '.5', '1e-1', '+7', '1.', 'x', ''),
)
const unit = fc.constantFrom('', '', '', '%', '%', 'deg', 'turn', 'grad', 'rad', 'px')
const part = fc.tuple(number, unit).map(([value, of]) => (value === 'none' ? value : value + of))
const name = fc.constantFrom(
  ...['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'foo'],
)
const parts = fc.array(part, { minLength: 2, maxLength: 4 })
const alpha = fc.oneof(
  fc.constant(''),
  part.map((each) => ` / ${each}`),
)

/** Texts that are CSS colors, or nearly; those of `color()` in one of `spaces`. */
export function colorTexts(spaces: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    fc.tuple(name, parts, alpha).map(([call, some, a]) => `${call}(${some.join(' ')}${a})`),
    fc.tuple(name, parts).map(([call, some]) => `${call}( ${some.join(' , ')} )`),
    fc
      .tuple(fc.constantFrom(...spaces), parts, alpha)
      .map(([space, some, a]) => `color(${space} ${some.join('  ')}${a})`),
    fc.constantFrom(...Object.keys(colorsNamed), 'transparent'),
    fc.stringMatching(/^#[0-9a-f]{2,9}$/),
  )
}
