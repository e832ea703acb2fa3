import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { PlannedColor } from '../../shared/protocol.ts'
import { countOf } from '../kit/count-of.ts'
import { Swatch } from '../kit/swatch.tsx'
import { leafName } from './color-texts.ts'

/** What stays as it is, folded away; the rows are made only for those who open it. */
export function Unchanged({ rows }: { readonly rows: readonly PlannedColor[] }): VNode {
  const [open, setOpen] = useState(false)
  return (
    <details class="review-unchanged" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{countOf(rows.length, 'color')} unchanged</summary>
      {open && <ul class="review-rows">{rows.map(draw)}</ul>}
    </details>
  )
}

function draw({ key, before }: PlannedColor): VNode {
  return (
    <li key={key} class="review-row review-what">
      <Swatch value={before?.value ?? null} gradient={before?.gradient} />
      <bdi class="cut" title={before?.name}>
        {leafName(before?.name ?? key)}
      </bdi>
    </li>
  )
}
