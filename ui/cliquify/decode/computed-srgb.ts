/** In the document, as only there styles are computed; it shows nothing. */
let probe: HTMLElement | null = null

/**
 * An opaque color as the browser computes it in sRGB: `color(srgb r g b)`, its channels outside
 * 0–1 where it is wider, or hex. Null where it is no CSS color. Needs the `color-mix()` of Chrome
 * 111, Firefox 113 and Safari 16.2. In Node, `test/computed-srgb.ts` is imported in its place; see
 * `imports` in package.json.
 */
export function computedSrgb(css: string): string | null {
  probe ??= document.head.appendChild(document.createElement('meta'))
  // Unlike `color`, it is not inherited, and stays as it is where contrast is forced.
  probe.style.stopColor = ''
  probe.style.stopColor = `color-mix(in srgb, ${css}, ${css})`
  const mixed = probe.style.stopColor
  return mixed === '' ? null : getComputedStyle(probe).stopColor || onCanvas(mixed)
}

/** Firefox computes no styles in a window without a place on screen. Clipped, in 8 bits. */
function onCanvas(css: string): string | null {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return null
  context.fillStyle = css
  return context.fillStyle
}
