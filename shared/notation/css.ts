import { cssRules } from './css-rules.ts'
import { cssColor, cssFaded, cssGradient } from './css-value.ts'
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
  property: ({ name }) => name,
  write(tokens) {
    const text = cssRules(tokens, { selector: ':root', query: null })
    return { files: [{ path: 'colors.css', text }], leftOut: [] }
  },
}
