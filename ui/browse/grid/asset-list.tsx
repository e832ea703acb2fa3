import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { IconButton } from '../../kit/icon-button.tsx'
import { IconFilter, IconView } from '../../kit/icons.tsx'
import { SearchField } from '../../kit/search-field.tsx'
import { staysInside } from '../../kit/stays-inside.ts'
import { PlacementProblems } from '../../placement/placement-problems.tsx'
import type { ScreenProps } from '../../screen.ts'
import { AssetGrid } from './asset-grid.tsx'
import { FilterChips } from '../find/filter-chips.tsx'
import { FilterPanel } from '../find/filter-panel.tsx'
import { countText, leftText } from '../find/find-texts.ts'
import { NothingShown } from '../nothing-shown.tsx'
import type { Browsing } from '../use-browsing.ts'
import { useCountNote } from '../use-count-note.ts'
import { ViewOptions } from '../view-options.tsx'
import './asset-list.css'

export interface AssetListProps {
  readonly screen: ScreenProps
  /** What the list holds, in the plural: "logos". */
  readonly noun: string
  /** How many there are before search and filters, or null while that is not known. */
  readonly total: number | null
  readonly browsing: Browsing
  /** Whether more may still be found, so that nothing found yet is not the last word. */
  readonly isSearching: boolean
  /** The filters beside the kind. */
  readonly filters: ComponentChildren
  /** Whether `way` tells the folder that is chosen. */
  readonly isFolderTold: boolean
  /** What stands among the chips; what it opens closes what else is open. */
  readonly way: ((browsing: Browsing, folding: Folding) => ComponentChildren) | undefined
  readonly opened: ((browsing: Browsing) => ComponentChildren) | undefined
  /** What stands in place of the tiles where the list is loading, empty or failed; else null. */
  readonly face: VNode | null
  /** Asks for the next page; null where all is loaded, or is being loaded. */
  readonly onMore: (() => void) | null
  /** What stands below the tiles. */
  readonly children: ComponentChildren
}

/** Something that is opened below its button. */
export interface Folding {
  readonly isOpen: boolean
  readonly toggle: () => void
}

type Panel = 'filters' | 'view' | 'way'

/** A list of assets: search, filters and how it is shown, what could not be placed, and the tiles. */
export function AssetList({
  screen,
  noun,
  total,
  browsing,
  isSearching,
  filters,
  isFolderTold,
  way,
  opened,
  face,
  onMore,
  children,
}: AssetListProps): VNode {
  const { placer, announce } = screen
  const { view, query, shown } = browsing
  const results = useRef<HTMLDivElement>(null)
  const [panel, setPanel] = useState<Panel | null>(null)
  const leaveUnsaid = useCountNote(
    isSearching ? null : leftText(shown.length, noun, query, view.filters),
    JSON.stringify([query, view.filters]),
    announce,
  )

  // What a person has done meanwhile is more to tell than a count.
  const isPlacing = placer.busy.value.length > 0
  useEffect(() => {
    if (isPlacing) leaveUnsaid()
    // What is typed meanwhile is counted again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isPlacing])

  function toggle(name: Panel): void {
    setPanel(panel === name ? null : name)
  }

  return (
    <div class="asset-list">
      <div class="asset-list-bar sticky-bar">
        <div class="field-row">
          <SearchField
            value={query}
            onInput={browsing.setQuery}
            onEnter={() => {
              const [first] = shown
              if (first === undefined) return
              leaveUnsaid()
              void placer.place([first])
            }}
            onDown={() =>
              results.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
            }
            placeholder={`Search ${total ? countText(total, noun) : noun}`}
          />
          <IconButton
            label="Filters"
            expanded={panel === 'filters'}
            onClick={() => toggle('filters')}
          >
            <IconFilter />
          </IconButton>
          <IconButton
            label="View options"
            expanded={panel === 'view'}
            onClick={() => toggle('view')}
          >
            <IconView />
          </IconButton>
        </div>
        {panel === 'filters' && (
          <FilterPanel filters={view.filters} onChange={browsing.changeFilters}>
            {filters}
          </FilterPanel>
        )}
        {panel === 'view' && <ViewOptions settings={view} onChange={browsing.changeView} />}
        <FilterChips
          filters={view.filters}
          onChange={browsing.changeFilters}
          isFolderTold={isFolderTold}
        >
          {way?.(browsing, { isOpen: panel === 'way', toggle: () => toggle('way') })}
        </FilterChips>
        {panel === 'way' && opened?.(browsing)}
        <PlacementProblems placer={placer} />
      </div>
      {face ?? (
        <>
          {shown.length > 0 && (
            <div
              ref={results}
              class="asset-list-results"
              onPointerEnter={() => browsing.hold('pointer', true)}
              onPointerLeave={() => browsing.hold('pointer', false)}
              onFocusIn={() => browsing.hold('focus', true)}
              onFocusOut={(event) => {
                if (!staysInside(event)) browsing.hold('focus', false)
              }}
            >
              <AssetGrid screen={screen} label={noun} browsing={browsing} onMore={onMore} />
            </div>
          )}
          {shown.length === 0 && !isSearching && <NothingShown noun={noun} browsing={browsing} />}
        </>
      )}
      {children}
    </div>
  )
}
