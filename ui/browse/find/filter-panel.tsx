import type { ComponentChildren, VNode } from 'preact'
import { MEDIA_KINDS } from '../../assets/media-kind.ts'
import { OptionRow } from '../../kit/option-row.tsx'
import { Select } from '../../kit/select.tsx'
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
      <OptionRow label="Kind">
        <Select
          value={filters.kind}
          options={[{ value: null, label: 'All kinds' }, ...MEDIA_KINDS]}
          onChoose={(kind) => onChange({ kind })}
        />
      </OptionRow>
      {children}
    </div>
  )
}
