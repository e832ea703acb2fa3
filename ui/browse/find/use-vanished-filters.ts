import { useEffect, useState } from 'preact/hooks'
import type { Folder } from '../../../shared/brand.ts'
import type { Filters } from './filters.ts'

/** What there is to filter by; null where that is not known, or not yet. */
export interface Filterable {
  readonly folders?: readonly Folder[] | null
  readonly tags?: readonly string[] | null
  readonly families?: readonly string[] | null
}

/**
 * Takes filters away that were set in an earlier window, and of which there is no folder, tag or
 * family any more. What is set in this one stays, also where it leaves nothing.
 */
export function useVanishedFilters(
  filters: Filters,
  change: (change: Partial<Filters>) => void,
  filterable: Filterable,
): void {
  const [restored] = useState(filters)
  const vanished = vanishedFrom(filters, restored, filterable)
  useEffect(() => {
    if (vanished !== null) change(vanished)
  })
}

/** What to change, or null where nothing has vanished. */
export function vanishedFrom(
  filters: Filters,
  restored: Filters,
  { folders = null, tags = null, families = null }: Filterable,
): Partial<Filters> | null {
  const { folderId, family } = filters
  const isGone = (wanted: string | null, before: string | null, there: readonly string[] | null) =>
    wanted !== null && wanted === before && there?.includes(wanted) === false
  const noFolder = isGone(folderId, restored.folderId, folders?.map(({ id }) => id) ?? null)
  const noFamily = isGone(family, restored.family, families)
  const kept = filters.tags.filter(
    (tag) => tags === null || tags.includes(tag) || !restored.tags.includes(tag),
  )
  if (!noFolder && !noFamily && kept.length === filters.tags.length) return null
  return {
    ...(noFolder && { folderId: null }),
    ...(noFamily && { family: null }),
    tags: kept,
  }
}
