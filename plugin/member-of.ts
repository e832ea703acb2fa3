import { ifAble } from './if-able.ts'

type NameOf<T> = T extends unknown ? keyof T : never

type Member<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : undefined) : never

/**
 * What it has under this name; undefined where it has nothing, as nodes of other kinds have not, and where
 * reading it throws, as an editor that emulates Figma in part may be asked to do for what it lacks. What is
 * then called, or written, still throws where it is refused.
 */
export function memberOf<T extends object, Name extends NameOf<T>>(
  of: T,
  name: Name,
): Member<T, Name> | undefined
export function memberOf(of: object, name: PropertyKey): unknown {
  return ifAble((): unknown => Reflect.get(of, name))
}
