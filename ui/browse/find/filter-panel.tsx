import type { ComponentChildren, VNode } from 'preact'
import { MEDIA_KINDS } from '../../assets/media-kind.ts'
import type { Filters } from './filters.ts'
import '../options-panel.css'

export interface FilterPanelProps {
  readonly filters: Filters
  readonly onChange: (change: Partial<Filters>) => void
  /** Further filters below the kind. */
  readonly children: ComponentChildren
}

export function FilterPanel({ filters, onChange, children }: FilterPanelProps): VNode {
  return (
    <div class="options-panel">
      <label class="options-row">
        <span>Kind</span>
        <select
          class="select"
          value={filters.kind ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ kind: MEDIA_KINDS.find(({ kind }) => kind === value)?.kind ?? null })
          }
        >
          <option value="">All kinds</option>
          {MEDIA_KINDS.map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {children}
    </div>
  )
}
