/** Values of so many bytes together; where there are more, those that were used longest ago go. */
export interface ByteCache<T> {
  get(key: string): T | null
  set(key: string, value: T, bytes: number): void
  delete(key: string): void
}

/** `onDropped` is told of each value that goes, for whatever reason. */
export function createByteCache<T>(
  mostBytes: number,
  onDropped: (value: T) => void = () => undefined,
): ByteCache<T> {
  /** The one that was used last stands last. */
  const entries = new Map<string, { readonly value: T; readonly bytes: number }>()
  let total = 0

  function drop(key: string): void {
    const entry = entries.get(key)
    if (entry === undefined) return
    entries.delete(key)
    total -= entry.bytes
    onDropped(entry.value)
  }

  return {
    get(key) {
      const entry = entries.get(key)
      if (entry === undefined) return null
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    set(key, value, bytes) {
      drop(key)
      entries.set(key, { value, bytes })
      total += bytes
      for (const oldest of entries.keys()) {
        if (total <= mostBytes) break
        drop(oldest)
      }
    },
    delete: drop,
  }
}
