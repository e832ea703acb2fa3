import { nameNow } from './name-now.ts'
import type { FileItem } from './file-item.ts'
import { linkUnder, notedUnder, noteLink, type Link } from './link.ts'
import { appearanceOf, toPaint, type ColorProfile } from './paints.ts'

const LINK_KEY = 'color'

/** With its paints, as reading them from Figma is dear. */
export interface StyleNow {
  readonly item: FileItem
  readonly paints: readonly Paint[]
}

/**
 * Null for a remote style, and for one that was deleted since it was listed. `variables`: the kit's, by
 * their ids; a style whose paint is bound to one looks as that does.
 */
export function readStyle(
  style: PaintStyle,
  variables: ReadonlyMap<string, FileItem>,
  profile: ColorProfile,
): StyleNow | null {
  const name = nameNow(style)
  if (name === null || style.remote) return null
  const { paints } = style
  const boundTo = boundVariable(paints)
  const shown = variables.get(boundTo ?? '')?.value ?? null
  const { value, gradient } = shown === null ? appearanceOf(paints, profile) : { value: shown }
  const item = {
    ...notedUnder(LINK_KEY, style),
    id: style.id,
    name,
    value,
    ...(gradient === undefined ? {} : { gradient }),
    ...(boundTo === null ? {} : { boundTo }),
  }
  return { item, paints }
}

/** False also where another person has deleted it: then reading throws. */
export function isLocalStyle(style: PaintStyle): boolean {
  try {
    return !style.remote
  } catch {
    return false
  }
}

/** Null where it was never synced. */
export function readStyleLink(style: PaintStyle): Link | null {
  return linkUnder(LINK_KEY, style)
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
  noteLink(LINK_KEY, style, link)
}
