import type { Skipped } from '../../../shared/brand.ts'
import { isRecord, nameOf, ownName } from '../../../shared/cliquify/value.ts'

/** What was read of a list so far. */
export interface Reading<T> {
  readonly items: T[]
  readonly skipped: Skipped[]
  /** Notes what cannot be read, under its own name, its `hint`, or its place. */
  readonly skip: (source: unknown, hint: string | null, reason: string) => void
}

/** The names of what was read of a list so far, by their ids. */
export type NamesById = Map<string, string>

/** An item with an id of its own: an id may be good for a page only, or stand there twice. */
export function withOwnId<T extends { readonly id: string | null; readonly name: string }>(
  item: T,
  namesById: NamesById,
): T {
  const { id, name } = item
  if (id === null) return item
  const first = namesById.get(id) ?? name
  namesById.set(id, first)
  return first === name ? item : { ...item, id: `${id} ${name}` }
}

export function beginReading<T>(): Reading<T> {
  const items: T[] = []
  const skipped: Skipped[] = []
  return {
    items,
    skipped,
    skip(source, hint, reason) {
      const told = isRecord(source) ? (ownName(source) ?? hint) : (hint ?? nameOf(source))
      skipped.push({ name: told ?? `Item ${items.length + skipped.length + 1}`, reason })
    },
  }
}
