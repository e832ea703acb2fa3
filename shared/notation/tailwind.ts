import { cssColor, cssFaded, cssGradient, cssValue } from './css-value.ts'
import { NO_RESERVED, type Notation } from './notation.ts'
import type { Token } from './token.ts'

/** The theme of Tailwind 4; gradients are background images. */
export const tailwind: Notation = {
  rules: {
    signs: 'all',
    startsWith: 'any',
    styleFor: (wanted) => (wanted === 'camel' ? 'camel' : 'kebab'),
    reserved: NO_RESERVED,
  },
  refer: (name, is) => `var(--${variable(name, is)})`,
  faded: cssFaded,
  color: ({ value, wide }) => cssColor({ color: value, wide }, 'widest'),
  gradient: cssGradient,
  property,
  write(tokens) {
    const lines = tokens.map((token) => `  --${property(token)}: ${cssValue(token, 'widest')};\n`)
    return { files: [{ path: 'theme.css', text: `@theme {\n${lines.join('')}}\n` }], leftOut: [] }
  },
}

function property({ name, gradient }: Token): string {
  return variable(name, gradient === undefined ? 'color' : 'gradient')
}

function variable(name: string, is: 'color' | 'gradient'): string {
  return `${is === 'color' ? 'color' : 'background-image'}-${name}`
}
