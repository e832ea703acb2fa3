import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { Trouble } from '../../shared/trouble.ts'
import { Button } from './button.tsx'
import { IconWarning } from './icons.tsx'
import { OutsideLink } from './outside-link.tsx'
import { useRecovery, useStaleness } from './recovery.ts'
import './problem.css'

export interface ProblemProps {
  readonly trouble: Trouble
  /** What has failed, where the trouble does not say it. */
  readonly what?: string
  readonly onRetry?: (() => void) | undefined
  /** A button for a way out that only this screen has. */
  readonly children?: ComponentChildren
}

/** A failure: its sentence, what to do about it as a button, and the details for engineers. */
export function Problem({ trouble, what = '', onRetry, children }: ProblemProps): VNode {
  const staleness = useStaleness()
  useLayoutEffect(() => staleness?.tellProblem(trouble), [staleness, trouble])
  const retry =
    onRetry &&
    (() => {
      staleness?.retry()
      onRetry()
    })
  const recovery = useRecovery(trouble.action, retry)
  return (
    <div class="problem" role="alert">
      <IconWarning />
      <div class="problem-body">
        <p>{what + trouble.message}</p>
        {(recovery !== null || children !== undefined) && (
          <div class="buttons">
            {recovery !== null && <Button onClick={recovery.act}>{recovery.label}</Button>}
            {children}
          </div>
        )}
        {trouble.link !== null && <OutsideLink url={trouble.link} />}
        <Details trouble={trouble} />
      </div>
    </div>
  )
}

/** What engineers want to know, out of sight; nothing where there is nothing to add. */
export function Details({ trouble: { details } }: Pick<ProblemProps, 'trouble'>): VNode | null {
  return details === null ? null : (
    <details>
      <summary>Details</summary>
      <code>{details}</code>
    </details>
  )
}
