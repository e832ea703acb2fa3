import type { Rgba } from '../../shared/brand.ts'
import { NAMESPACE } from '../namespace.ts'
import { nameNow } from './name-now.ts'
import type { FileItem } from './file-items.ts'
import { linkText, readLink, type Link } from './link.ts'
import { lookOf, toPaint, type ColorProfile, type Look } from './paints.ts'

const LINK_KEY = 'color'

/** A local paint style as it is now. */
export interface ReadStyle {
  readonly style: PaintStyle
  readonly name: string
  readonly look: Look
  readonly link: Link | null
  /** The id of the variable that its only paint is bound to. */
  readonly boundTo: string | null
}

/** Null for a remote one, and for one that was deleted since it was listed. */
export function readStyle(style: PaintStyle, profile: ColorProfile): ReadStyle | null {
  const name = nameNow(style)
  if (name === null || style.remote) return null
  const { paints } = style
  const link = readStyleLink(style)
  return { style, name, look: lookOf(paints, profile), link, boundTo: boundVariable(paints) }
}

/** Where its paint is bound, a style looks as the variable does. */
export function toStyleItem(
  { style, name, look, link, boundTo }: ReadStyle,
  variables: ReadonlyMap<string, Rgba | null>,
): FileItem {
  const bound = boundTo === null ? null : (variables.get(boundTo) ?? null)
  return {
    id: style.id,
    state: { name, ...(bound === null ? look : { value: bound }) },
    link,
    ...(bound === null || boundTo === null ? {} : { boundTo }),
  }
}

/** Null where it was never synced. */
export function readStyleLink(style: PaintStyle): Link | null {
  return readLink(style.getSharedPluginData(NAMESPACE, LINK_KEY))
}

/** The id of the variable that the style's only paint is bound to. */
export function boundVariable(paints: readonly Paint[]): string | null {
  const [paint] = paints
  if (paints.length !== 1 || paint?.type !== 'SOLID') return null
  return paint.boundVariables?.color?.id ?? null
}

/** The paints of a style or layer; bound where there is a variable to bind it to. */
export function toPaints(
  figma: Pick<PluginAPI, 'variables'>,
  link: Pick<Link, 'value' | 'gradient'>,
  profile: ColorProfile,
  variable: Variable | null,
): readonly Paint[] {
  const paint = toPaint(link, profile)
  if (variable === null || paint.type !== 'SOLID') return [paint]
  // The alpha is the variable's.
  return [figma.variables.setBoundVariableForPaint({ ...paint, opacity: 1 }, 'color', variable)]
}

/** Writes only where it differs. */
export function writeLink(style: PaintStyle, link: Link): void {
  const text = linkText(link)
  if (style.getSharedPluginData(NAMESPACE, LINK_KEY) !== text) {
    style.setSharedPluginData(NAMESPACE, LINK_KEY, text)
  }
}
