import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { BrandAsset, Skipped } from '../../shared/brand.ts'
import type { Page } from '../cliquify/client.ts'
import { isCancelled, troubleOf, type Trouble } from '../kit/trouble.ts'
import { distinctAssets } from './asset-key.ts'

export type LoadPage = (from: string | null, signal: AbortSignal) => Promise<Page<BrandAsset>>

/** A long list as far as it has come. */
export interface Pages {
  readonly assets: readonly BrandAsset[]
  readonly skipped: readonly Skipped[]
  /** `waiting`: there is more, and nobody has asked for it yet. */
  readonly status: 'loading' | 'waiting' | 'failed' | 'complete'
  /** Only with `failed`. */
  readonly trouble: Trouble | null
  /** Asks for the next page, or again for the one that failed; does nothing while one is loading. */
  readonly loadMore: () => void
}

interface State extends Omit<Pages, 'loadMore'> {
  /** Where the page after these starts. */
  readonly next: string | null
}

const START: State = { assets: [], skipped: [], status: 'loading', trouble: null, next: null }

/** Loads a list page by page, the first at once; `load` must stay the same for the same list. */
export function usePages(load: LoadPage): Pages {
  const [state, setState] = useState(START)
  const runningRef = useRef<AbortController | null>(null)

  const run = useCallback(
    async (from: State): Promise<void> => {
      const controller = new AbortController()
      runningRef.current = controller
      setState({ ...from, status: 'loading', trouble: null })
      try {
        const page = await load(from.next, controller.signal)
        if (controller.signal.aborted) return
        setState({
          assets: distinctAssets([...from.assets, ...page.items]),
          skipped: [...from.skipped, ...page.skipped],
          status: page.next === null ? 'complete' : 'waiting',
          trouble: null,
          next: page.next,
        })
      } catch (error) {
        if (controller.signal.aborted || isCancelled(error)) return
        setState({ ...from, status: 'failed', trouble: troubleOf(error) })
      } finally {
        if (runningRef.current === controller) runningRef.current = null
      }
    },
    [load],
  )

  useEffect(() => {
    void run(START)
    return () => {
      runningRef.current?.abort()
      runningRef.current = null
    }
  }, [run])

  const loadMore = useCallback(() => {
    if (runningRef.current === null && state.status !== 'complete') void run(state)
  }, [run, state])

  const { assets, skipped, status, trouble } = state
  const lost = trouble?.action === 'retry'
  useEffect(() => {
    if (!lost) return
    addEventListener('online', loadMore)
    return () => removeEventListener('online', loadMore)
  }, [lost, loadMore])

  return { assets, skipped, status, trouble, loadMore }
}
