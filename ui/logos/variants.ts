import type { BrandAsset } from '../../shared/brand.ts'
import { grouped } from '../../shared/grouped.ts'

/** Words for how a logo is colored, sized or stored. */
const TONES = wordSet(`
  dark light darkmode lightmode black white mono monochrome monochromatic grayscale greyscale gray
  grey bw color colour coloured colored full fullcolor fullcolour one single two duotone tint
  inverse inverted invert inv reverse reversed rev knockout ko positive pos negative neg
  horizontal horiz vertical vert stacked wide tall compact transparent outline outlined solid flat
  gradient primary secondary alternate alternative alt default original standard regular
  on for with without no background backgrounds bg mode theme version variant variation copy
  print web screen digital rgb srgb cmyk pantone pms spot coated uncoated
  small medium large sm md lg xl xs min
  svg png jpg jpeg webp gif avif ico eps pdf ai bmp tif tiff`)

/** Words for what is drawn of a logo. */
const FORMS = wordSet(`
  logo logos logotype logomark wordmark brandmark lettermark word mark symbol icon appicon app
  favicon avatar glyph emblem badge signet monogram lockup combination brand`)

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean))
}

/** `2x`, `x2`, `512`, `512px`, `512x512`: a size; `v2`: a version. */
const SIZE = /^(?:\d+(?:px|w|h)?|\d*x\d*|\d+x\d+(?:px)?|v\d+)$/

/** What the variants of one logo have in common in their names, as it is compared. */
export function logoFamily(name: string): string {
  return familyWords(name).join(' ').toLowerCase()
}

/** The same for people, as this name writes it. */
export function familyLabel(name: string): string {
  return familyWords(name).join(' ')
}

/** Before a word; a bracket belongs to what is in it. */
const APART = /^[^\p{L}\p{M}\p{N}()[\]]+/u

/** What a name tells beside the family that it begins with; all of it where that is nothing. */
export function withoutFamily(name: string, family: string): string {
  let rest = name.normalize('NFC')
  for (const word of family.split(' ')) {
    rest = rest.replace(APART, '')
    if (!rest.toLowerCase().startsWith(word)) return name
    rest = rest.slice(word.length)
  }
  return rest.replace(APART, '') || name
}

/** Without the words of variants, as long as that leaves something to tell one logo from another. */
function familyWords(name: string): readonly string[] {
  const words = wordsOf(name)
  const untoned = tellingOf(words, (word) => !isTone(word))
  return tellingOf(untoned, (word) => !FORMS.has(word))
}

function tellingOf(
  words: readonly string[],
  isTelling: (word: string) => boolean,
): readonly string[] {
  const telling = words.filter((word) => isTelling(word.toLowerCase()))
  return telling.length > 0 ? telling : words
}

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .flatMap((word) => (isOfVariant(word.toLowerCase()) ? [word] : humps(word)))
}

/** `AcmeLogoWhite` is three words. */
function humps(word: string): readonly string[] {
  return word
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(' ')
}

function isOfVariant(word: string): boolean {
  return isTone(word) || FORMS.has(word)
}

function isTone(word: string): boolean {
  return TONES.has(word) || SIZE.test(word)
}

/** Puts the variants of one logo beside each other; otherwise in Cliquify's order. */
export function variantsTogether(logos: readonly BrandAsset[]): readonly BrandAsset[] {
  return [...membersOf(logos).values()].flat()
}

export interface LogoFamily {
  /** See `logoFamily`. */
  readonly key: string
  readonly label: string
  readonly count: number
}

/** The logos that have variants, and the family that is chosen, in Cliquify's order. */
export function logoFamilies(
  logos: readonly BrandAsset[],
  chosen: string | null,
): readonly LogoFamily[] {
  return [...membersOf(logos)].flatMap(([key, [first, ...others]]) =>
    first === undefined || (others.length === 0 && key !== chosen)
      ? []
      : [{ key, label: familyLabel(first.name), count: 1 + others.length }],
  )
}

function membersOf(logos: readonly BrandAsset[]): ReadonlyMap<string, readonly BrandAsset[]> {
  return grouped(logos, ({ name }) => logoFamily(name))
}
