import type { VNode } from 'preact'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { anyFilter, NO_FILTERS, type Filters } from './find/filters.ts'
import type { Browsing } from './use-browsing.ts'

export interface NothingShownProps {
  /** What the list holds, in the plural: "logos". */
  readonly noun: string
  readonly browsing: Browsing
}

/** What stands where a search or filters leave nothing, with the way back. */
export function NothingShown({ noun, browsing }: NothingShownProps): VNode {
  const { query, view, changeFilters, showAll } = browsing
  const wanted = query.trim()
  const isFiltered = anyFilter(view.filters)
  const [title, advice] =
    wanted === '' ? withoutQuery(noun, view.filters) : withQuery(wanted, isFiltered)
  return (
    <Empty title={title}>
      <p>{advice}</p>
      {wanted !== '' && isFiltered && (
        <Button onClick={() => changeFilters(NO_FILTERS)}>Search without filters</Button>
      )}
      <Button onClick={showAll}>Show all {noun}</Button>
    </Empty>
  )
}

function withQuery(wanted: string, isFiltered: boolean): readonly [string, string] {
  const advice = isFiltered ? 'Try another word, or fewer filters.' : 'Try another word.'
  return [`Nothing matches “${wanted}”`, advice]
}

function withoutQuery(noun: string, filters: Filters): readonly [string, string] {
  const isAlone = !anyFilter({ ...filters, favouritesOnly: false, recentOnly: false })
  const { favouritesOnly, recentOnly } = filters
  if (isAlone && favouritesOnly && !recentOnly) {
    return [`No favourite ${noun} yet`, `Star ${noun} to find them here.`]
  }
  if (isAlone && recentOnly && !favouritesOnly) {
    return [`No ${noun} placed yet`, `Place ${noun} to find them here.`]
  }
  return [`No ${noun} with these filters`, 'Take a filter away to see more.']
}
