import { dataOf, troubleOf } from '../shared/trouble.ts'
import { worded } from '../ui/refusal-texts.ts'

/** The sentence that a person reads of what the sandbox refuses. */
export async function told(refused: Promise<unknown>): Promise<string> {
  try {
    await refused
  } catch (error) {
    return worded(dataOf(troubleOf(error))).message
  }
  throw new Error('nothing was refused')
}
