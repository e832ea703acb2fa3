import { cssColor, cssFaded, cssGradient, cssValue } from './css-value.ts'
import { NO_RESERVED, type Notation } from './notation.ts'

/** Variables of Sass. */
export const scss: Notation = {
  rules: {
    signs: 'all',
    startsWith: 'letter',
    styleFor: (wanted) => (wanted === 'camel' ? 'camel' : 'kebab'),
    reserved: NO_RESERVED,
  },
  refer: (name) => `$${name}`,
  faded: (reference, alpha) => cssFaded(`#{${reference}}`, alpha),
  color: ({ value, wide }) => cssColor({ color: value, wide }, 'widest'),
  gradient: cssGradient,
  write(tokens) {
    const lines = tokens.map((token) => `$${token.name}: ${cssValue(token, 'widest')};\n`)
    return { files: [{ path: '_colors.scss', text: lines.join('') }], leftOut: [] }
  },
}
