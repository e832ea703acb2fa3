import type { KitRef } from '../../shared/brand.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { nameNow } from './name-now.ts'
import type { FileItem } from './file-item.ts'
import { linkUnder, notedUnder, noteLink, type Link, type WithLink } from './link.ts'
import type { PaintAppearance } from './appearance.ts'
import { appearanceOf, toPaint, type ColorProfile } from './paints.ts'

const LINK_KEY = 'color'

/**
 * `paints`: the style's, as reading them from Figma is dear. `variables`: the kit's, by their ids; a style
 * whose paint is bound to one looks as that does.
 */
export function readStyle(
  style: PaintStyle,
  paints: readonly Paint[],
  variables: ReadonlyMap<string, FileItem>,
  profile: ColorProfile,
): FileItem {
  const boundTo = boundVariable(paints)
  const value = variables.get(boundTo ?? '')?.value
  const look: PaintAppearance = value ? { value } : appearanceOf(paints, profile)
  const { id, name } = style
  return { ...notedUnder(LINK_KEY, style), ...look, id, name, boundTo }
}

export type StyleReader = Pick<PluginAPI, 'getLocalPaintStylesAsync'>

/** In the order of Figma's panel. Gives way before each, without what was deleted meanwhile. */
export async function* localStyles(figma: StyleReader): AsyncGenerator<PaintStyle> {
  for (const style of await figma.getLocalPaintStylesAsync()) {
    await yieldIfDue()
    if (nameNow(style) !== null && !style.remote) yield style
  }
}

/** Those that are linked to a color of the kit. */
export async function linkedStyles(
  figma: StyleReader,
  kit: KitRef,
): Promise<readonly WithLink<PaintStyle>[]> {
  const linked: WithLink<PaintStyle>[] = []
  for await (const item of localStyles(figma)) {
    const link = nameNow(item) === null ? null : readStyleLink(item)
    if (link?.kitId === kit.id) linked.push({ item, link })
  }
  return linked
}

/** Null where it was never synced. */
export function readStyleLink(style: PaintStyle): Link | null {
  return linkUnder(LINK_KEY, style)
}

/** The id of the variable that the style's only paint is bound to. */
export function boundVariable(paints: readonly Paint[]): string | undefined {
  const [paint] = paints
  if (paints.length !== 1 || paint?.type !== 'SOLID') return undefined
  return paint.boundVariables?.color?.id
}

/** The paints of a style or layer; bound where there is a variable to bind it to. */
export function toPaints(
  figma: Pick<PluginAPI, 'variables'>,
  link: Pick<Link, 'value' | 'gradient'>,
  profile: ColorProfile,
  variable: Variable | null,
): readonly Paint[] {
  const paint = toPaint(link, profile)
  if (!variable || paint.type !== 'SOLID') return [paint]
  // The alpha is the variable's.
  return [figma.variables.setBoundVariableForPaint({ ...paint, opacity: 1 }, 'color', variable)]
}

/** Writes only where it differs. */
export function writeLink(style: PaintStyle, link: Link): void {
  noteLink(LINK_KEY, style, link)
}
