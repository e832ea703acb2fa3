let context: CanvasRenderingContext2D | null = null
/** In the document, as only there styles are computed; it shows nothing. */
let probe: HTMLElement | null = null

/**
 * An opaque color as the browser computes it in a space: `color(space r g b)`, its channels outside
 * 0–1 where it is wider, `oklch(l c h)`, or hex. Null where it is no CSS color. Needs the `color-mix()` of Chrome
 * 111, Firefox 113 and Safari 16.2. In Node, `test/computed-color.ts` is imported in its place; see
 * `imports` in package.json.
 */
export function computedColor(css: string, space: 'srgb' | 'display-p3' | 'oklch'): string | null {
  const mixed = `color-mix(in ${space}, ${css}, ${css})`
  context ??= document.createElement('canvas').getContext('2d')
  if (context === null) return null
  // What is no color leaves it as it is.
  context.fillStyle = '#000'
  context.fillStyle = mixed
  const drawn = context.fillStyle
  if (!drawn.startsWith('#')) return drawn
  // Firefox draws with 8 bits. Its styles have all, but none in a window that is not displayed.
  probe ??= document.head.appendChild(document.createElement('meta'))
  const { style } = probe
  // Unlike `color`, it is not inherited, and stays as it is where contrast is forced.
  style.stopColor = ''
  style.stopColor = mixed
  return style.length === 0 ? null : getComputedStyle(probe).stopColor || drawn
}
