import type { BrandColor } from '../../shared/brand.ts'
import { colorSegment, nameSegment } from '../../shared/color-name.ts'
import { hexOf } from '../../shared/color.ts'

/** A color with what tells it apart within its kit, whatever its value. */
export interface IdentifiedColor {
  readonly color: BrandColor
  readonly identity: string
}

export interface Identified {
  /** In the order given. */
  readonly colors: readonly IdentifiedColor[]
  /** Colors that Cliquify lists a second time. */
  readonly repeated: readonly BrandColor[]
}

/**
 * Cliquify's id identifies a color; where it gives none, the name does, with its palette where
 * several share the name. The order of the list makes no difference.
 */
export function identifyColors(colors: readonly BrandColor[]): Identified {
  const canonical = [...colors].sort(byContent)
  const nameCounts = new Map<string, number>()
  for (const color of canonical) {
    if (color.id !== null) continue
    const name = colorSegment(color)
    nameCounts.set(name, (nameCounts.get(name) ?? 0) + 1)
  }

  const identities = new Map<BrandColor, string>()
  const taken = new Map<string, BrandColor>()
  for (const color of canonical) {
    const identity = identityOf(color, (nameCounts.get(colorSegment(color)) ?? 0) > 1)
    const free = color.id === null ? numbered(identity, color, taken) : identity
    if (free === null || taken.has(free)) continue
    taken.set(free, color)
    identities.set(color, free)
  }

  const identified: IdentifiedColor[] = []
  const repeated: BrandColor[] = []
  for (const color of colors) {
    const identity = identities.get(color)
    if (identity === undefined) repeated.push(color)
    else identified.push({ color, identity })
    // The same object listed twice is a repetition as well.
    identities.delete(color)
  }
  return { colors: identified, repeated }
}

function identityOf(color: BrandColor, nameIsShared: boolean): string {
  if (color.id !== null) return `id:${color.id}`
  const name = colorSegment(color)
  return nameIsShared ? `name:${nameSegment(color.palette ?? '')}/${name}` : `name:${name}`
}

/** The identity, numbered where another value holds it; null where the very same color does. */
function numbered(
  identity: string,
  color: BrandColor,
  taken: ReadonlyMap<string, BrandColor>,
): string | null {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? identity : `${identity}/${number}`
    const holder = taken.get(candidate)
    if (holder === undefined) return candidate
    if (hexOf(holder.value) === hexOf(color.value)) return null
  }
}

function byContent(one: BrandColor, other: BrandColor): number {
  return (
    compare(one.id ?? '', other.id ?? '') ||
    compare(one.name, other.name) ||
    compare(one.palette ?? '', other.palette ?? '') ||
    compare(hexOf(one.value), hexOf(other.value))
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
