import type { BrandColor } from '../../shared/brand.ts'
import { hexOf } from '../../shared/color.ts'
import { createSearch, type Searched } from '../browse/find/search.ts'

/** Finds the colors of one list whose name, value or palette has every word of the query, best first. */
export type FindColors = (query: string) => readonly BrandColor[]

export function createFindColors(colors: readonly BrandColor[]): FindColors {
  const search = createSearch()
  const searched: readonly (Searched & { readonly color: BrandColor })[] = colors.map((color) => ({
    name: color.name,
    tags: [hexOf(color.value), color.notation],
    folderIds: color.palette === null ? [] : [color.palette],
    color,
  }))
  return (query) => search.find(searched, query, (palette) => [palette]).map(({ color }) => color)
}
