import { IconCross32 } from '@create-figma-plugin/ui'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { IconButton } from '../kit/icon-button.tsx'
import { Problem } from '../kit/problem.tsx'
import type { Placer } from './placer.ts'
import './placement-problems.css'

export interface PlacementProblemsProps {
  readonly placer: Placer
  readonly onConnectAgain: () => void
}

/** What could not be placed, each with what to do about it. */
export function PlacementProblems({ placer, onConnectAgain }: PlacementProblemsProps): VNode {
  useEffect(() => placer.watchFailures(), [placer])
  return (
    <div class="placement-problems">
      {placer.failures.value.map((failure) => (
        <div key={failure.id} class="placement-problem">
          <Problem
            trouble={{
              message: `“${failure.asset.name}” could not be placed. ${failure.trouble.message}`,
              action: failure.trouble.action,
              details: failure.trouble.details,
            }}
            onRetry={() => void placer.retry(failure)}
            onConnectAgain={onConnectAgain}
          />
          <IconButton label="Dismiss" onClick={() => placer.dismiss(failure)}>
            <IconCross32 />
          </IconButton>
        </div>
      ))}
    </div>
  )
}
