import type { Rgba } from '../../shared/brand.ts'
import { hexOf, sameColor } from '../../shared/color.ts'
import { readLink, type Link } from './link.ts'

/**
 * What is stored rounds that much: links to five decimals, Figma to 32 bits, Display P3 in between.
 * What merely looks the same stays apart, or a third value could be like one and unlike the other.
 */
const ROUNDING = 1e-5

/**
 * Holds what is alike only once: colors come by the thousand, in Cliquify, as variables and as
 * styles, and the engine walks over every object that is alive whenever it collects garbage.
 */
export class Alike {
  private readonly values = new Map<string, Rgba>()
  private readonly links = new Map<string, Link>()

  /** One that is the same but for what storing it rounds. */
  value(value: Rgba): Rgba {
    const hex = hexOf(value)
    const known = this.values.get(hex)
    if (known !== undefined) return sameColor(known, value, ROUNDING) ? known : value
    this.values.set(hex, value)
    return value
  }

  /** As `readLink`. */
  link(text: string): Link | null {
    const known = this.links.get(text)
    if (known !== undefined) return known
    const read = readLink(text)
    if (read === null) return null
    const link = { ...read, value: this.value(read.value) }
    this.links.set(text, link)
    return link
  }
}
