import { Trouble } from '../../shared/trouble.ts'

/** A file that cannot be placed, told in one sentence. */
export function unusableFile(message: string): Trouble {
  return new Trouble({ kind: 'unusable-file', message })
}
