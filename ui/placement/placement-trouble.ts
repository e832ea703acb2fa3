import { dataOf, Trouble, troubleOf } from '../../shared/trouble.ts'
import type { Attempt } from './failures.ts'

/** Why a file could not be brought to the canvas, in a sentence that names it among several. */
export function placementTrouble(name: string, attempt: Attempt, thrown: unknown): Trouble {
  const trouble = troubleOf(thrown)
  const isPreview = attempt.type === 'place' && attempt.nodeId !== null
  if (trouble.message.includes(`“${name}”`) && !isPreview) return trouble
  const message = `“${name}” ${outcomeOf(attempt)}. ${trouble.message}`
  return new Trouble({ ...dataOf(trouble), message })
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
