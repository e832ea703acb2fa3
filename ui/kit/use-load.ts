import { useCallback, useEffect, useState } from 'preact/hooks'
import { isCancelled, troubleOf, type Trouble } from '../../shared/trouble.ts'
import type { Memory } from '../cliquify/known.ts'
import { useBackOnline } from './use-back-online.ts'

/** Says that what is shown is from before, while it is loaded anew or because it could not be. */
export interface Stale {
  /** Milliseconds since the epoch. */
  readonly asOf: number
  /** Null while it is being loaded. */
  readonly trouble: Trouble | null
}

export type LoadState<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly trouble: Trouble }
  | { readonly status: 'ready'; readonly value: T; readonly stale: Stale | null }

export interface Load<T> {
  readonly state: LoadState<T>
  /** Loads again from the start. */
  readonly retry: () => void
  /** Puts a newer value in place of what was loaded. */
  readonly replace: (value: T) => void
}

/**
 * Loads when the screen appears and whenever one of `dependencies` changes; cancels what is under
 * way when it leaves. What failed is tried again by itself when the device comes back online. What
 * the memory holds is shown meanwhile, and stays where loading fails.
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
  dependencies: readonly unknown[],
  memory: Memory<T> | null = null,
): Load<T> {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<LoadState<T>>(() => remembered(memory, null))

  const retry = useCallback(() => setAttempt((last) => last + 1), [])
  const replace = useCallback(
    (value: T) => {
      setState({ status: 'ready', value: memory?.keep(value) ?? value, stale: null })
    },
    // A memory belongs to what is loaded, and is a new object in each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    dependencies,
  )

  useEffect(() => {
    const controller = new AbortController()
    setState(remembered(memory, null))
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) replace(value)
      },
      (thrown: unknown) => {
        if (controller.signal.aborted || isCancelled(thrown)) return
        const trouble = troubleOf(thrown)
        setState(isGone(thrown) ? { status: 'failed', trouble } : remembered(memory, trouble))
      },
    )
    return () => controller.abort()
    // The caller says what a load depends on; its function is a new one in each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [attempt, ...dependencies])

  useBackOnline(troubleIn(state), retry)

  return { state, retry, replace }
}

/** Whether the list itself is no longer there, so that what was in it is of no use. */
export function isGone(thrown: unknown): boolean {
  return troubleOf(thrown).kind === 'not-offered'
}

/** What there is to show without an answer: what is remembered, or that there is nothing. */
function remembered<T>(memory: Memory<T> | null, trouble: Trouble | null): LoadState<T> {
  const known = memory?.recall() ?? null
  if (known !== null) {
    return { status: 'ready', value: known.value, stale: { asOf: known.asOf, trouble } }
  }
  return trouble === null ? { status: 'loading' } : { status: 'failed', trouble }
}

function troubleIn<T>(state: LoadState<T>): Trouble | null {
  if (state.status === 'failed') return state.trouble
  return state.status === 'ready' ? (state.stale?.trouble ?? null) : null
}
