import { useCallback, useEffect, useState } from 'preact/hooks'
import { isCancelled, troubleOf, type Trouble } from './trouble.ts'

export type LoadState<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly trouble: Trouble }
  | { readonly status: 'ready'; readonly value: T }

export interface Load<T> {
  readonly state: LoadState<T>
  /** Loads again from the start. */
  readonly retry: () => void
  /** Puts a newer value in place of what was loaded. */
  readonly replace: (value: T) => void
}

const LOADING = { status: 'loading' } as const

/**
 * Loads when the screen appears and whenever one of `dependencies` changes; cancels what is under
 * way when it leaves. What failed is tried again by itself when the device comes back online.
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
  dependencies: readonly unknown[],
): Load<T> {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<LoadState<T>>(LOADING)

  const retry = useCallback(() => setAttempt((last) => last + 1), [])
  const replace = useCallback((value: T) => setState({ status: 'ready', value }), [])

  useEffect(() => {
    const controller = new AbortController()
    setState(LOADING)
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setState({ status: 'ready', value })
      },
      (thrown: unknown) => {
        if (controller.signal.aborted || isCancelled(thrown)) return
        setState({ status: 'failed', trouble: troubleOf(thrown) })
      },
    )
    return () => controller.abort()
    // The caller says what a load depends on; its function is a new one in each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [attempt, ...dependencies])

  const failed = state.status === 'failed' && state.trouble.action === 'retry'
  useEffect(() => {
    if (!failed) return
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [failed, retry])

  return { state, retry, replace }
}
