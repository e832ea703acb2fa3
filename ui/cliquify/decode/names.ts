import { idOf, isRecord, nameOf, own, ownId, ownName } from '../../../shared/cliquify/value.ts'

/** Names under which replies hold tags. */
export const TAG_LISTS = ['tags', 'asset_tags', 'brand_tags', 'template_tags']

/** Pairs of id and name, from a list of records or from names keyed by id. */
export function decodeNames(content: unknown): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = []
  const add = (id: string | null, name: string | null): void => {
    if (id !== null && name !== null) pairs.push([id, name])
  }
  if (Array.isArray(content)) {
    for (const item of content as readonly unknown[]) {
      if (isRecord(item)) add(ownId(item), ownName(item))
    }
  } else if (isRecord(content)) {
    if (ownId(content) !== null) add(ownId(content), ownName(content))
    else for (const [id, name] of Object.entries(content)) add(idOf(id), nameOf(name))
  }
  return pairs
}

/** The names of tags: from bare names, from a list of records, or from names keyed by id. */
export function decodeTags(content: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(content)
    ? content
    : isRecord(content) && ownId(content) === null
      ? Object.values(content)
      : [content]
  return items.flatMap((item) => {
    const name = isRecord(item) ? (ownName(item) ?? nameOf(own(item, 'tag'))) : nameOf(item)
    return name === null ? [] : [name]
  })
}
