import type { ComponentChildren, TargetedWheelEvent, VNode } from 'preact'
import { IconClose } from '../../kit/icons.tsx'
import { useKeptFocus } from '../../kit/keep-focus.ts'
import { MEDIA_KINDS } from '../../assets/media-kind.ts'
import { anyFilter, NO_FILTERS, type Filters } from './filters.ts'
import { intoView } from './into-view.ts'
import './filter-chips.css'

export interface FilterChipsProps {
  readonly filters: Filters
  readonly onChange: (change: Partial<Filters>) => void
  /** Whether `children` tell the folder that is chosen. */
  readonly isFolderTold: boolean
  /** Further filters, each of which tells itself whether it is set. */
  readonly children: ComponentChildren
}

/** All filters in one row that scrolls: those of memory, the screen's own, and those that are set. */
export function FilterChips({
  filters,
  onChange,
  isFolderTold,
  children,
}: FilterChipsProps): VNode {
  const { favouritesOnly, recentOnly, folderId, kind, tags } = filters
  // Each goes with what it clears.
  useKeptFocus(filters)
  const kindLabel = MEDIA_KINDS.find(({ value }) => value === kind)?.label ?? null
  return (
    <div class="filter-chips" role="group" aria-label="Filters in use" onWheel={scrollAside}>
      <Toggle isOn={recentOnly} onToggle={() => onChange({ recentOnly: !recentOnly })}>
        Recent
      </Toggle>
      <Toggle isOn={favouritesOnly} onToggle={() => onChange({ favouritesOnly: !favouritesOnly })}>
        Favourites
      </Toggle>
      {children}
      {folderId !== null && !isFolderTold && (
        <Chip label="Folder" onClear={() => onChange({ folderId: null })} />
      )}
      {kindLabel !== null && <Chip label={kindLabel} onClear={() => onChange({ kind: null })} />}
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

/** A wheel that turns one way only reaches all of the row as well. */
function scrollAside(event: TargetedWheelEvent<HTMLElement>): void {
  const { currentTarget: row, deltaX, deltaY } = event
  if (deltaX !== 0 || row.scrollWidth <= row.clientWidth) return
  event.preventDefault()
  row.scrollLeft += deltaY
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
      ref={intoView}
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
