import type { VNode } from 'preact'
import { MEDIA_KINDS, type MediaKind } from './media-kind.ts'
import './filters.css'

export interface KindSelectProps {
  /** Null for all. */
  readonly selected: MediaKind | null
  readonly onSelect: (kind: MediaKind | null) => void
}

/** Chooses between images, vectors and the like. */
export function KindSelect({ selected, onSelect }: KindSelectProps): VNode {
  return (
    <select
      class="select filter"
      aria-label="Kind"
      value={selected ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onSelect(MEDIA_KINDS.find(({ kind }) => kind === value)?.kind ?? null)
      }
    >
      <option value="">All kinds</option>
      {MEDIA_KINDS.map(({ kind, label }) => (
        <option key={kind} value={kind}>
          {label}
        </option>
      ))}
    </select>
  )
}
