import type { ColorUse } from '../../shared/sync.ts'
import { troubleOf } from '../../shared/trouble.ts'
import { isDesign } from '../editor-of.ts'
import type { Libraries, Linked, Published } from '../libraries/libraries.ts'
import { identityAmong } from './identity.ts'
import { readLastSync } from './last-sync.ts'
import type { WithLink } from './link.ts'
import { allShownIn } from './paints.ts'
import { linkedVariables, type ColorReader } from './read-file.ts'
import { linkedStyles } from './styles.ts'

/** What stands for a color in the file. */
export interface Links extends Published {
  /** Where no library could be asked. */
  readonly unreachable: boolean
}

/**
 * A library's before the file's own, as that alone is the team's; a style before a variable. Null where
 * the color was not synced, or where there are neither.
 */
export function preferredOf({ style, variable }: Published): Linked | null {
  const published = [style, variable].find((link) => link?.library != null)
  return published ?? style ?? variable
}

/** The style and the variable of a color, each a library's before the file's own. */
export async function linksOf(
  figma: ColorReader,
  libraries: Libraries,
  use: Omit<ColorUse, 'as'>,
): Promise<Links> {
  if (!isDesign(figma)) return { style: null, variable: null, unreachable: false }
  const own = await ownLinks(figma, use)
  try {
    const { style, variable } = await libraries.published(use)
    return { style: style ?? own.style, variable: variable ?? own.variable, unreachable: false }
  } catch (error) {
    if (troubleOf(error).kind !== 'library') throw error
    return { ...own, unreachable: true }
  }
}

/** What a sync made of the color in this file. */
async function ownLinks(figma: ColorReader, use: Omit<ColorUse, 'as'>): Promise<Published> {
  const { kit, color } = use
  const styles = await linkedStyles(figma, kit)
  // A variable cannot hold a gradient.
  const { options } = readLastSync(figma.root, kit.id)
  const variables = color.gradient ? [] : await linkedVariables(figma, kit, options)
  const shown = allShownIn(figma.root, [color, ...use.namesakes])
  const identity = identityAmong(kit.id, shown, [...styles, ...variables])
  const own = <T extends PaintStyle | Variable>(
    linked: readonly WithLink<T>[],
  ): Linked<T> | null => {
    const found = linked.find(({ link }) => link.color === identity)
    return found ? { item: found.item, library: null, lags: false } : null
  }
  return { style: own(styles), variable: own(variables) }
}
