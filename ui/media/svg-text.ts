import { readDoctype, unfold } from './svg-entities.ts'
import { utf16Of } from './bytes.ts'

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

/**
 * The text of an SVG file, in whatever encoding it says, without byte order mark and with
 * the entities that it defines written out. Null where they unfold without end.
 */
export function svgText(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  const { subset, start, end } = readDoctype(text)
  const rest = unfold(text.slice(end), subset)
  if (rest === null) return null
  // What is left of it gives attributes. Parameters might define more entities: no program writes any.
  const doctype = text.slice(start, end).replace(/%[\w:.-]+;/g, '')
  return text.slice(0, start) + doctype + withNamespaces(rest)
}

function encodingOf(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return utf16
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const label = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    const { encoding } = new TextDecoder(label)
    // Read so far byte by byte, it is not what it says.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
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
    return tag.slice(0, '<svg'.length) + missing + tag.slice('<svg'.length)
  })
}
