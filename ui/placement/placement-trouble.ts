import { troubleOf, type Trouble } from '../kit/trouble.ts'
import { MediaError } from '../media/media-error.ts'

/** Why an asset could not be placed; the sentence names it, as several may be on their way. */
export function placementTrouble(name: string, thrown: unknown): Trouble {
  const { message, action, details } =
    thrown instanceof MediaError
      ? ({ message: thrown.message, action: 'retry', details: null } as const)
      : troubleOf(thrown)
  const named = message.includes(`“${name}”`)
  return {
    message: named ? message : `“${name}” could not be placed. ${message}`,
    action,
    details,
  }
}
