import { cssColor, cssFaded, cssGradient, cssValue, isWide } from './css-value.ts'
import { NO_RESERVED, type Notation } from './notation.ts'

/** CSS custom properties; wider colors for screens that show them. */
export const css: Notation = {
  rules: {
    signs: 'all',
    startsWith: 'any',
    styleFor: (wanted) => (wanted === 'camel' ? 'camel' : 'kebab'),
    reserved: NO_RESERVED,
  },
  refer: (name) => `var(--${name})`,
  faded: cssFaded,
  color: ({ value, wide }) => cssColor({ color: value, wide }, 'widest'),
  gradient: cssGradient,
  write(tokens) {
    const root = tokens.map((token) => `  --${token.name}: ${cssValue(token, 'srgb')};\n`)
    // A property of one's own takes any value: only a query keeps it from screens without them.
    const wide = tokens
      .filter(isWide)
      .map((token) => `    --${token.name}: ${cssValue(token, 'widest')};\n`)
    const text =
      `:root {\n${root.join('')}}\n` +
      (wide.length === 0 ? '' : `\n@media (color-gamut: p3) {\n  :root {\n${wide.join('')}  }\n}\n`)
    return { files: [{ path: 'colors.css', text }], leftOut: [] }
  },
}
