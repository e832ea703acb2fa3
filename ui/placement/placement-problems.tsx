import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { IconButton } from '../kit/icon-button.tsx'
import { IconClose } from '../kit/icons.tsx'
import { Problem } from '../kit/problem.tsx'
import type { ScreenProps } from '../screen.ts'
import './placement-problems.css'

export type PlacementProblemsProps = Pick<
  ScreenProps,
  'placer' | 'onConnectAgain' | 'onOpenSettings'
>

/** What could not be placed, each with what to do about it. */
export function PlacementProblems({
  placer,
  onConnectAgain,
  onOpenSettings,
}: PlacementProblemsProps): VNode {
  useEffect(() => placer.watchFailures(), [placer])
  return (
    <div class="placement-problems">
      {placer.failures.value.map((failure) => (
        <div key={failure.id} class="placement-problem">
          <Problem
            trouble={failure.trouble}
            onRetry={() => void placer.retry(failure)}
            onConnectAgain={onConnectAgain}
            onOpenSettings={onOpenSettings}
          />
          <IconButton label="Dismiss" onClick={() => placer.dismiss(failure)}>
            <IconClose />
          </IconButton>
        </div>
      ))}
    </div>
  )
}
