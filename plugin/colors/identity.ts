import type { BrandColor } from '../../shared/brand.ts'
import { colorSegment, nameSegment } from '../../shared/color-name.ts'
import { hexOf } from '../../shared/color.ts'

export interface Identified {
  /** What tells each color apart within its kit, whatever its value; in the order given. */
  readonly identities: ReadonlyMap<BrandColor, string>
  /** Colors that Cliquify lists a second time. */
  readonly repeated: readonly BrandColor[]
}

/**
 * Cliquify's id identifies a color; where it gives none, the name does, with its palette where
 * several share the name. The order of the list makes no difference.
 */
export function identifyColors(colors: readonly BrandColor[]): Identified {
  const canonical = sortByContent(colors)
  const nameCounts = new Map<string, number>()
  for (const color of canonical) {
    if (color.id !== null) continue
    const name = colorSegment(color)
    nameCounts.set(name, (nameCounts.get(name) ?? 0) + 1)
  }

  const known = new Map<BrandColor, string>()
  const taken = new Map<string, BrandColor>()
  for (const color of canonical) {
    const identity = identityOf(color, nameCounts)
    const free = color.id === null ? numbered(identity, color, taken) : identity
    if (free === null || taken.has(free)) continue
    taken.set(free, color)
    known.set(color, free)
  }

  const identities = new Map<BrandColor, string>()
  const repeated: BrandColor[] = []
  for (const color of colors) {
    const identity = known.get(color)
    // The same object listed twice is a repetition as well.
    if (identity === undefined || identities.has(color)) repeated.push(color)
    else identities.set(color, identity)
  }
  return { identities, repeated }
}

function sortByContent(colors: readonly BrandColor[]): readonly BrandColor[] {
  const byText = new Map<string, BrandColor>()
  for (const [index, color] of colors.entries()) {
    const { id, name, palette } = color
    // Numbered, as the very same color may be listed again: then the first one counts.
    const text = JSON.stringify([id ?? '', name, palette ?? '', appearanceText(color)])
    byText.set(text + String(index).padStart(6, '0'), color)
  }
  // Texts are sorted many times faster than by a comparison of ours.
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? [])
}

function identityOf(color: BrandColor, nameCounts: ReadonlyMap<string, number>): string {
  if (color.id !== null) return `id:${color.id}`
  const name = colorSegment(color)
  const shared = (nameCounts.get(name) ?? 0) > 1
  return shared ? `name:${nameSegment(color.palette ?? '')}/${name}` : `name:${name}`
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
    if (appearanceText(holder) === appearanceText(color)) return null
  }
}

function appearanceText({ value, gradient }: BrandColor): string {
  return hexOf(value) + (gradient === undefined ? '' : JSON.stringify(gradient))
}
