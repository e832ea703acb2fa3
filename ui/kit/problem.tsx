import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { Trouble, TroubleAction } from '../../shared/trouble.ts'
import { Button } from './button.tsx'
import { IconWarning } from './icons.tsx'
import type { Staleness } from '../brand/staleness.ts'
import './problem.css'

export interface ProblemProps {
  readonly trouble: Trouble
  /** What has failed, where the trouble does not say it. */
  readonly what?: string
  /** Where it is among lists that may be in the same trouble, which is told and mended once. */
  readonly staleness?: Staleness
  readonly onRetry?: () => void
  readonly onConnectAgain?: () => void
  readonly onOpenSettings?: () => void
  /** A button for a way out that only this screen has. */
  readonly children?: ComponentChildren
}

/** A failure: its sentence, what to do about it as a button, and the details for engineers. */
export function Problem({
  trouble,
  what = '',
  staleness,
  onRetry,
  onConnectAgain,
  onOpenSettings,
  children,
}: ProblemProps): VNode {
  useLayoutEffect(() => staleness?.tellProblem(trouble), [staleness, trouble])
  const actions: Record<TroubleAction, [string, (() => void) | undefined]> = {
    retry: [
      'Retry',
      onRetry &&
        (() => {
          staleness?.retry()
          onRetry()
        }),
    ],
    connect: ['Connect again', onConnectAgain],
    settings: ['Open Settings', onOpenSettings],
    none: ['', undefined],
  }
  const [label, act] = actions[trouble.action]
  return (
    <div class="problem" role="alert">
      <IconWarning />
      <div class="problem-body">
        <p dir="auto">{what + trouble.message}</p>
        {act !== undefined && <Button onClick={act}>{label}</Button>}
        {children}
        {trouble.details !== null && (
          <details>
            <summary>Details</summary>
            <code>{trouble.details}</code>
          </details>
        )}
      </div>
    </div>
  )
}
