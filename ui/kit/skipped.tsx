import type { VNode } from 'preact'
import type { Skipped } from '../../shared/brand.ts'
import './skipped.css'

export interface SkippedListProps {
  readonly skipped: readonly Skipped[]
}

/** "2 could not be read", with the reasons behind it; nothing where nothing was skipped. */
export function SkippedList({ skipped }: SkippedListProps): VNode | null {
  if (skipped.length === 0) return null
  return (
    <details class="skipped">
      <summary>{skipped.length} could not be read</summary>
      <ul>
        {skipped.map(({ name, reason }, index) => (
          <li key={index}>
            <bdi class="skipped-name">{name}</bdi> {reason}
          </li>
        ))}
      </ul>
    </details>
  )
}
