/** Whether a reference stays inside the file: an element of it, or data that is written into it. */
export function isInnerReference(reference: string): boolean {
  return /^\s*(?:#|data:(?:image\/(?:png|jpe?g|gif|webp)|font\/[\w+-]+|application\/(?:x-)?font[\w-]*)[;,])/i.test(
    reference,
  )
}

/** What makes CSS load something. */
const LOADS = /@import|url\(|image-set\s*\(|\b(?:image|src|cross-fade)\s*\(/i

/** CSS, or an attribute's value, without what it would load from elsewhere. */
export function withoutOuterUrls(css: string): string {
  if (!css.includes('\\') && !LOADS.test(css)) return css
  // A name that is spelled with escapes has something to hide; nothing that draws SVG writes so.
  if (css.includes('\\') && LOADS.test(unescaped(css)) && !LOADS.test(css)) return ''
  return css
    .replace(/\/\*[^]*?(?:\*\/|$)/g, ' ')
    .replace(/@import[^;]*(?:;|$)/gi, '')
    .replace(/[^;{}]*(?:image-set|\b(?:image|src|cross-fade))\s*\([^;{}]*/gi, '')
    .replace(/url\(\s*(["']?)(.*?)\1\s*(?:\)|$)/gis, (whole, _quote: string, target: string) =>
      isInnerReference(target) && !target.includes('\\') ? whole : 'none',
    )
}

function unescaped(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, (_whole, hex?: string, letter?: string) =>
    hex === undefined ? (letter ?? '') : characterOf(parseInt(hex, 16)),
  )
}

function characterOf(code: number): string {
  return code > 0x10ffff ? '' : String.fromCodePoint(code)
}
