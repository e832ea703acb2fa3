import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { BrandAsset, Decoded, Skipped } from '../../shared/brand.ts'
import { isCancelled, troubleOf, type Trouble } from '../../shared/trouble.ts'
import type { Memory } from '../cliquify/known.ts'
import type { LoadPage } from '../cliquify/pages-of.ts'
import { useBackOnline } from '../kit/use-back-online.ts'
import { isGone, type Stale } from '../kit/use-load.ts'
import { distinctAssets } from '../placement/asset-key.ts'

/** A long list as far as it has come. */
export interface Pages {
  readonly assets: readonly BrandAsset[]
  readonly skipped: readonly Skipped[]
  /** `waiting`: there is more, and nobody has asked for it yet. */
  readonly status: 'loading' | 'waiting' | 'failed' | 'complete'
  /** Where this is the remembered first page, which is loaded anew or could not be. */
  readonly stale: Stale | null
  /** Only with `failed`. */
  readonly trouble: Trouble | null
  /** Asks for the next page, or again for the one that failed; does nothing while one is loading. */
  readonly loadMore: () => void
}

interface State extends Omit<Pages, 'loadMore'> {
  /** Where the page after these starts. */
  readonly next: string | null
}

/**
 * Loads a list page by page, the first at once, after what the memory holds of it; both must stay
 * the same for the same list.
 */
export function usePages(load: LoadPage, memory: Memory<Decoded<BrandAsset>>): Pages {
  const [state, setState] = useState(() => firstState(memory))
  const runningRef = useRef<AbortController | null>(null)

  const run = useCallback(
    async (from: State): Promise<void> => {
      const controller = new AbortController()
      runningRef.current = controller
      setState({
        ...from,
        status: 'loading',
        stale: from.stale === null ? null : { ...from.stale, trouble: null },
        trouble: null,
      })
      try {
        const page = await load(from.next, controller.signal)
        if (controller.signal.aborted) return
        const isFirst = from.next === null
        const { items, skipped } = isFirst
          ? memory.keep({ items: page.items, skipped: page.skipped })
          : page
        setState({
          assets: distinctAssets(isFirst ? items : [...from.assets, ...items]),
          skipped: isFirst ? skipped : [...from.skipped, ...skipped],
          stale: null,
          status: page.next === null ? 'complete' : 'waiting',
          trouble: null,
          next: page.next,
        })
      } catch (error) {
        if (controller.signal.aborted || isCancelled(error)) return
        const trouble = troubleOf(error)
        if (isGone(error)) setState({ ...NOTHING, status: 'failed', trouble })
        else {
          const stale = from.stale === null ? null : { ...from.stale, trouble }
          setState({ ...from, status: 'failed', stale, trouble })
        }
      } finally {
        if (runningRef.current === controller) runningRef.current = null
      }
    },
    [load, memory],
  )

  useEffect(() => {
    void run(firstState(memory))
    return () => {
      runningRef.current?.abort()
      runningRef.current = null
    }
  }, [run, memory])

  const loadMore = useCallback(() => {
    if (runningRef.current === null && state.status !== 'complete') void run(state)
  }, [run, state])

  const { assets, skipped, status, stale, trouble } = state
  useBackOnline(trouble, loadMore)

  return { assets, skipped, status, stale, trouble, loadMore }
}

const NOTHING: State = {
  assets: [],
  skipped: [],
  status: 'loading',
  stale: null,
  trouble: null,
  next: null,
}

function firstState(memory: Memory<Decoded<BrandAsset>>): State {
  const known = memory.recall()
  // An empty page is no better than none.
  if (known === null || known.value.items.length === 0) return NOTHING
  const { value, asOf } = known
  return {
    ...NOTHING,
    assets: distinctAssets(value.items),
    skipped: value.skipped,
    stale: { asOf, trouble: null },
  }
}
