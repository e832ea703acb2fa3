import type { FileColor, FileKit, FileMode } from '../../shared/export.ts'
import type { TokenColor } from '../../shared/notation/token.ts'
import { inGamut } from '../../shared/color.ts'
import { sameAppearance } from '../colors/appearance.ts'
import { kitModesIn } from '../colors/collections.ts'
import { readKitName } from '../colors/last-sync.ts'
import { nameNow } from '../colors/name-now.ts'
import { fromDocument, profileOf, type ColorProfile } from '../colors/paints.ts'
import { readStyleLink } from '../colors/styles.ts'
import { linkingKits, readVariableLink } from '../colors/variables.ts'
import { openColors, type BrandSource } from './file-brand.ts'
import { appearanceOfToken } from './token-color.ts'

/** Aliases of aliases that are followed. */
const MOST_ALIASES = 20

/** What is gathered of one kit. */
interface Gathered {
  readonly colors: Set<FileColor>
  /** Values by the name of the mode. */
  readonly modes: Map<string, Map<FileColor, TokenColor>>
}

/** All that the file notes of each kit, those first that its styles and variables name first. */
export async function readKits(figma: BrandSource): Promise<readonly FileKit[]> {
  const [styles, variables, collections] = await Promise.all([
    figma.getLocalPaintStylesAsync(),
    figma.variables.getLocalVariablesAsync('COLOR'),
    figma.variables.getLocalVariableCollectionsAsync(),
  ])
  const { root } = figma
  const known = openColors(root)
  const homes = new Map(collections.map((each) => [each.id, each]))
  const kits = new Map<string, Gathered>()
  const kitOf = (id: string): Gathered => {
    const kit = kits.get(id) ?? { colors: new Set(), modes: new Map() }
    kits.set(id, kit)
    return kit
  }

  // What another person has deleted since throws when it is read.
  for (const style of styles) {
    const link = nameNow(style) === null ? null : readStyleLink(style)
    if (link) kitOf(link.kitId).colors.add(known.colorOf(link))
  }
  for (const variable of variables) {
    if (nameNow(variable) === null) continue
    const home = homes.get(variable.variableCollectionId)
    const ofKits = home ? kitModesIn(home) : []
    for (const kitId of linkingKits(variable)) {
      const link = readVariableLink(variable, kitId)
      if (!link) continue
      const kit = kitOf(kitId)
      const color = known.colorOf(link)
      kit.colors.add(color)
      for (const { modeId, name } of home?.modes ?? []) {
        // Another kit's mode is that kit.
        if (ofKits.includes(modeId)) continue
        const value = await valueIn(figma, variable, modeId, profileOf(root))
        if (!value) continue
        const values = kit.modes.get(name) ?? new Map<FileColor, TokenColor>()
        // What was noted is not rounded as Figma's numbers are.
        const isSame = sameAppearance(appearanceOfToken(color), appearanceOfToken(value))
        kit.modes.set(name, values.set(color, isSame ? color : value))
      }
    }
  }
  return [...kits].map(([id, { colors, modes }]) => {
    const list = [...colors]
    return {
      id,
      name: readKitName(root, id) ?? id,
      colors: list,
      modes: [...modes].map(([name, values]): FileMode => ({
        name,
        colors: list.map((color) => values.get(color) ?? null),
      })),
    }
  })
}

/** What a variable is in a mode, also by way of others; null where that is nothing. */
async function valueIn(
  figma: BrandSource,
  variable: Variable,
  modeId: string,
  profile: ColorProfile,
): Promise<TokenColor | null> {
  let value = variable.valuesByMode[modeId]
  for (let aliases = 0; aliases < MOST_ALIASES; aliases++) {
    if (typeof value !== 'object') return null
    if ('r' in value) return inGamut(fromDocument({ a: 1, ...value }, profile))
    if (!('id' in value)) return null
    const other = await figma.variables.getVariableByIdAsync(value.id)
    const home =
      other && (await figma.variables.getVariableCollectionByIdAsync(other.variableCollectionId))
    value = home
      ? (other.valuesByMode[modeId] ?? other.valuesByMode[home.defaultModeId])
      : undefined
  }
  return null
}
