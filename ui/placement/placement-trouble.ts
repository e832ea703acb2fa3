import { troubleOf, type Trouble } from '../kit/trouble.ts'
import { MediaError } from '../media/media-error.ts'

/** Why a file could not be brought to the canvas. */
export function contentTrouble(thrown: unknown): Trouble {
  if (!(thrown instanceof MediaError)) return troubleOf(thrown)
  return { message: thrown.message, action: 'retry', details: null }
}

/** The same, in a sentence that names the asset, as several may be on their way. */
export function placementTrouble(name: string, thrown: unknown): Trouble {
  const { message, action, details } = contentTrouble(thrown)
  if (message.includes(`“${name}”`)) return { message, action, details }
  return { message: `“${name}” could not be placed. ${message}`, action, details }
}
