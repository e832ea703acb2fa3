import { isRecord, own, type JsonRecord } from '../../../shared/cliquify/value.ts'

/** All that stands at the top of an item, see jsonapi.org. */
const MEMBERS: ReadonlySet<string> = new Set([
  'id',
  'lid',
  'type',
  'attributes',
  'relationships',
  'links',
  'meta',
])

/**
 * An item of JSON:API, `{ id, type, attributes, relationships }`, as the flat record that other
 * replies hold; anything else as it is. Its `type` names a list, not a kind of file.
 */
export function withoutJsonApi(item: unknown): unknown {
  if (!isRecord(item)) return item
  const attributes = own(item, 'attributes')
  if (!isRecord(attributes) || !Object.keys(item).every((key) => MEMBERS.has(key))) return item
  const id = own(item, 'id')
  return { ...relatedIn(item), ...attributes, ...(id !== undefined && { id }) }
}

/** `{ folder: { data: { type, id } } }` as `{ folder: { id } }`. */
function relatedIn(item: JsonRecord): JsonRecord {
  const relationships = own(item, 'relationships')
  if (!isRecord(relationships)) return {}
  const related = Object.entries(relationships).flatMap(([name, relation]) => {
    const data = isRecord(relation) ? own(relation, 'data') : undefined
    return data === undefined ? [] : [[name, data] as const]
  })
  return Object.fromEntries(related)
}
