import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { BrandKit } from '../../shared/brand.ts'
import type { UpdateScope } from '../../shared/protocol.ts'
import type { Client } from '../cliquify/client.ts'
import { useLoad, type LoadState } from '../kit/use-load.ts'
import type { Plugin } from '../plugin.ts'
import { checkPlaced, type Check, type CheckProgress } from './check-placed.ts'

export interface Checking {
  readonly state: LoadState<Check> | { readonly status: 'stopped' }
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
 * is the chosen one, or null where there is none.
 */
export function useCheck(client: Client, plugin: Plugin, kit: BrandKit | null): Checking {
  const [wanted, setWanted] = useState<UpdateScope | null>(null)
  const [progress, setProgress] = useState<CheckProgress | null>(null)
  const [stopped, setStopped] = useState(false)
  const cancelRef = useRef<() => void>(() => undefined)
  // A check goes on when what is known of the kit is loaded anew behind it.
  const kitRef = useRef(kit)
  useEffect(() => {
    kitRef.current = kit
  }, [kit])

  const { state, retry } = useLoad(
    (leaving) => {
      const controller = new AbortController()
      const abort = (): void => controller.abort()
      leaving.addEventListener('abort', abort)
      cancelRef.current = abort
      setProgress(null)
      setStopped(false)
      return checkPlaced({
        client,
        plugin,
        kit: kitRef.current,
        scope: wanted,
        signal: controller.signal,
        onProgress: (next) => {
          if (!controller.signal.aborted) setProgress(next)
        },
      })
    },
    [client, plugin, kit?.id ?? null, wanted],
  )

  const cancel = useCallback(() => {
    cancelRef.current()
    setStopped(true)
  }, [])
  const shown = stopped && state.status === 'loading' ? ({ status: 'stopped' } as const) : state
  return {
    state: shown,
    progress,
    scope: state.status === 'ready' ? state.value.scope : wanted,
    lookIn: setWanted,
    lookAgain: retry,
    cancel,
  }
}
