import { addressesIn, isSmall, nameOfWay } from './addresses.ts'
import { nameOfType } from './names.ts'
import { readFirst, type JsonRecord } from '../../../shared/cliquify/value.ts'

/** One of the files of a logo, with what it is called there, where it is called anything. */
export interface Variant {
  readonly name: string | null
  /** What is told of it alone, with its address. */
  readonly fields: JsonRecord
}

/** The variants inside a logo: `variants: [{ theme, url }]`, `dark_logo_url`, `formats: { svg, png }`. */
export function variantsOf(logo: JsonRecord, origin: string): readonly Variant[] {
  const files = addressesIn(logo, origin).filter((address) => !isSmall(address))
  if (files.length < 2) return []
  return files.flatMap((file) => {
    const { holder, url } = file
    const isOwn = holder === logo
    const name = nameOfWay(file) ?? (isOwn ? null : kindOf(holder))
    if (isOwn && name === null) return []
    return [{ name, fields: isOwn ? { url } : { ...holder, url } }]
  })
}

const KIND_KEYS = ['variant', 'variation', 'theme', 'mode', 'style', 'key', 'type']

/** What a logo, or a variant in a list, is among others, where it has no name: "dark". */
export function kindOf(fields: JsonRecord): string | null {
  return readFirst(fields, KIND_KEYS, nameOfType)
}
