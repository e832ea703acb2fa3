import { ifAble } from '../if-able.ts'

/** Null where another person has deleted it: then reading throws. */
export function nameNow(item: PaintStyle | Variable): string | null {
  return ifAble(() => item.name) ?? null
}
