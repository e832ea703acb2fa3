/** Runs work once all that was handed in before it has ended, however that ended. */
export type InTurn = <T>(work: () => T | Promise<T>) => Promise<T>

/** A queue of promises: one work at a time, in the order in which they were handed in. */
export function takeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    // Only that it ended: a result of thousands is not to be held until the next.
    last = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}
