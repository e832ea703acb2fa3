/** Whether a reference stays inside the file: an element of it, or data that is written into it. */
export function isInnerReference(reference: string): boolean {
  return /^\s*(?:#|data:(?:image\/(?:png|jpe?g|gif|webp)|font\/[\w+-]+|application\/(?:x-)?font[\w-]*)[;,])/i.test(
    reference,
  )
}

/** The functions beside `url()` that load something. */
const LOADING = /image-set\s*\(|\b(?:image|src|cross-fade)\s*\(/i
/** What makes CSS load something. */
const LOADS = new RegExp(`@import|url\\(|${LOADING.source}`, 'i')

/** CSS, or an attribute's value, without what it would load from elsewhere. */
export function withoutOuterUrls(css: string): string {
  return css.includes('\\') || LOADS.test(css) ? cleaned(css) : css
}

/** One pass over the declarations and rules, each as far as its `;`, `{` or `}`. */
function cleaned(css: string): string {
  const special = /\/\*|url\(|["'\\;{}()]/gi
  const kept: string[] = []
  /** What was read of the present declaration; beside it what of it may name a function or rule. */
  let text = ''
  let words = ''
  let depth = 0
  let at = 0

  function end(sign: string): void {
    // A name that is spelled with escapes has something to hide; nothing that draws SVG writes so.
    const plain = words.includes('\\') ? unescaped(words) : words
    const isImport = /@import/i.test(plain)
    const isHidden = plain !== words && LOADS.test(plain)
    if (!isImport && !isHidden && !LOADING.test(words)) kept.push(text)
    if (!isImport || sign !== ';') kept.push(sign)
    text = ''
    words = ''
  }

  while (at < css.length) {
    special.lastIndex = at
    const found = special.exec(css)
    const from = found?.index ?? css.length
    text += css.slice(at, from)
    words += css.slice(at, from)
    const sign = found?.[0] ?? ''
    at = from + sign.length
    if (sign === '/*') {
      at = after(css, '*/', at)
      text += ' '
      words += ' '
    } else if (sign === '"' || sign === "'") {
      at = afterString(css, from)
      text += css.slice(from, at)
    } else if (sign.length > 1) {
      const { target, end: close } = readUrl(css, at)
      at = close
      const isInner = isInnerReference(target) && !target.includes('\\')
      text += isInner ? css.slice(from, at) : 'none'
    } else if (depth === 0 && /[;{}]/.test(sign)) end(sign)
    else {
      if (sign === '(') depth += 1
      if (sign === ')' && depth > 0) depth -= 1
      if (sign === '\\') at += 1
      text += css.slice(from, at)
      words += css.slice(from, at)
    }
  }
  end('')
  return kept.join('')
}

/** What `url(` points to, and where it ends; `from` is where it has just begun. */
function readUrl(css: string, from: number): { readonly target: string; readonly end: number } {
  let at = from
  while (/\s/.test(css.charAt(at))) at += 1
  const quote = css.charAt(at)
  if (quote === '"' || quote === "'") {
    const close = afterString(css, at)
    const isClosed = css.charAt(close - 1) === quote
    return { target: css.slice(at + 1, isClosed ? close - 1 : close), end: after(css, ')', close) }
  }
  for (let end = at; end < css.length; end += 1) {
    if (css[end] === '\\') end += 1
    else if (css[end] === ')') return { target: css.slice(at, end), end: end + 1 }
  }
  return { target: css.slice(at), end: css.length }
}

/** Where a string ends that begins at `from`: after its quote, or before the end of its line. */
function afterString(css: string, from: number): number {
  const quote = css[from]
  for (let at = from + 1; at < css.length; at += 1) {
    const letter = css[at]
    if (letter === '\\') at += 1
    else if (letter === quote) return at + 1
    else if (letter === '\n' || letter === '\r' || letter === '\f') return at
  }
  return css.length
}

function after(css: string, what: string, from: number): number {
  const at = css.indexOf(what, from)
  return at === -1 ? css.length : at + what.length
}

function unescaped(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, (_whole, hex?: string, letter?: string) =>
    hex === undefined ? (letter ?? '') : characterOf(parseInt(hex, 16)),
  )
}

function characterOf(code: number): string {
  return code > 0x10ffff ? '' : String.fromCodePoint(code)
}
