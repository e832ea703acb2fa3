import { ifAble } from './if-able.ts'

type NameOf<T> = T extends unknown ? keyof T : never

type Member<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : undefined) : never

/**
 * What it has under this name; undefined where it has nothing, as nodes of other kinds have not, and where
 * reading it throws, as an editor that emulates Figma in part may be asked to do for what it lacks. What is
 * then called, as it is, or written, still throws where it is refused.
 */
export function memberOf<T extends object, Name extends NameOf<T>>(
  of: T,
  name: Name,
): Member<T, Name> | undefined
export function memberOf(of: Readonly<Record<PropertyKey, unknown>>, name: PropertyKey): unknown {
  return ifAble((): unknown => {
    const member = of[name]
    // One that is there for its name alone cannot be bound either.
    return typeof member === 'function' ? member.bind(of) : member
  })
}
