import type { Members } from './members.ts'
import { copyPlain } from './plain-data.ts'
import { utf8Length } from './plugin-data.ts'
import { expectType, Refusal } from './refusal.ts'

const MOST_BYTES = 5 * 1024 * 1024

/** clientStorage as plain data; whoever opens the file keeps it between files. */
export type StoredValues = Record<string, unknown>

/** Reads and writes copies; `onStorage` is told the whole content after each change. */
export function storageMembers(
  stored: StoredValues,
  onStorage: (values: StoredValues) => void,
): Members<ClientStorageAPI, void> {
  /** Counting five megabytes takes QuickJS a second. */
  const sizes = new Map(Object.entries(stored).map((entry) => [entry[0], sizeOf(entry)]))
  return {
    async getAsync(_self, key) {
      const name = expectType(key, 'key', 'string')
      await Promise.resolve()
      return Object.hasOwn(stored, name) ? copyPlain(stored[name]) : undefined
    },
    async setAsync(_self, key, value) {
      const name = expectType(key, 'key', 'string')
      const copy = copyPlain(value)
      await Promise.resolve()
      const before = sizes.get(name)
      const size = sizeOf([name, copy])
      const others = [...sizes.values()].reduce((sum, each) => sum + each, -(before ?? 0))
      if (others + size > MOST_BYTES) {
        throw new Refusal('The client storage quota of 5 MB for this plugin is exceeded')
      }
      sizes.set(name, size)
      stored[name] = copy
      onStorage({ ...stored })
    },
    async deleteAsync(_self, key) {
      const name = expectType(key, 'key', 'string')
      await Promise.resolve()
      if (!Object.hasOwn(stored, name)) return
      Reflect.deleteProperty(stored, name)
      sizes.delete(name)
      onStorage({ ...stored })
    },
    async keysAsync() {
      await Promise.resolve()
      return Object.keys(stored)
    },
  }
}

/** Bytes of a key and its value: that as JSON in UTF-8, or as it is where it is bytes. */
function sizeOf([key, value]: readonly [string, unknown]): number {
  if (value instanceof Uint8Array) return utf8Length(key) + value.byteLength
  return utf8Length(key) + utf8Length(JSON.stringify(value))
}
