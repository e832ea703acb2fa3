import type { Reason } from '../../shared/sync.ts'
import { nameNow } from './name-now.ts'

/** Why we write nothing of one style or variable. */
const OURS = ['gone', 'changed', 'full', 'in-use'] as const

/**
 * Ends the write of one style or variable. No `Trouble`, as nobody reads it: `reasonOf` makes it a
 * reason of the report.
 */
export function notWritten(why: (typeof OURS)[number]): Error {
  return new Error(why)
}

/** What the plan has found under this id; throws where another person has deleted it since. */
export function itemNow<T extends PaintStyle | Variable>(
  items: ReadonlyMap<string, T>,
  id = '',
): T {
  const item = items.get(id)
  if (!item || nameNow(item) === null) throw notWritten('gone')
  return item
}

/** What the report says of what Figma, or we, threw while writing this name. */
export function reasonOf(error: unknown, name: string): Reason {
  const text = String(error)
  const ours = OURS.find((why) => text === `Error: ${why}`)
  if (ours) return { kind: ours }
  // What had the name before the sync was known to the plan.
  if (text.includes('duplicate variable name')) return { kind: 'name-taken', name }
  if (text.includes('invalid variable name')) return { kind: 'name-refused', name }
  return { kind: 'refused' }
}
