import { cssColor, cssGradient, cssValue } from './css-value.ts'
import { OBJECT_MEMBERS, type Notation } from './notation.ts'

/** One object, the values as CSS has them. */
export const json: Notation = {
  rules: {
    signs: 'all',
    startsWith: 'any',
    styleFor: (wanted) => wanted,
    reserved: OBJECT_MEMBERS,
  },
  refer: (name) => `{${name}}`,
  faded: () => null,
  color: ({ value, wide }) => cssColor({ color: value, wide }, 'widest'),
  gradient: cssGradient,
  write(tokens) {
    const values = tokens.map((token) => [token.name, cssValue(token, 'widest')] as const)
    const text = `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`
    return { files: [{ path: 'colors.json', text }], leftOut: [] }
  },
}
