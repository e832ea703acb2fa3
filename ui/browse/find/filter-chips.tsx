import type { ComponentChildren, TargetedWheelEvent, VNode } from 'preact'
import { useKeptFocus } from '../../kit/keep-focus.ts'
import { MEDIA_KINDS } from '../../assets/media-kind.ts'
import { anyFilter, NO_FILTERS, type Filters } from './filters.ts'
import { Chip } from './chip.tsx'
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
      <Chip
        label="Recent"
        pressed={recentOnly}
        onClick={() => onChange({ recentOnly: !recentOnly })}
      />
      <Chip
        label="Favourites"
        pressed={favouritesOnly}
        onClick={() => onChange({ favouritesOnly: !favouritesOnly })}
      />
      {children}
      {folderId !== null && !isFolderTold && (
        <Chip label="Folder" isSet onClick={() => onChange({ folderId: null })} />
      )}
      {kindLabel !== null && (
        <Chip label={kindLabel} isSet onClick={() => onChange({ kind: null })} />
      )}
      {tags.map((tag) => (
        <Chip
          key={tag}
          label={tag}
          isSet
          onClick={() => onChange({ tags: tags.filter((each) => each !== tag) })}
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
