import { createContext } from 'preact'
import { useContext, useLayoutEffect } from 'preact/hooks'
import type { Trouble, TroubleAction } from '../../shared/trouble.ts'
import type { Staleness } from '../brand/staleness.ts'
import type { WayIn } from '../way-in.ts'

/** What can be done about a trouble, wherever in the window it is shown. */
export interface Recovery extends Pick<WayIn, 'again'> {
  readonly connectAgain: () => void
  /** Null where they are open. */
  readonly openSettings: (() => void) | null
  /** Lists that may be in the same trouble: it is told once, and one Retry is for all. */
  readonly staleness: Staleness | null
}

export const RecoveryContext = createContext<Recovery | null>(null)

/** A way out of a trouble, as a button. */
export interface Way {
  readonly label: string
  readonly act: () => void
}

/** The button for a trouble; null where there is nothing that it could do. */
export function useRecovery(action: TroubleAction, retry: (() => void) | undefined): Way | null {
  const recovery = useContext(RecoveryContext)
  const buttons: Record<TroubleAction, readonly [string, (() => void) | null | undefined]> = {
    retry: ['Retry', retry],
    connect: [recovery?.again ?? '', recovery?.connectAgain],
    settings: ['Open Settings', recovery?.openSettings],
    none: ['', null],
  }
  const [label, act] = buttons[action]
  return act ? { label, act } : null
}

export function useStaleness(): Staleness | null {
  return useContext(RecoveryContext)?.staleness ?? null
}

/** Whether it is told elsewhere why a part of the screen failed; it is tried again with that then. */
export function useToldElsewhere(trouble: Trouble | null, retry: () => void): boolean {
  const staleness = useStaleness()
  const isTold = trouble !== null && staleness?.isTold(trouble) === true
  useLayoutEffect(() => (isTold ? staleness.join(retry) : undefined), [staleness, isTold, retry])
  return isTold
}
