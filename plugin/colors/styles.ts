import type { Rgba } from '../../shared/brand.ts'
import { NAMESPACE } from '../namespace.ts'
import { linkText, readLink, type Link } from './link.ts'
import { lookOf, toPaint, type ColorProfile } from './paints.ts'
import type { FileItem } from './plan.ts'

const LINK_KEY = 'color'

/** A local paint style's state and link; where its paint is bound, it looks as the variable does. */
export function readStyle(
  style: PaintStyle,
  profile: ColorProfile,
  variables: ReadonlyMap<string, Rgba | null>,
): FileItem {
  const { paints } = style
  const boundTo = boundVariable(paints)
  const bound = boundTo === null ? null : variables.get(boundTo)
  const look = bound ? { value: bound } : lookOf(paints, profile)
  return {
    id: style.id,
    state: { name: style.name, ...look },
    link: readStyleLink(style),
    ...(bound && boundTo !== null ? { boundTo } : {}),
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

/** The paints of a style; bound where there is a variable to bind it to. */
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
