import { Refusal } from './refusal.ts'

/**
 * Copies what may cross between sandbox and UI: objects, arrays, primitives, Date and Uint8Array.
 * Throws for all else, also for what the browser itself would clone.
 */
export function copyPlain(value: unknown, within: readonly object[] = []): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    throw new Refusal(`Cannot unwrap ${typeof value}`)
  }
  if (typeof value !== 'object' || value === null) return value
  if (within.includes(value)) throw new Refusal('Cannot unwrap a value that contains itself')
  if (value instanceof Uint8Array) return new Uint8Array(value)
  if (value instanceof Date) return new Date(value.getTime())
  const inside = [...within, value]
  if (Array.isArray(value)) return value.map((item: unknown) => copyPlain(item, inside))
  if (!isPlainObject(value)) {
    throw new Refusal(`Cannot unwrap ${Object.prototype.toString.call(value)}`)
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, copyPlain(member, inside)]),
  )
}

/** By its tag, as objects may come from another realm; nodes and styles have a prototype of their own. */
function isPlainObject(value: object): boolean {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.hasOwn(prototype as object, 'hasOwnProperty')
}
