import { channelOf, modelNamed, type ColorModel } from './color-models.ts'

/** The numbers of a color, as people write and paste them. */
export interface PastedNumbers {
  /** Null where nothing tells. */
  readonly model: ColorModel | null
  readonly parts: readonly string[]
}

/** `HEX:`, and the properties of CSS that take a color or a gradient. */
const LABEL =
  /^(?:hex|html|web|fill|stroke|background(?:-image)?|(?:[a-z]+-)*colou?r)(?:\s+(?:code|value))?\s*(?:[:=]\s*|(?=#))/i
const SEPARATORS = /[\s,;/|]+/

/** `HEX: #FF6600;`, `# FF 66 00` and `0xFFFF6600` as CSS has them; any other text as it is. */
export function asCss(text: string): string {
  return hexOf(withoutLabel(text))
}

/** `model`: what a list of bare numbers is, where a field tells. Null where these are no numbers. */
export function readNumbers(text: string, model: ColorModel | null): PastedNumbers | null {
  const bare = withoutLabel(text)
  const [, label = '', rest = ''] =
    /^([a-z-]{3,11})\s*[:=]?\s*[([]?\s*([^()[\]]*?)\s*[)\]]?$/i.exec(bare) ?? []
  const labelled = modelNamed(label)
  const labelledParts = labelled === null ? null : numbersIn(rest)
  if (labelledParts !== null) return { model: labelled, parts: labelledParts }
  const parts = numbersIn(bare.replace(/^[([{]\s*([^()[\]{}]*?)\s*[)\]}]$/, '$1'))
  return parts === null ? letteredIn(bare) : { model, parts }
}

/** `HEX: #FF6600;` as `#FF6600`, without what nobody sees. */
function withoutLabel(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/(?:\s*!important)?[\s;,]*$/i, '')
    .replace(/^(["'“”‘’])(.*)["'“”‘’]$/, '$2')
    .replace(LABEL, '')
    .replace(/^[#\s]+#/, '#')
    .trim()
}

/** `# FF 66 00` as `#FF6600`; `0xAARRGGBB`, as Android and Flutter write it, with its alpha last. */
function hexOf(text: string): string {
  const [, alpha = '', digits] = /^0x([0-9a-f]{2})?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text) ?? []
  if (digits !== undefined) return `#${digits}${alpha}`
  const isSpaced =
    /^#\s*(?:[0-9a-f]{2}\s*){3,4}$/i.test(text) || /^(?:[0-9a-f]{2} ){2,3}[0-9a-f]{2}$/i.test(text)
  return isSpaced ? `#${text.replace(/[#\s]/g, '')}` : text
}

/** Three numbers or more and nothing else; null for any other text. */
function numbersIn(text: string): readonly string[] | null {
  const parts = text.split(SEPARATORS).filter((part) => part !== '')
  const isList =
    parts.length >= 3 && parts.length <= 5 && parts.every((part) => channelOf(part) !== null)
  return isList ? parts : null
}

/** `R255 G102 B0` or `C: 0, M: 60, Y: 100, K: 0`. */
function letteredIn(text: string): PastedNumbers | null {
  const pairs = [...text.matchAll(/([a-z])\s*[:=]?\s*([-+]?[\d.]+(?:%|°)?)[\s,;/|]*/gi)]
  const model = modelNamed(pairs.map(([, letter = '']) => letter).join(''))
  if (model === null || pairs.map(([pair]) => pair).join('') !== text) return null
  return { model, parts: pairs.map(([, , number = '']) => number) }
}
