import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { BrandKit } from '../../shared/brand.ts'
import type { UpdateScope } from '../../shared/update.ts'
import { isCancelled, troubleOf, type Trouble } from '../../shared/trouble.ts'
import type { Client } from '../cliquify/client.ts'
import { useBackOnline } from '../kit/use-back-online.ts'
import type { Plugin } from '../plugin.ts'
import { checkPlaced, type Check, type CheckProgress } from './check-placed.ts'

type CheckState =
  | { readonly status: 'loading' }
  | { readonly status: 'stopped' }
  | { readonly status: 'failed'; readonly trouble: Trouble }
  | { readonly status: 'ready'; readonly value: Check }

export interface Checking {
  readonly state: CheckState
  /** Null until there is something to tell. */
  readonly progress: CheckProgress | null
  /** Null until it is known where was looked. */
  readonly scope: UpdateScope | null
  readonly lookIn: (scope: UpdateScope) => void
  readonly lookAgain: () => void
  readonly cancel: () => void
}

/**
 * Compares what was placed with Cliquify, when the screen appears and whenever one asks for it. `kit`
 * is the chosen one, or null where there is none; `first`: where it looks first.
 */
export function useCheck(
  client: Client,
  plugin: Plugin,
  kit: BrandKit | null,
  first: UpdateScope | null,
): Checking {
  const [wanted, setWanted] = useState(first)
  const [progress, setProgress] = useState<CheckProgress | null>(null)
  const [state, setState] = useState<CheckState>({ status: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const runningRef = useRef(new AbortController())
  // A check goes on when what is known of the kit is loaded anew behind it.
  const kitRef = useRef(kit)
  useEffect(() => {
    kitRef.current = kit
  }, [kit])

  useEffect(() => {
    const running = new AbortController()
    const { signal } = running
    runningRef.current = running
    setProgress(null)
    setState({ status: 'loading' })
    checkPlaced({
      client,
      plugin,
      kit: kitRef.current,
      scope: wanted,
      signal,
      onProgress: (next) => {
        if (!signal.aborted) setProgress(next)
      },
    }).then(
      (value) => {
        if (!signal.aborted) setState({ status: 'ready', value })
      },
      (error: unknown) => {
        if (isCancelled(error)) return
        setState({ status: 'failed', trouble: troubleOf(error) })
      },
    )
    return () => running.abort()
  }, [client, plugin, kit?.id, wanted, attempt])

  const lookAgain = useCallback(() => setAttempt((last) => last + 1), [])
  useBackOnline(state.status === 'failed' ? state.trouble : null, lookAgain)
  return {
    state,
    progress,
    scope: state.status === 'ready' ? state.value.scope : wanted,
    lookIn: setWanted,
    lookAgain,
    cancel() {
      runningRef.current.abort()
      setState({ status: 'stopped' })
    },
  }
}
