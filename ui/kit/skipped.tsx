import type { VNode } from 'preact'
import type { Skipped } from '../../shared/brand.ts'
import { countOf } from './count-of.ts'
import './skipped.css'

export interface SkippedListProps {
  readonly skipped: readonly Skipped[]
  /** What they are, in the singular; left out where the screen tells. */
  readonly noun?: string
}

/** "2 could not be read", with the reasons behind it; nothing where nothing was skipped. */
export function SkippedList({ skipped, noun }: SkippedListProps): VNode | null {
  if (skipped.length === 0) return null
  return (
    <details class="skipped">
      <summary>
        {noun === undefined ? skipped.length : countOf(skipped.length, noun)} could not be read
      </summary>
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
