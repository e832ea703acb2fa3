import type { Rgba } from '../../shared/brand.ts'
import { displayP3ToSrgb, srgbToDisplayP3 } from '../../shared/color.ts'
import { NAMESPACE } from '../namespace.ts'
import { isFiniteNumber, parseRecord } from '../read.ts'
import type { FileStyle, Link } from './plan.ts'

const LINK_KEY = 'color'
/** Far finer than what a color's 8 bits can tell. */
const DECIMALS = 1e5

export type ColorProfile = DocumentNode['documentColorProfile']

/** A paint style's state and link; its color in sRGB whatever the document's profile. */
export function readStyle(style: PaintStyle, profile: ColorProfile): FileStyle {
  return {
    id: style.id,
    state: { name: style.name, value: readValue(style.paints, profile) },
    link: readLink(style.getSharedPluginData(NAMESPACE, LINK_KEY)),
  }
}

/** The paints that show this sRGB color in a document of this profile. */
export function toPaints(value: Rgba, profile: ColorProfile): readonly Paint[] {
  const { r, g, b, a } = profile === 'DISPLAY_P3' ? srgbToDisplayP3(value) : value
  return [{ type: 'SOLID', color: { r, g, b }, opacity: a }]
}

export function writeLink(style: PaintStyle, { kitId, color, name, wanted, value }: Link): void {
  const channels = [value.r, value.g, value.b, value.a].map(
    (channel) => Math.round(channel * DECIMALS) / DECIMALS,
  )
  const link = { kit: kitId, color, name, wanted, value: channels }
  style.setSharedPluginData(NAMESPACE, LINK_KEY, JSON.stringify(link))
}

function readValue(paints: readonly Paint[], profile: ColorProfile): Rgba | null {
  const [paint] = paints
  if (paint === undefined || paints.length > 1 || paint.type !== 'SOLID') return null
  if (paint.visible === false || (paint.blendMode ?? 'NORMAL') !== 'NORMAL') return null
  const value = { ...paint.color, a: paint.opacity ?? 1 }
  return profile === 'DISPLAY_P3' ? displayP3ToSrgb(value) : value
}

/** Null for damaged data: the style then counts as never synced. */
function readLink(text: string): Link | null {
  const data = parseRecord(text)
  if (data === null) return null
  const { kit, color, name, wanted, value } = data
  if (typeof kit !== 'string' || typeof color !== 'string' || typeof name !== 'string') return null
  if (typeof wanted !== 'string' || !Array.isArray(value)) return null
  const [r, g, b, a] = value as readonly unknown[]
  if (!isFiniteNumber(r) || !isFiniteNumber(g) || !isFiniteNumber(b) || !isFiniteNumber(a)) {
    return null
  }
  return { kitId: kit, color, name, wanted, value: { r, g, b, a } }
}
