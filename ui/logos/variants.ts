import type { BrandAsset } from '../../shared/brand.ts'

/** Words that tell one variant of a logo from another, not one logo from another. */
const VARIANT =
  /^(?:dark|light|black|white|mono|monochrome|grayscale|greyscale|gr[ae]y|colou?r|colou?red|full|one|single|inverse|inverted|reversed?|positive|negative|horizontal|vertical|stacked|transparent|rgb|cmyk|default|primary|secondary|on|background|bg|svg|png|jpe?g|webp|gif|\d+x?)$/i

/** What the variants of one logo have in common in their names. */
export function logoFamily(name: string): string {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)
  const telling = words.filter((word) => !VARIANT.test(word))
  return (telling.length > 0 ? telling : words).join(' ').toLowerCase()
}

/** Puts the variants of one logo beside each other; otherwise in Cliquify's order. */
export function variantsTogether(logos: readonly BrandAsset[]): readonly BrandAsset[] {
  const families = new Map<string, BrandAsset[]>()
  for (const logo of logos) {
    const family = logoFamily(logo.name)
    const members = families.get(family)
    if (members === undefined) families.set(family, [logo])
    else members.push(logo)
  }
  return [...families.values()].flat()
}
