import { frozenCopy } from './records.ts'
import { NotDrawn, NotEmulated, Refusal } from './refusal.ts'

/** A property of the API; without `set` it is read-only. Plain data is read as a frozen copy. */
export interface Property<S, V> {
  get(self: S): V
  /** The value comes from the plugin, so it has no type yet. */
  set?(self: S, value: unknown): void
}

/** Members of an API interface `T`, checked against the typings; `S` is what identifies the object. */
export type Members<T, S> = {
  readonly [K in keyof T]?: T[K] extends (...args: infer A) => infer R
    ? (self: S, ...args: A) => R
    : Property<S, T[K]>
}

/** Runs one call of the API: refuses it once the run is over, names the member in what it throws. */
export type Enter = <R>(operation: string, call: () => R) => R

/** What promises, test runners and `JSON.stringify` look for on every object. */
const ASKED_BY_THE_LANGUAGE: ReadonlySet<PropertyKey> = new Set([
  'then',
  'toJSON',
  'toString',
  'valueOf',
  'constructor',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  'hasAttribute',
  '$$typeof',
  '_isMockFunction',
])

/**
 * The end of every API object's prototype chain: what is not there throws instead of being undefined,
 * but for what Figma has on other objects of the kind and not on this one.
 */
function refuseTheRest(owner: string, enter: Enter, elsewhere: ReadonlySet<string>): object {
  const refuse = (what: string): never =>
    enter(what, () => {
      throw new NotEmulated(what)
    })
  return new Proxy(Object.create(null) as object, {
    get(_target, key) {
      if (typeof key === 'symbol' || key.startsWith('@@') || ASKED_BY_THE_LANGUAGE.has(key)) {
        return key === 'toString' ? () => `[object ${owner}]` : undefined
      }
      return elsewhere.has(key) ? undefined : refuse(`${owner}.${key}`)
    },
    set(_target, key) {
      return refuse(`${owner}.${String(key)} =`)
    },
    has: () => false,
  })
}

/**
 * Makes the prototype of an API object from tables of members. `identify` finds what an object
 * stands for, and throws where the object is not one of this API's own.
 */
export function makePrototype(
  owner: string,
  enter: Enter,
  identify: (object: object) => unknown,
  tables: readonly object[],
  elsewhere: ReadonlySet<string> = NONE,
): object {
  const prototype = Object.create(refuseTheRest(owner, enter, elsewhere)) as object
  for (const table of tables) {
    for (const [name, member] of Object.entries(table) as [string, unknown][]) {
      Object.defineProperty(prototype, name, describe(name, member as Member, enter, identify))
    }
  }
  return Object.freeze(prototype)
}

const NONE: ReadonlySet<string> = new Set()

type Member = ((self: unknown, ...args: unknown[]) => unknown) | Property<unknown, unknown>

function describe(
  name: string,
  member: Member,
  enter: Enter,
  identify: (object: object) => unknown,
): PropertyDescriptor {
  if (typeof member === 'function') {
    const method = function (this: object, ...args: unknown[]): unknown {
      return enter(name, () => member(identify(this), ...args))
    }
    return { value: method, enumerable: true }
  }
  return {
    enumerable: true,
    get(this: object) {
      return enter(`get_${name}`, () => frozenCopy(member.get(identify(this))))
    },
    set(this: object, value: unknown) {
      if (member.set === undefined) throw new TypeError(`no setter for property '${name}'`)
      enter(`set_${name}`, () => member.set?.(identify(this), value))
    },
  }
}

/**
 * Makes an `Enter` that puts the member's name in front of refusals, also of promised ones. `missing`
 * is told what is asked for and not emulated.
 */
export function namingEnter(
  check: (operation: string) => void,
  missing: (error: NotEmulated) => void,
): Enter {
  const name = (operation: string, error: unknown): unknown => {
    if (error instanceof NotEmulated && !(error instanceof NotDrawn)) missing(error)
    return error instanceof Refusal ? new Error(`in ${operation}: ${error.message}`) : error
  }
  return (operation, call) => {
    check(operation)
    try {
      const result = call()
      if (result instanceof Promise) {
        return result.catch((error: unknown) => {
          throw name(operation, error)
        }) as typeof result
      }
      return result
    } catch (error) {
      throw name(operation, error)
    }
  }
}
