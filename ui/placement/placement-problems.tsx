import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { Button } from '../kit/button.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { IconClose, IconWarning } from '../kit/icons.tsx'
import { Problem } from '../kit/problem.tsx'
import { useRecovery } from '../kit/recovery.ts'
import { sentences } from '../kit/sentences.ts'
import type { ScreenProps } from '../screen.ts'
import { hasPlaceholder, type PlacementFailure } from './failures.ts'
import './placement-problems.css'

export type PlacementProblemsProps = Pick<ScreenProps, 'placer'>

/** More than this many are told as one, so that they leave the window to the library. */
const MOST_SINGLE = 2

/** What could not be placed, and what to do about it. */
export function PlacementProblems({ placer }: PlacementProblemsProps): VNode {
  useEffect(() => placer.watchFailures(), [placer])
  const failures = placer.failures.value
  return (
    <div class="placement-problems">
      {failures.length > MOST_SINGLE ? (
        <Summary placer={placer} failures={failures} />
      ) : (
        failures.map((failure) => (
          <div key={failure.id} class="placement-problem">
            <Problem trouble={failure.trouble} onRetry={() => void placer.retry(failure)} />
            <IconButton label="Dismiss" onClick={() => placer.dismiss(failure)}>
              <IconClose />
            </IconButton>
          </div>
        ))
      )}
    </div>
  )
}

interface SummaryProps extends PlacementProblemsProps {
  readonly failures: readonly PlacementFailure[]
}

/** Many failures as one, with each of them to be unfolded. */
function Summary({ placer, failures }: SummaryProps): VNode {
  const mustConnect = failures.some(({ trouble }) => trouble.action === 'connect')
  const recovery = useRecovery(mustConnect ? 'connect' : 'none', undefined)
  const previews = failures.filter(({ task }) => hasPlaceholder(task)).length
  return (
    <div class="placement-problem">
      <div class="problem" role="alert">
        <IconWarning />
        <div class="problem-body">
          <p>
            {sentences(
              `${failures.length} assets could not be placed.`,
              previews > 0 && `${previews} of them show their previews.`,
            )}
          </p>
          <div class="buttons">
            {recovery !== null && <Button onClick={recovery.act}>{recovery.label}</Button>}
            <Button onClick={() => void placer.retryAll()}>Retry all</Button>
          </div>
          <details>
            <summary>Show each</summary>
            <ul class="placement-list">
              {failures.map((failure) => (
                <li key={failure.id}>
                  <p>{failure.trouble.message}</p>
                  <Button onClick={() => void placer.retry(failure)}>Retry</Button>
                </li>
              ))}
            </ul>
          </details>
        </div>
      </div>
      <IconButton
        label="Dismiss all"
        onClick={() => {
          for (const failure of failures) placer.dismiss(failure)
        }}
      >
        <IconClose />
      </IconButton>
    </div>
  )
}
