import { countOf } from '../../kit/count-of.ts'
import { anyFilter, type Filters } from './filters.ts'

/** "1 asset", "300 assets"; `noun` is in the plural. */
export function countText(count: number, noun: string): string {
  return countOf(count, noun.replace(/s$/, ''))
}

/** What a search and filters have left. */
export function leftText(count: number, noun: string, query: string, filters: Filters): string {
  const wanted = query.trim()
  if (wanted === '' && !anyFilter(filters)) return `All ${noun} are shown.`
  const found = count === 0 ? `No ${noun}` : countText(count, noun)
  if (wanted === '') return `${found} with these filters.`
  return `${found} ${count === 1 ? 'matches' : 'match'} “${wanted}”.`
}
