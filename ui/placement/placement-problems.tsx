import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { Button } from '../kit/button.tsx'
import { Problem, ProblemBox } from '../kit/problem.tsx'
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
          <Problem
            key={failure.id}
            trouble={failure.trouble}
            onRetry={() => void placer.retry(failure)}
            onDismiss={() => placer.dismiss(failure)}
          />
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
    <ProblemBox
      text={sentences(
        `${failures.length} assets could not be placed.`,
        previews > 0 && `${previews} of them show their previews.`,
      )}
      recovery={recovery}
      buttons={<Button onClick={() => void placer.retryAll()}>Retry all</Button>}
      dismiss={[
        'Dismiss all',
        () => {
          for (const failure of failures) placer.dismiss(failure)
        },
      ]}
    >
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
    </ProblemBox>
  )
}
