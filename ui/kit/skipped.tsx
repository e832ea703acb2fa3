import type { VNode } from 'preact'
import type { Skipped } from '../../shared/brand.ts'
import { countOf } from './count-of.ts'
import './skipped.css'

export interface SkippedListProps {
  readonly skipped: readonly Skipped[]
  /** What they are, in the singular; left out where the screen tells. */
  readonly noun?: string
  /** What became of them. */
  readonly told?: string
  /** Whether the reasons are in sight at once. */
  readonly open?: boolean
}

/** "2 could not be read", with the reasons behind it; nothing where nothing was skipped. */
export function SkippedList(props: SkippedListProps): VNode | null {
  const { skipped, noun, told = 'could not be read', open } = props
  if (skipped.length === 0) return null
  return (
    <details class="skipped" open={open}>
      <summary>
        {noun === undefined ? skipped.length : countOf(skipped.length, noun)} {told}
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
