import type { BrandColor } from '../../shared/brand.ts'
import { hexOf } from '../../shared/color.ts'
import { contrastRatio } from '../../shared/contrast.ts'
import type { FoundColor } from '../../shared/check.ts'
import { ratioText } from '../colors/contrast.ts'
import { oklabOf, type Lab } from './oklab.ts'

/**
 * `unlinked`: the brand's value, not its style or variable. `almost`, `near`: so far from the brand's
 * nearest, as `ALMOST` and `NEAR` say. `contrast`: text that is hard to read. `neutral`: a grey, black
 * or white that is not the brand's.
 */
export type FindingKind = 'off-brand' | 'near' | 'almost' | 'unlinked' | 'contrast' | 'neutral'

export interface Finding {
  /** What people read, and what tells findings apart: `#RRGGBB`, or the name of a gradient. */
  readonly key: string
  readonly kind: FindingKind
  readonly found: FoundColor
  /** Those of `found` that nobody ignores. */
  readonly layers: readonly string[]
  /** Places of the brand's colors, the nearest first; three at most. */
  readonly nearest: readonly number[]
}

/** Distances in OKLab. */
const ALMOST = 0.02
const NEAR = 0.1
/** The chroma in OKLab below which a color is a grey. */
const GREY = 0.02
const MOST_NEAREST = 3
const SAME_ALPHA = 0.005

/** What people read of each; in the order in which they are shown: worst first. */
export const KINDS: readonly (readonly [FindingKind, string])[] = [
  ['off-brand', 'Off-brand'],
  ['near', 'Near'],
  ['almost', 'Almost'],
  ['unlinked', 'Not linked'],
  ['contrast', 'Low contrast'],
  ['neutral', 'Neutral'],
]

/** Whether nothing is to be decided about it: the brand's color, or too near to be told from it. */
export function isSure(kind: FindingKind): boolean {
  return kind === 'unlinked' || kind === 'almost'
}

/**
 * What was found by how far it is from the brand; in each kind what most layers have comes first. A kit
 * without colors has none to hold others against.
 */
export function findingsOf(
  found: readonly FoundColor[],
  colors: readonly BrandColor[],
): readonly Finding[] {
  const brand = colors.flatMap(({ value, gradient }, place) =>
    gradient === undefined ? [{ place, opacity: value.a, lab: oklabOf(value) }] : [],
  )
  const all = found
    .filter(({ faint }) => faint !== undefined || colors.length > 0)
    .map((each) => findingOf(each, brand, colors))
    .sort((one, other) => other.found.layers.length - one.found.layers.length)
  return KINDS.flatMap(([kind]) => all.filter((each) => each.kind === kind))
}

function findingOf(
  found: FoundColor,
  brand: readonly { readonly place: number; readonly opacity: number; readonly lab: Lab }[],
  colors: readonly BrandColor[],
): Finding {
  const { value, exact, faint, layers, alpha = 1 } = found
  const hex = hexOf(value)
  if (exact !== null) {
    const color = colors[exact]
    const key = color?.gradient === undefined ? hex : color.name
    return { key, kind: 'unlinked', found, layers, nearest: [exact] }
  }
  const lab = oklabOf(value)
  const byDistance = brand
    // Layers keep their opacity: at another one, what is half transparent is no color of the brand.
    .filter(({ opacity }) => opacity === 1 || Math.abs(opacity - alpha) < SAME_ALPHA)
    .map(({ place, lab: own }) => ({ place, distance: distance(lab, own) }))
    .sort((one, other) => one.distance - other.distance)
  const nearestOf = (list: typeof byDistance): readonly number[] =>
    list.slice(0, MOST_NEAREST).map(({ place }) => place)
  if (faint !== undefined) {
    const { ground, needs } = faint
    const ratio = ratioText(contrastRatio(value, ground))
    // The layer keeps its opacity.
    const enough = byDistance.filter(({ place }) => {
      const color = colors[place]
      return color && contrastRatio({ ...color.value, a: value.a }, ground) >= needs
    })
    const key = `${hex} on ${hexOf(ground)}, ${ratio} of ${needs}:1`
    return { key, kind: 'contrast', found, layers, nearest: nearestOf(enough) }
  }
  const kind = kindOf(byDistance[0]?.distance ?? Infinity, Math.hypot(lab[1], lab[2]))
  return { key: hex, kind, found, layers, nearest: nearestOf(byDistance) }
}

function kindOf(apart: number, chroma: number): FindingKind {
  if (apart <= ALMOST) return 'almost'
  if (chroma < GREY) return 'neutral'
  return apart <= NEAR ? 'near' : 'off-brand'
}

function distance(one: Lab, other: Lab): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}
