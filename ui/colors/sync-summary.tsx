import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { countOf } from '../kit/count-of.ts'
import { IconButton } from '../kit/icon-button.tsx'
import { IconClose } from '../kit/icons.tsx'
import { leafName } from './color-texts.ts'
import { isEmpty, type LeftAlone, type Summary } from './left-alone.ts'
import '../kit/skipped.css'
import './sync-summary.css'

export interface SyncSummaryProps {
  readonly summary: Summary
  readonly onDismiss: () => void
}

/** What was left as it was, each with its reason; what was done is in the `status` region. */
export function SyncSummary({ summary, onDismiss }: SyncSummaryProps): VNode | null {
  const box = useRef<HTMLDivElement>(null)
  // The review that was here may have been scrolled.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [summary])
  if (isEmpty(summary)) return null
  const { failed, skipped, kept } = summary
  return (
    <div ref={box} class={failed.length > 0 ? 'sync-summary sync-failed' : 'sync-summary'}>
      <div>
        {failed.length > 0 && (
          <div role="alert" class="skipped">
            <h2>{countOf(failed.length, 'color')} could not be synced</h2>
            <Left colors={failed} />
          </div>
        )}
        <Folded title={`${countOf(skipped.length, 'color')} skipped`} colors={skipped} />
        <Folded title={`${countOf(kept.length, 'color')} kept as in Figma`} colors={kept} />
      </div>
      <IconButton label="Dismiss" onClick={onDismiss}>
        <IconClose />
      </IconButton>
    </div>
  )
}

function Folded(props: { title: string; colors: readonly LeftAlone[] }): VNode | null {
  if (props.colors.length === 0) return null
  return (
    <details class="skipped">
      <summary>{props.title}</summary>
      <Left colors={props.colors} />
    </details>
  )
}

function Left({ colors }: { readonly colors: readonly LeftAlone[] }): VNode {
  return (
    <ul>
      {colors.map(({ key, name, reason }) => (
        <li key={key}>
          <bdi class="skipped-name" title={name}>
            {leafName(name)}
          </bdi>
          <p>{reason}</p>
        </li>
      ))}
    </ul>
  )
}
