const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

/** The text of an SVG file, in whatever encoding it says, without its byte order mark. */
export function svgText(bytes: Uint8Array): string {
  return withNamespaces(new TextDecoder(encodingOf(bytes)).decode(bytes))
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const label = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).encoding
  } catch {
    return 'utf-8'
  }
}

/** SVG that was copied out of a web page lacks the namespaces that a file needs. */
function withNamespaces(text: string): string {
  return text.replace(/<svg(?=[\s>/])[^>]*/i, (tag) => {
    const missing = [
      /\sxmlns\s*=/.test(tag) ? '' : ` ${NAMESPACE}`,
      /\sxlink:/.test(text) && !/xmlns:xlink\s*=/.test(text) ? ` ${XLINK}` : '',
    ].join('')
    return missing === '' ? tag : `<svg${missing}${tag.slice('<svg'.length)}`
  })
}

/** Whether a reference stays inside the file: an element of it, or a picture written into it. */
export function isInnerReference(reference: string): boolean {
  return /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(reference)
}

/** CSS, or an attribute's value, without what it would load from elsewhere. */
export function withoutOuterUrls(css: string): string {
  return css
    .replace(/@import[^;]*(?:;|$)/gi, '')
    .replace(/url\(\s*(["']?)(.*?)\1\s*\)/gis, (whole, _quote: string, target: string) =>
      isInnerReference(target) ? whole : 'none',
    )
}
