import type { Reason } from '../../shared/protocol.ts'

/** Why we write nothing of one style or variable. */
const OURS = ['gone', 'changed', 'full', 'in-use'] as const

/**
 * Ends the write of one style or variable. No `Trouble`, as nobody reads it: `reasonOf` makes it a
 * reason of the report.
 */
export function notWritten(why: (typeof OURS)[number]): Error {
  return new Error(why)
}

/** What is read before a write; throws where another person has deleted it. */
export function readBefore<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw notWritten('gone')
  }
}

/** What the report says of what Figma, or we, threw while writing this name. */
export function reasonOf(error: unknown, name: string): Reason {
  const text = String(error)
  const ours = OURS.find((why) => text === `Error: ${why}`)
  if (ours !== undefined) return { kind: ours }
  // What had the name before the sync was known to the plan.
  if (text.includes('duplicate variable name')) return { kind: 'name-taken', name }
  if (text.includes('invalid variable name')) return { kind: 'name-refused', name }
  return { kind: 'refused' }
}
