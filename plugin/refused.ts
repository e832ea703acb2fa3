import { Trouble, type TroubleKind } from '../shared/trouble.ts'

/**
 * `error`: what Figma threw, or what else engineers want to know; a `Trouble` says what it is itself.
 */
export function refused(kind: TroubleKind, message: string, error: unknown): Trouble {
  if (error instanceof Trouble) return error
  const details = error instanceof Error ? error.message : String(error)
  return new Trouble({ kind, message, details })
}
