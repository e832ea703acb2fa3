import { Trouble, type TroubleKind } from '../shared/trouble.ts'
import { refusalText } from './refusal-texts.ts'

/**
 * `about`: the name of the layer, or what else the sentence depends on; see
 * `refusal-texts.ts`. `error`: what Figma threw, or what else engineers want to know; a `Trouble`
 * says what it is itself.
 */
export function refused(kind: TroubleKind, about: string, error: unknown): Trouble {
  if (error instanceof Trouble) return error
  const details = error instanceof Error ? error.message : String(error)
  return new Trouble({
    ...{ kind, message: refusalText(kind, about, error), details },
    action: kind === 'mode-limit' ? 'none' : 'retry',
  })
}
