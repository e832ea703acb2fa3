import { Trouble } from '../../shared/trouble.ts'

const GONE =
  'It was deleted in Figma during the sync. Sync again, and tick it to have it made anew.'
const CHANGED =
  'Someone changed it in Figma during the sync, so it was left alone. Sync again to decide.'
const FULL =
  'The collection is full, with 5,000 variables. Sync as styles, or delete variables, then sync again.'
const REFUSED = 'Figma did not accept this change. Sync again, or change it by hand.'

const IN_USE =
  'Another variable or a prototype uses it, so it was kept. Change that, then delete it again.'

/** Why a copy was kept when copies were merged. */
export const NOT_MERGED =
  'Something that uses it could not be changed, so it was kept. Change that, then merge again.'

/** What is read before a write; throws where another person has deleted it. */
export function readBefore<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw gone()
  }
}

/** Why one style or variable was not written. */
function notWritten(message: string): Trouble {
  return new Trouble({ kind: 'not-written', message })
}

export function gone(): Trouble {
  return notWritten(GONE)
}

export function full(): Trouble {
  return notWritten(FULL)
}

export function inUse(): Trouble {
  return notWritten(IN_USE)
}

export function changed(): Trouble {
  return notWritten(CHANGED)
}

/** One sentence for people about what Figma, or we, threw while writing this name. */
export function reasonOf(error: unknown, name: string): string {
  if (error instanceof Trouble) return error.message
  const text = String(error)
  if (text.includes('duplicate variable name')) {
    // What had the name before the sync was known to the plan.
    return `The collection has another variable “${name}” by now. Sync again; if this comes back, rename that one.`
  }
  if (text.includes('invalid variable name')) {
    return `Figma does not allow “${name}” as a variable's name. Rename the color in Cliquify, then sync again.`
  }
  return REFUSED
}
