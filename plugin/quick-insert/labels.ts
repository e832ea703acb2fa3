import { KIND_NAMES } from '../../shared/kind-names.ts'
import type { Suggested } from './rank.ts'

/**
 * How each item is called in a list: by its name, and by as much more as tells those of one name
 * apart: the kind, the kit, at last a number. Another kit than the chosen one is always told.
 */
export function labelItems(items: readonly Suggested[]): readonly string[] {
  const parts = items.map(({ name, kind, kitName }) => [
    name,
    KIND_NAMES[kind],
    ...(kitName === null ? [] : [kitName]),
  ])
  const taken = new Map<string, number>()
  return parts.map((own, at) => {
    const lengths = items[at]?.down ? [] : [1, 2]
    const short = lengths.find((length) => {
      const isSame = (other: readonly string[]): boolean =>
        labelOf(other, length) === labelOf(own, length)
      return parts.filter(isSame).length === 1
    })
    const label = labelOf(own, short)
    const count = (taken.get(label) ?? 0) + 1
    taken.set(label, count)
    return count === 1 ? label : `${label} (${count})`
  })
}

function labelOf(parts: readonly string[], length?: number): string {
  return parts.slice(0, length).join(' · ')
}
