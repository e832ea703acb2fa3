/** How many rows are drawn together: few enough not to be noticed. */
export const PIECE = 50

/** A list of thousands in pieces, so that what is out of sight is passed over a piece at a time. */
export function cut<T>(items: readonly T[]): readonly (readonly T[])[] {
  const pieces: (readonly T[])[] = []
  for (let from = 0; from < items.length; from += PIECE) {
    pieces.push(items.slice(from, from + PIECE))
  }
  return pieces
}
