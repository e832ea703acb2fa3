const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

/** What entities may make of a drawing: far more than any has, far less than a tab holds. */
const MOST_CHARACTERS = 50_000_000

/**
 * The text of an SVG file, in whatever encoding it says, without byte order mark. Null where the
 * entities that it defines might fill the memory.
 */
export function svgText(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  return mayUnfoldFar(text) ? null : withNamespaces(text)
}

/**
 * Browsers write entities out, those within others not all of them. Parameters (`%`) might define
 * more of them: no program writes any.
 */
function mayUnfoldFar(text: string): boolean {
  if (/<!ENTITY\s+%/.test(text)) return true
  const entities = text.match(/<!ENTITY\s+[\w:.-]+\s+(?:"[^"]*"|'[^']*')/g) ?? []
  return entities.join('').length * text.split('&').length > MOST_CHARACTERS
}

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes
  const pair = (first << 8) | second
  if (pair === 0xfffe || pair === 0x3c00) return 'utf-16le'
  if (pair === 0xfeff || pair === 0x003c) return 'utf-16be'
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
    return missing === '' ? tag : `<svg${missing}${tag.slice('<svg'.length)}`
  })
}
