import { signal, type ReadonlySignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Stale } from './use-load.ts'
import type { Trouble } from './trouble.ts'

/** A list that is shown as it was, because it could not be loaded anew. */
export interface StaleList {
  /** Milliseconds since the epoch. */
  readonly asOf: number
  readonly trouble: Trouble
  readonly retry: () => void
}

/** The stale lists on screen, gathered so that what they have in common is told once. */
export interface Staleness {
  readonly lists: ReadonlySignal<readonly StaleList[]>
  /** Adds a list until the returned function is called. */
  tell(list: StaleList): () => void
}

export function createStaleness(): Staleness {
  const lists = signal<readonly StaleList[]>([])
  return {
    lists,
    tell(list) {
      lists.value = [...lists.value, list]
      return () => {
        lists.value = lists.value.filter((each) => each !== list)
      }
    },
  }
}

/** Tells of a list for as long as it is stale and on screen; `stale` is null where it is not. */
export function useStaleness(staleness: Staleness, stale: Stale | null, retry: () => void): void {
  const trouble = stale?.trouble ?? null
  const asOf = stale?.asOf ?? 0
  useEffect(
    () => (trouble === null ? undefined : staleness.tell({ asOf, trouble, retry })),
    [staleness, trouble, asOf, retry],
  )
}
