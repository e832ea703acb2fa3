import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Trouble } from '../../shared/trouble.ts'

/** A list that is shown as it was, because it could not be loaded anew. */
export interface StaleList {
  /** Milliseconds since the epoch. */
  readonly asOf: number
  readonly trouble: Trouble
  readonly retry: () => void
}

/** What of the screen is not as it should be, gathered so that what it has in common is told once. */
export interface Staleness {
  /** The stale lists on screen, but for those whose trouble a problem on screen tells already. */
  readonly lists: ReadonlySignal<readonly StaleList[]>
  /** Adds a list until the returned function is called. */
  tell(list: StaleList): () => void
  /** Adds a trouble that is told as a problem, until the returned function is called. */
  tellProblem(trouble: Trouble): () => void
  /** Adds what is tried again with the others, until the returned function is called. */
  join(retry: () => void): () => void
  /** Whether a stale list or a problem says this already. */
  isTold(trouble: Trouble): boolean
  /** Tries again whatever there is to be. */
  readonly retry: () => void
}

export function createStaleness(): Staleness {
  const stale = signal<readonly StaleList[]>([])
  const problems = signal<readonly Trouble[]>([])
  const joined = signal<readonly (() => void)[]>([])
  const isProblem = ({ message }: Trouble): boolean =>
    problems.value.some((each) => each.message === message)
  return {
    lists: computed(() => stale.value.filter(({ trouble }) => !isProblem(trouble))),
    tell: (list) => added(stale, list),
    tellProblem: (trouble) => added(problems, trouble),
    join: (retry) => added(joined, retry),
    isTold: (trouble) =>
      isProblem(trouble) || stale.value.some((list) => list.trouble.message === trouble.message),
    retry() {
      for (const { retry } of stale.peek()) retry()
      for (const retry of joined.peek()) retry()
    },
  }
}

/** Adds until the returned function is called. */
function added<T>(all: Signal<readonly T[]>, one: T): () => void {
  all.value = [...all.peek(), one]
  return () => {
    all.value = all.peek().filter((each) => each !== one)
  }
}
