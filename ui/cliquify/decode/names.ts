import {
  idOf,
  isRecord,
  itemsOf,
  nameOf,
  own,
  ownId,
  ownName,
} from '../../../shared/cliquify/value.ts'
import { formatOf } from './format.ts'

/** Names under which replies hold tags. */
export const TAG_LISTS = ['tags', 'asset_tags', 'brand_tags', 'template_tags']

export interface Tag {
  /** Null where it is known by its name alone. */
  readonly id: string | null
  readonly name: string
}

/** Types of files and values, and where they are kept: nothing is called by them. */
const PLAIN_TYPE = /^(?:logo|image|file|color|hex|rgba?|solid|linear|radial)$|gradient|[./\d]/i

/** What a type calls that which has no name: "primary"; null where it does not. */
export function nameOfType(type: unknown): string | null {
  const name = nameOf(type)
  return name === null || formatOf(name) !== null || PLAIN_TYPE.test(name) ? null : name
}

/** Reads tags from bare names, from a list of records, or from names keyed by id. */
export function decodeTags(content: unknown): readonly Tag[] {
  return itemsOf(content, (record) => ownId(record) !== null).flatMap(([key, item]) => {
    const id = isRecord(item) ? ownId(item) : idOf(key)
    const name = nameOfTag(item)
    return name === null ? [] : [{ id, name }]
  })
}

/** The name of a tag, which may be all that is told of it. */
export function nameOfTag(tag: unknown): string | null {
  return isRecord(tag) ? (ownName(tag) ?? nameOf(own(tag, 'tag'))) : nameOf(tag)
}
