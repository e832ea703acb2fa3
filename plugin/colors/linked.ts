import type { ColorUse } from '../../shared/protocol.ts'
import { troubleOf } from '../../shared/trouble.ts'
import type { Libraries, Linked } from '../libraries/libraries.ts'
import { identityAmong } from './identity.ts'
import { readLastSync } from './last-sync.ts'
import { shownIn } from './paints.ts'
import { kitVariables, type ColorReader } from './read-file.ts'
import { linkedStyles } from './styles.ts'

/**
 * A library's before the file's own, as that alone is the team's; null where the color was not synced,
 * or where there are neither styles nor variables. `unreachable`: where no library could be asked.
 */
export async function linkedTo(
  figma: ColorReader,
  libraries: Libraries,
  use: ColorUse,
): Promise<{ readonly link: Linked | null; readonly unreachable: boolean }> {
  if (figma.editorType !== 'figma') return { link: null, unreachable: false }
  const own = await ownLink(figma, use)
  try {
    const { style, variable } = await libraries.published(use)
    const published = style ?? variable
    return { link: published ?? own, unreachable: false }
  } catch (error) {
    if (troubleOf(error).kind !== 'library') throw error
    return { link: own, unreachable: true }
  }
}

/** What a sync made of the color in this file. */
async function ownLink(figma: ColorReader, use: ColorUse): Promise<Linked | null> {
  const { kit, color } = use
  const profile = figma.root.documentColorProfile
  const styles = await linkedStyles(figma, kit)
  // A variable cannot hold a gradient.
  const { options } = readLastSync(figma.root, kit.id)
  const variables =
    color.gradient === undefined ? await kitVariables(figma, kit, options, profile) : null
  const shown = [color, ...use.namesakes].map((each) => shownIn(each, profile))
  const identity = identityAmong(kit.id, shown, [...styles, ...(variables?.items ?? [])])
  const style = styles.find(({ link }) => link.color === identity)
  if (style !== undefined) {
    const { name } = style.style
    return { kind: 'style', name, library: null, lags: false, style: style.style }
  }
  const item = variables?.items.find(({ link }) => link?.color === identity)
  const variable = variables?.variables.get(item?.id ?? '')
  if (item === undefined || variable === undefined) return null
  return { kind: 'variable', name: item.name, library: null, lags: false, variable }
}
