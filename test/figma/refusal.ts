/**
 * What the API answers to a call that Figma would refuse. The member's name is put in front where
 * the call came in: `in set_opacity: Expected …`.
 */
export class Refusal extends Error {}

/**
 * For what the emulation does not have: never to be taken for something that Figma said. It is told
 * of where it is thrown, so that no `catch` can hide it.
 */
export class NotEmulated extends Error {
  constructor(what: string) {
    super(`not emulated: ${what}`)
  }
}

/** A layer that the emulation cannot draw, which a plugin is to live with, as with one that Figma cannot. */
export class NotDrawn extends NotEmulated {}

interface TypeNames {
  string: string
  number: number
  boolean: boolean
  function: (...args: never[]) => unknown
  object: object
}

/** Throws as Figma does when a value has another type than the property. */
export function expectType<K extends keyof TypeNames>(
  value: unknown,
  name: string,
  type: K,
): TypeNames[K] {
  const actual = value === null ? 'null' : typeof value
  if (actual !== type || Number.isNaN(value)) {
    const got = Number.isNaN(value) ? 'NaN' : actual
    throw new Refusal(`Expected "${name}" to have type ${type} but got ${got} instead`)
  }
  return value as TypeNames[K]
}

export function expectAtLeast(value: unknown, name: string, least: number): number {
  const number = expectType(value, name, 'number')
  if (number < least) {
    throw new Refusal(`Expected "${name}" to have value >= ${least} but got ${number} instead`)
  }
  return number
}

export function expectRange(value: unknown, name: string, least: number, most: number): number {
  const number = expectAtLeast(value, name, least)
  if (number > most) {
    throw new Refusal(`Expected "${name}" to have value <= ${most} but got ${number} instead`)
  }
  return number
}

export function expectOneOf<T extends string>(
  value: unknown,
  name: string,
  allowed: readonly T[],
): T {
  const found = allowed.find((candidate) => candidate === value)
  if (found !== undefined) return found
  const list = allowed.map((candidate) => `'${candidate}'`).join(' | ')
  throw new Refusal(
    `Property "${name}" failed validation: Invalid enum value. Expected ${list}, received '${String(value)}'`,
  )
}

/** Refuses members that an options object may not have. */
export function expectKeys(value: object, name: string, allowed: readonly string[]): void {
  const strangers = Object.keys(value).filter((key) => !allowed.includes(key))
  if (strangers.length === 0) return
  const list = strangers.map((key) => `'${key}'`).join(', ')
  throw new Refusal(`Property "${name}" failed validation: Unrecognized key(s) in object: ${list}`)
}
