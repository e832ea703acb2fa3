import { troubleOf, type Trouble } from '../kit/trouble.ts'
import { MediaError } from '../media/media-error.ts'
import type { Attempt } from './failures.ts'

/** Why a file could not be brought to the canvas. */
export function contentTrouble(thrown: unknown): Trouble {
  if (!(thrown instanceof MediaError)) return troubleOf(thrown)
  return { message: thrown.message, action: 'retry', details: null }
}

/** The same, in a sentence that names the asset, as several may be on their way. */
export function placementTrouble(name: string, attempt: Attempt, thrown: unknown): Trouble {
  const { message, action, details } = contentTrouble(thrown)
  const isPreview = attempt.type === 'place' && attempt.nodeId !== null
  if (message.includes(`“${name}”`) && !isPreview) return { message, action, details }
  return { message: `“${name}” ${outcomeOf(attempt)}. ${message}`, action, details }
}

function outcomeOf(attempt: Attempt): string {
  switch (attempt.type) {
    case 'place':
      return attempt.nodeId === null ? 'could not be placed' : 'shows only its preview so far'
    case 'fill':
      return 'could not be used as a fill'
    case 'replace':
      return 'could not replace what is selected'
  }
}
