import type { ComponentChildren, VNode } from 'preact'
import { IconClose } from '../../kit/icons.tsx'
import { MEDIA_KINDS } from '../../assets/media-kind.ts'
import { anyFilter, NO_FILTERS, type Filters } from './filters.ts'
import './filter-chips.css'

export interface FilterChipsProps {
  readonly filters: Filters
  readonly onChange: (change: Partial<Filters>) => void
  /** Null where the folder is not known, or not yet. */
  readonly folderName: string | null
  readonly familyLabel: string | null
}

/** The filters that are set, each to be cleared by itself or all at once, after those of memory. */
export function FilterChips({
  filters,
  onChange,
  folderName,
  familyLabel,
}: FilterChipsProps): VNode {
  const { favouritesOnly, recentOnly, folderId, kind, tags, family } = filters
  const kindLabel = MEDIA_KINDS.find(({ value }) => value === kind)?.label ?? null
  return (
    <div class="filter-chips" role="group" aria-label="Filters in use">
      <Toggle isOn={recentOnly} onToggle={() => onChange({ recentOnly: !recentOnly })}>
        Recent
      </Toggle>
      <Toggle isOn={favouritesOnly} onToggle={() => onChange({ favouritesOnly: !favouritesOnly })}>
        Favourites
      </Toggle>
      {folderId !== null && (
        <Chip label={folderName ?? 'Folder'} onClear={() => onChange({ folderId: null })} />
      )}
      {kindLabel !== null && <Chip label={kindLabel} onClear={() => onChange({ kind: null })} />}
      {family !== null && (
        <Chip label={familyLabel ?? 'Logo'} onClear={() => onChange({ family: null })} />
      )}
      {tags.map((tag) => (
        <Chip
          key={tag}
          label={tag}
          onClear={() => onChange({ tags: tags.filter((each) => each !== tag) })}
        />
      ))}
      {anyFilter(filters) && (
        <button type="button" class="filter-chips-clear" onClick={() => onChange(NO_FILTERS)}>
          Clear all
        </button>
      )}
    </div>
  )
}

interface ToggleProps {
  readonly isOn: boolean
  readonly onToggle: () => void
  readonly children: ComponentChildren
}

function Toggle({ isOn, onToggle, children }: ToggleProps): VNode {
  return (
    <button type="button" class="chip" aria-pressed={isOn} onClick={onToggle}>
      {children}
    </button>
  )
}

interface ChipProps {
  readonly label: string
  readonly onClear: () => void
}

function Chip({ label, onClear }: ChipProps): VNode {
  return (
    <button
      type="button"
      class="chip chip-set"
      aria-label={`Clear filter ${label}`}
      title={`Clear filter ${label}`}
      onClick={onClear}
    >
      <span class="cut" dir="auto">
        {label}
      </span>
      <IconClose />
    </button>
  )
}
