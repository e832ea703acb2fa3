import type { VNode } from 'preact'
import type { Progress } from '../../shared/progress.ts'
import './progress-bar.css'

export interface ProgressBarProps {
  /** Its accessible name: what is going on. */
  readonly label: string
  readonly progress: Progress
}

export function ProgressBar({ label, progress: { done, total } }: ProgressBarProps): VNode {
  const share = total === 0 ? 0 : Math.min(1, done / total)
  return (
    <div
      class="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <span style={{ width: `${share * 100}%` }} />
    </div>
  )
}
