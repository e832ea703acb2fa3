import { isFileAddress } from './url.ts'
import {
  firstFound,
  isRecord,
  nameOf,
  own,
  type JsonRecord,
} from '../../../shared/cliquify/value.ts'

/** Fields that hold the variants of a logo: a list, or an object keyed by variant. */
const LISTS = ['variants', 'variations', 'versions', 'files']
/** Variants that may stand beside each other in the logo itself. */
const WORDS = ['light', 'dark', 'mono', 'color', 'colour', 'black', 'white', 'full_color']

/** Lists within lists: deeper nesting is no logo. */
const MAX_DEPTH = 8

/** The variants inside a logo, each with its name where it has one: "light", "dark". */
export function variantsOf(record: JsonRecord): readonly (readonly [string | null, unknown])[] {
  const found: (readonly [string | null, unknown])[] = []
  const add = (name: string | null, value: unknown, depth = 0): void => {
    if (Array.isArray(value)) {
      if (depth === MAX_DEPTH) return
      for (const item of value as readonly unknown[]) add(name, item, depth + 1)
    } else if (isRecord(value) || isFileAddress(value)) found.push([name, value])
  }
  for (const key of LISTS) {
    const list = own(record, key)
    if (Array.isArray(list)) add(null, list)
    else if (isRecord(list))
      for (const [name, value] of Object.entries(list)) add(nameOf(name), value)
  }
  for (const word of WORDS) {
    for (const key of [word, `${word}_url`, `${word}_logo`]) {
      add(word.replace('_', ' '), own(record, key))
    }
  }
  return found.map(([name, value]) => [name ?? kindOf(value), value] as const)
}

/** A variant in a list may name itself by another field than a logo does. */
function kindOf(value: unknown): string | null {
  if (!isRecord(value)) return null
  const keys = ['variant', 'variation', 'theme', 'mode', 'style', 'key']
  return firstFound(keys, (key) => nameOf(own(value, key)))
}
