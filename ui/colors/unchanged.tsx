import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { PlannedColor } from '../../shared/protocol.ts'
import { countOf } from '../kit/count-of.ts'
import { Swatch } from '../kit/swatch.tsx'
import { leafName } from './color-texts.ts'
import { useGrowing } from './use-growing.ts'

/** What stays as it is, folded away; the rows are made only for those who open it. */
export function Unchanged({ rows }: { readonly rows: readonly PlannedColor[] }): VNode {
  const [open, setOpen] = useState(false)
  return (
    <details class="review-unchanged" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{countOf(rows.length, 'color')} unchanged</summary>
      {open && <Rows rows={rows} />}
    </details>
  )
}

function Rows({ rows }: { readonly rows: readonly PlannedColor[] }): VNode {
  const shown = useGrowing(rows.length)
  return (
    <ul class="review-rows">
      {rows.slice(0, shown).map(({ key, before }) => (
        <li key={key} class="review-row review-what">
          <Swatch value={before?.value ?? null} gradient={before?.gradient} />
          <bdi class="cut" title={before?.name}>
            {leafName(before?.name ?? key)}
          </bdi>
        </li>
      ))}
    </ul>
  )
}
