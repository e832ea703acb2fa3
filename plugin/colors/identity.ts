import type { BrandColor, KitRef } from '../../shared/brand.ts'
import { colorSegment, nameSegment } from '../../shared/color-name.ts'
import { hexOf } from '../../shared/color.ts'
import type { ColorUse } from '../../shared/sync.ts'
import { sameAppearance } from './appearance.ts'
import type { Link } from './link.ts'
import { sortedByText } from './sorted-by-text.ts'

export interface Identified {
  /** What tells each color apart within its kit, whatever its value; in the order given. */
  readonly identities: ReadonlyMap<BrandColor, string>
  /** Colors that Cliquify lists a second time. */
  readonly repeated: readonly BrandColor[]
}

/** What may be linked to a color. */
interface MaybeLinked {
  readonly link: Link | null
}

/** What is linked to the colors of a kit, by their identities. */
type SyncedBefore = ReadonlyMap<string, MaybeLinked>

/**
 * Cliquify's id identifies a color; where it gives none, the name does, with its palette where
 * several share the name. Of namesakes, one whose value was synced before stays what it was; only
 * what is left is matched by order, which is that of the values, whatever the order of the list.
 */
export function identifyColors(
  colors: readonly BrandColor[],
  before: SyncedBefore = new Map(),
): Identified {
  const ids = new Set(colors.map(({ id }) => id))
  if (!ids.has(null) && ids.size === colors.length) {
    const identities = new Map(colors.map((color) => [color, `id:${color.id}`]))
    return { identities, repeated: [] }
  }
  const canonical = sortByContent(colors)
  const known = new Map<BrandColor, string>()
  const taken = new Set<string>()
  const take = (color: BrandColor, identity: string): void => {
    taken.add(identity)
    known.set(color, identity)
  }
  for (const color of canonical) {
    const identity = `id:${color.id}`
    if (color.id !== null && !taken.has(identity)) take(color, identity)
  }
  const names = namesOf(canonical, before)
  const changed = names.colors.filter((color) => {
    const same = names.before(color).find((identity) => {
      const link = taken.has(identity) ? null : before.get(identity)?.link
      return link != null && sameAppearance(link, color)
    })
    if (same !== undefined) take(color, same)
    return same === undefined
  })
  for (const color of changed) take(color, names.free(color, taken))

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

/** One of these colors of a kit, with the others of its name. */
export function useOf(
  kit: KitRef,
  color: BrandColor,
  colors: readonly BrandColor[],
): Omit<ColorUse, 'as'> {
  const namesakes = colors.filter((each) => each !== color && each.name === color.name)
  return { kit, color, namesakes }
}

/** The identity of the first of these namesakes, where such items were synced before. */
export function identityAmong(
  kitId: string,
  namesakes: readonly BrandColor[],
  items: readonly MaybeLinked[],
): string | undefined {
  const [color] = namesakes
  const { identities } = identifyColors(namesakes, firstLinked(kitId, items))
  return color && identities.get(color)
}

/** The first of these items that is linked to each color of the kit, by its identity. */
export function firstLinked<T extends MaybeLinked>(
  kitId: string,
  items: readonly T[],
): ReadonlyMap<string, T> {
  const firsts = new Map<string, T>()
  for (const item of items) {
    const { link } = item
    if (link?.kitId === kitId && !firsts.has(link.color)) firsts.set(link.color, item)
  }
  return firsts
}

function sortByContent(colors: readonly BrandColor[]): readonly BrandColor[] {
  return sortedByText(colors, (color, index) => {
    const { id, name, palette } = color
    // Numbered, as the very same color may be listed again: then the first one counts.
    const text = JSON.stringify([id ?? '', name, palette ?? '', appearanceText(color)])
    return text + String(index).padStart(6, '0')
  })
}

/** The identities of colors without ids. */
interface Names {
  /** Those colors, without the ones that are listed a second time. */
  readonly colors: readonly BrandColor[]
  /** The identities that it may have been synced as, its own first. */
  before(color: BrandColor): readonly string[]
  /** Its own, or the first number of it that none of its namesakes has. */
  free(color: BrandColor, taken: ReadonlySet<string>): string
}

function namesOf(canonical: readonly BrandColor[], before: SyncedBefore): Names {
  const counts = new Map<string, number>()
  const listed = new Map<string, BrandColor>()
  for (const color of canonical) {
    if (color.id !== null) continue
    const name = colorSegment(color)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const text = inPalette(color) + appearanceText(color)
    if (!listed.has(text)) listed.set(text, color)
  }
  const numbered = new Map<string, string[]>()
  for (const identity of before.keys()) {
    const family = identity.replace(/\/\d+$/, '')
    numbered.set(family, [...(numbered.get(family) ?? []), identity])
  }
  const own = (color: BrandColor): string =>
    (counts.get(colorSegment(color)) ?? 0) > 1 ? inPalette(color) : alone(color)
  return {
    colors: [...listed.values()],
    before: (color) => [
      ...[own(color), alone(color), inPalette(color)],
      ...(numbered.get(inPalette(color)) ?? []),
    ],
    free(color, taken) {
      const identity = own(color)
      const synced = [identity, ...(numbered.get(identity) ?? [])]
      const left = synced.find((each) => !taken.has(each))
      if (left !== undefined) return left
      let number = 2
      while (taken.has(`${identity}/${number}`)) number++
      return `${identity}/${number}`
    },
  }
}

function alone(color: BrandColor): string {
  return `name:${colorSegment(color)}`
}

function inPalette(color: BrandColor): string {
  return `name:${nameSegment(color.palette ?? '')}/${colorSegment(color)}`
}

function appearanceText({ value, gradient }: BrandColor): string {
  return hexOf(value) + (gradient ? JSON.stringify(gradient) : '')
}
