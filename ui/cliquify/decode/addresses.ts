import { isRecord, type JsonRecord } from '../../../shared/cliquify/value.ts'
import { formatOfName } from './format.ts'
import { fileNameOf, isRooted, urlOf } from './url.ts'

/** The address of a file. */
export interface Address {
  /** The fields that lead to it: "images/0/src", "dark-logo-url". */
  readonly way: string
  readonly url: string
  /** The record that it is a field of: the asset, or what the records on its way tell together. */
  readonly holder: JsonRecord
  /** How far it is from being that of the asset itself. */
  readonly rank: number
}

/** Deeper, it is the file of something else. */
const MAX_DEPTH = 3
/** What belongs to an asset without being it may have pictures of its own. */
const ASIDE =
  /\b(?:by|id|name|tags?|folders?|kit|users?|owner|creator|author|company|avatar|parent|children|pages|related)\b/
/** Ways to what is a file whether or not it has a suffix. */
const FILE =
  /(?:\b(?:url|uri|src|source|file|image|img|picture|photo|video|media|logo|location|original|download)|path|^(?:variants|files|urls)\/[^/]+)$/
const SMALL = /\b(?:thumb|preview|poster|cover|screenshot|snapshot|small|low-res)/
/** Of several files the asset itself, the most telling first: a picture beside a video is its poster. */
const FIRST = [/^video-url$/, /^(?:image-)?url$/, /\b(?:original|full|large|high|hd)/]
const LAST = /\bicon|path$/
/** Words in a way that tell only that there is a file. */
const PLAIN =
  /^(?:url|uri|src|source|file|image|img|picture|photo|video|media|logo|location|original|download|path|link|href|asset|template|attachment|content|data|full|large|medium|size|format|type|version|variant|variation|cdn|public|secure|signed|storage|\d*)s?$/

/**
 * The addresses of files in a record, whatever its fields are called: texts that end like the name of
 * a picture or a video, or that stand where a file does.
 */
export function addressesIn(record: JsonRecord, origin: string): readonly Address[] {
  const found: Address[] = []
  const add = (value: unknown, way: string, holder: JsonRecord, depth: number): void => {
    if (typeof value === 'string') {
      const text = mended(value)
      const url = isAddress(way, text) ? urlOf(text, origin) : null
      if (url !== null) found.push({ way, url, holder, rank: rankOf(way, text) })
    } else if (typeof value === 'object' && value !== null && depth <= MAX_DEPTH) {
      const isOwn = holder === record
      const inner = !isRecord(value) ? holder : isOwn ? value : { ...holder, ...value }
      for (const [key, item] of Object.entries(value)) {
        const words = wordsOf(key)
        if (!ASIDE.test(words)) add(item, way === '' ? words : `${way}/${words}`, inner, depth + 1)
      }
    }
  }
  add(record, '', record, 0)
  return found
}

/** Whether a field leads to a page. */
export function isPage(way: string): boolean {
  return /(?:link|\b(?:web|html|view|app|page|edit|editor|share)-url)$/.test(way)
}

/** "darkLogo_url" as "dark-logo-url". */
export function wordsOf(key: string): string {
  return key
    .replace(/([a-z\d])(?=[A-Z])/g, '$1-')
    .replace(/[^a-z\d]+/gi, '-')
    .toLowerCase()
}

/**
 * An address as it was meant: a server behind a proxy may not know that it is asked by https, and a
 * file's name may have been put into a URL with its `#` and `%`.
 */
function mended(text: string): string {
  return text
    .replace(/^http:(?=\/\/(?!localhost))/i, 'https:')
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/#(?=[^/?#.]*\.\w+$)/, '%23')
}

function isAddress(way: string, text: string): boolean {
  const format = formatOfName(fileNameOf(text))
  const isMeant = (FILE.test(way) && !isPage(way)) || SMALL.test(way)
  return isRooted(text)
    ? isMeant || (format !== null && format !== 'other')
    : isMeant && format !== null
}

export function isSmall({ way }: Address): boolean {
  return SMALL.test(way)
}

function rankOf(way: string, text: string): number {
  // A bare file name may be no address at all.
  const bare = isRooted(text) ? 0 : 10
  const first = FIRST.findIndex((words) => words.test(way))
  return bare + (first !== -1 ? first : LAST.test(way) ? 5 : 4)
}

/** What a file is called beside others: "dark"; null where the way to it tells nothing. */
export function nameOfWay({ way }: Address): string | null {
  const words = way.split(/[-/]/).filter((word) => !PLAIN.test(word))
  return words.length === 0 ? null : words.join(' ')
}
