import { Trouble, type TroubleKind } from '../shared/trouble.ts'

/**
 * `about`: the name of the layer, or what else the window's sentence depends on; see
 * `ui/refusal-texts.ts`. `error`: what Figma threw, or what else engineers want to know; a `Trouble`
 * says what it is itself.
 */
export function refused(kind: TroubleKind, about: string, error: unknown): Trouble {
  if (error instanceof Trouble) return error
  const details = error instanceof Error ? error.message : String(error)
  return new Trouble({ kind, message: kind, about, details })
}
