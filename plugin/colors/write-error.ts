/** Why one style or variable was not written; the message is for people. */
export class WriteError extends Error {}

const GONE = 'It was deleted in Figma during the sync. Sync again to make it anew.'
const CHANGED =
  'Someone changed it in Figma during the sync, so it was left alone. Sync again to decide.'
const REFUSED = 'Figma did not accept this change. Sync again, or change it by hand.'

/** What is read before a write; throws where another person has deleted it. */
export function readBefore<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw new WriteError(GONE)
  }
}

export function gone(): WriteError {
  return new WriteError(GONE)
}

export function changed(): WriteError {
  return new WriteError(CHANGED)
}

/** One sentence for people about what Figma, or we, threw while writing this name. */
export function reasonOf(error: unknown, name: string): string {
  if (error instanceof WriteError) return error.message
  const text = String(error)
  if (text.includes('duplicate variable name')) {
    return `The collection has another variable called “${name}”. Rename that one, then sync again.`
  }
  if (text.includes('invalid variable name')) {
    return `Figma does not allow “${name}” as a variable's name. Rename the color in Cliquify, then sync again.`
  }
  return REFUSED
}
