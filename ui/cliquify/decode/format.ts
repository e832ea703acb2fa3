import type { MediaFormat } from '../../../shared/brand.ts'

/** With the words that stand for each. */
const FORMATS: readonly (readonly [MediaFormat, ...string[]])[] = [
  ['svg', 'svg+xml'],
  ['png', 'x-png'],
  ['jpeg', 'jpg', 'pjpeg', 'jfif'],
  ['gif'],
  ['webp'],
  ['avif'],
  ['bmp', 'x-ms-bmp'],
  ['ico', 'x-icon', 'vnd.microsoft.icon'],
  ['video', 'mp4', 'm4v', 'mov', 'quicktime', 'webm'],
  ['pdf'],
]

/** Known to be no picture that a browser can read; anything unknown is left to the bytes. */
const OTHERS =
  /^(?:ai|psd|eps|indd|sketch|fig|tiff?|heic|heif|zip|rar|docx?|pptx?|xlsx?|txt|csv|json|html?|mp3|wav|m4a|ogg|ttf|otf|woff2?|other)$/

/** Types that servers give to what they do not know. */
const UNSURE = /^(?:\*|octet-stream|binary|xml|x-empty|.*download)?$/

/** Reads a MIME type, an extension or a plain word ("video"); null where it tells nothing. */
export function formatOf(value: unknown): MediaFormat | null {
  if (typeof value !== 'string') return null
  const text = value.trim().toLowerCase().replace(/^\./, '').replace(/;.*$/s, '')
  const [group = '', subtype] = text.split('/')
  const word = subtype ?? group
  const known = FORMATS.find((words) => words.includes(word))
  if (known !== undefined) return known[0]
  if (subtype === undefined) return OTHERS.test(word) ? 'other' : null
  if (group === 'video') return 'video'
  const isTelling = /^(?:image|audio|font|application)$/.test(group) && !UNSURE.test(subtype)
  return isTelling ? 'other' : null
}

/** The format that a file's suffix tells. */
export function formatOfName(fileName: string | null): MediaFormat | null {
  const suffix = fileName === null ? null : /\.([a-z0-9]{2,5})$/i.exec(fileName.trim())
  return formatOf(suffix?.[1])
}
