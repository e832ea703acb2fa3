/** The record's other entries. */
export function without<V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}

/** A table of members with none of these. */
export function withoutAll(table: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(table).filter(([name]) => !names.includes(name)))
}
