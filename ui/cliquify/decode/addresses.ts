import { isRecord, ownId, ownName, type JsonRecord } from '../../../shared/cliquify/value.ts'
import { formatOfUrl, isRooted, toldUrl } from './url.ts'

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
  /\b(?:by|id|name|tags?|folders?|kit|users?|owner|author|avatar|parent|children|pages|background|licen[cs]e)\b|^(?:brand|company|category|creator)$/
/** What something with an id and a name has a picture in, unless it is a file. */
const EMBLEM = /logo|icon|image|photo|picture/
/** Ways to what is a file whether or not it has a suffix. */
const FILE =
  /(?:url|uri|src|source|file|path|image|media|logo|original|download|^(?:variants|files|urls)\/[^/]+)$/
const SMALL = /thumb|preview|poster|cover|screenshot|small/
/** Where an address is a page's, if another one ends like a file. */
const VAGUE = /^(?!.*(?:original|full|large|video|file|download))[^/]*url$/
/** Of several files the asset itself: a picture beside a video is its poster. */
const FIRST = [/^video-url$/, /^url$/, /original|full|large/]
/** Words in a way that tell only that there is a file. */
const PLAIN =
  /^(?:url|uri|src|source|file|path|image|media|logo|original|download|link|href|asset|full|large|size|format|type|version|variant|cdn|\d*)s?$/

/**
 * The addresses of files in a record, whatever its fields are called: texts that end like the name of
 * a picture or a video, or that stand where a file does.
 */
export function addressesIn(record: JsonRecord, origin: string): readonly Address[] {
  const found: Address[] = []
  const add = (value: unknown, way: string, holder: JsonRecord, depth: number): void => {
    if (typeof value === 'string') {
      const url = isAddress(way, value) ? toldUrl(value, origin) : null
      if (url !== null) found.push({ way, url, holder, rank: rankOf(way, value) })
    } else if (typeof value === 'object' && value !== null && depth <= MAX_DEPTH) {
      const inner = !isRecord(value) ? holder : holder === record ? value : { ...holder, ...value }
      const isOther = way !== '' && isRecord(value) && isOtherThing(way, value)
      for (const [key, item] of Object.entries(value)) {
        const words = wordsOf(key)
        if (ASIDE.test(words) || (isOther && EMBLEM.test(words))) continue
        add(item, way === '' ? words : `${way}/${words}`, inner, depth + 1)
      }
    }
  }
  add(record, '', record, 0)
  // An icon may be that of a kind of files, and a mere file name no address.
  const isSure = ({ way, rank }: Address): boolean => rank < 4 || !/icon|file|path/.test(way)
  const hasFile = found.some((each) => isOwn(each) && endsLikeFile(each) && isSure(each))
  return hasFile
    ? found.filter((each) => endsLikeFile(each) || isSmall(each) || !VAGUE.test(each.way))
    : found
}

/** Whether a record is something else than a file, and not one of several. */
function isOtherThing(way: string, record: JsonRecord): boolean {
  return !/\d$/.test(way) && !FILE.test(way) && ownId(record) !== null && ownName(record) !== null
}

/** Whether an address is that of the asset itself, and not of what it holds, nor of its preview. */
export function isOwn(address: Address): boolean {
  const { way } = address
  const isField = /^[^/]*(?:\/(?:url|src|file|path))?$/.test(way)
  return !isSmall(address) && (isField || FILE.test(way.replace(/\/.*/, '')))
}

function endsLikeFile({ url }: Address): boolean {
  const format = formatOfUrl(url)
  return format !== null && format !== 'other'
}

/** Whether a field leads to a page. */
export function isPage(way: string): boolean {
  return /(?:link|\b(?:web|html|view|app|page|edit|editor)-url)$/.test(way)
}

/** "darkLogo_url" as "dark-logo-url". */
export function wordsOf(key: string): string {
  return key
    .replace(/([a-z\d])(?=[A-Z])/g, '$1-')
    .replace(/[^a-z\d]+/gi, '-')
    .toLowerCase()
}

function isAddress(way: string, text: string): boolean {
  const format = formatOfUrl(text)
  const isMeant = (FILE.test(way) && !isPage(way)) || SMALL.test(way)
  return isRooted(text)
    ? isMeant || (format !== null && format !== 'other')
    : isMeant && format !== null
}

export function isSmall({ way }: Address): boolean {
  return SMALL.test(way)
}

function rankOf(way: string, text: string): number {
  const first = FIRST.findIndex((words) => words.test(way))
  const rank = first !== -1 ? first : /icon|thumb|small/.test(way) ? 4 : 3
  // A bare file name may be no address at all.
  return isRooted(text) ? rank : rank + 5
}

/** What a file is called beside others: "dark"; null where the way to it tells nothing. */
export function nameOfWay({ way }: Address): string | null {
  const words = way.split(/[-/]/).filter((word) => !PLAIN.test(word))
  return words.length === 0 ? null : words.join(' ')
}
