import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { Trouble } from '../../shared/trouble.ts'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { IconClose, IconWarning } from './icons.tsx'
import { OutsideLink } from './outside-link.tsx'
import { useRecovery, useStaleness, type Way } from './recovery.ts'
import './box.css'
import './problem.css'

export interface ProblemProps {
  readonly trouble: Trouble
  /** What has failed, where the trouble does not say it. */
  readonly what?: string
  readonly onRetry?: (() => void) | undefined
  readonly onDismiss?: () => void
  /** A button for a way out that only this screen has. */
  readonly children?: ComponentChildren
}

/** A failure: its sentence, what to do about it as a button, and the details for engineers. */
export function Problem(props: ProblemProps): VNode {
  const { trouble, what = '', onRetry, onDismiss, children } = props
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
    <ProblemBox
      text={what + trouble.message}
      recovery={recovery}
      buttons={children}
      dismiss={onDismiss && ['Dismiss', onDismiss]}
    >
      {trouble.link !== null && <OutsideLink url={trouble.link} />}
      <Details trouble={trouble} />
    </ProblemBox>
  )
}

export interface ProblemBoxProps {
  readonly text: string
  readonly recovery: Way | null
  /** Beside that of the recovery. */
  readonly buttons?: ComponentChildren
  /** What puts it away is called, and does. */
  readonly dismiss?: readonly [label: string, act: () => void] | undefined
  /** What stands below the buttons. */
  readonly children: ComponentChildren
}

/** What a failure looks like, be it one or many. */
export function ProblemBox(props: ProblemBoxProps): VNode {
  const { text, recovery, buttons, dismiss, children } = props
  return (
    <div class="box failed" role="alert">
      <IconWarning />
      <div class="problem-body">
        <p>{text}</p>
        {(recovery !== null || buttons !== undefined) && (
          <div class="buttons">
            {recovery !== null && <Button onClick={recovery.act}>{recovery.label}</Button>}
            {buttons}
          </div>
        )}
        {children}
      </div>
      {dismiss && (
        <IconButton label={dismiss[0]} onClick={dismiss[1]}>
          <IconClose />
        </IconButton>
      )}
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
