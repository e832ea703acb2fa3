import type { BrandColor, KitRef } from '../../shared/brand.ts'
import type { ColorUse } from '../../shared/sync.ts'
import { sameAppearance } from '../colors/appearance.ts'
import { linksOf } from '../colors/linked.ts'
import { nameNow } from '../colors/name-now.ts'
import { appearanceOf, shownIn, valueOf, type ColorProfile } from '../colors/paints.ts'
import { boundIds, variableOf, type Colored, type LayerPart } from '../colors/parts.ts'
import type { ColorReader } from '../colors/read-file.ts'
import { readStyleLink } from '../colors/styles.ts'
import { linkingKits, readValue } from '../colors/variables.ts'
import { ifAble } from '../if-able.ts'
import type { Libraries, Published } from '../libraries/libraries.ts'
import { gradientPlace, placeOf } from './value.ts'

/**
 * Tells what is linked to Cliquify from what shows its color by itself: what is linked to another kit,
 * whatever it shows, and to this one, where that shows a color that the kit has now.
 */
export interface Links {
  /** Whether the style of the part is linked; learns of the variables that it is bound to. */
  hasStyle(part: LayerPart): Promise<boolean>
  /** Of a part that was asked about. */
  hasVariable(colored: Colored): boolean
}

interface KnownVariable {
  /** Those that have linked it, or what stands for it in any of its modes. */
  readonly kits: ReadonlySet<string>
  /** Whether it is itself the brand's; people may have given it other values in modes of their own. */
  readonly isCurrent: boolean
}

/** `brand`: the kit's colors as the document can show them. */
export function openLinks(
  figma: Pick<PluginAPI, 'getStyleByIdAsync' | 'variables'>,
  kit: KitRef,
  brand: readonly BrandColor[],
  profile: ColorProfile,
): Links {
  const ofStyles = new Map([['', false]])
  const ofVariables = new Map<string, KnownVariable>()

  const know = async (id: string): Promise<KnownVariable> => {
    const before = ofVariables.get(id)
    if (before) return before
    const kits = new Set<string>()
    const variable = await figma.variables.getVariableByIdAsync(id)
    const linking = variable ? linkingKits(variable) : []
    const isCurrent =
      variable !== null &&
      linking.includes(kit.id) &&
      brand.some((color) => hasValue(variable, color, profile))
    const known = { kits, isCurrent }
    // Before what it is an alias of, lest two of each other have no end.
    ofVariables.set(id, known)
    for (const each of linking) kits.add(each)
    for (const value of Object.values(variable?.valuesByMode ?? {})) {
      if (typeof value !== 'object' || !('id' in value)) continue
      for (const each of (await know(value.id)).kits) kits.add(each)
    }
    return known
  }
  const isOfBrand = (part: LayerPart): boolean => {
    const { value } = appearanceOf(part.paints, profile)
    const place = value ? placeOf({ ...value, a: 1 }, brand) : gradientPlace(part, brand, profile)
    return place >= 0
  }

  return {
    async hasStyle(part) {
      const { styleId } = part
      if (!ofStyles.has(styleId)) {
        const style = await ifAble(() => figma.getStyleByIdAsync(styleId))
        const kitId = style?.type === 'PAINT' ? readStyleLink(style)?.kitId : undefined
        ofStyles.set(styleId, kitId === kit.id ? isOfBrand(part) : kitId !== undefined)
      }
      for (const id of boundIds(part)) await know(id)
      return ofStyles.get(styleId) === true
    },
    hasVariable(colored) {
      const known = ofVariables.get(variableOf(colored))
      if (!known) return false
      const { kits, isCurrent } = known
      if (isCurrent || [...kits].some((id) => id !== kit.id)) return true
      return kits.size > 0 && placeOf(valueOf(colored, profile), brand) >= 0
    },
  }
}

/** What a color can be linked to as Cliquify has it. */
export interface LinkTargets extends Published {
  /** Whether the file has it only with other values, until it is synced. */
  readonly isBehind: boolean
}

export async function linkTargets(
  figma: ColorReader,
  libraries: Libraries,
  use: Omit<ColorUse, 'as'>,
  profile: ColorProfile,
): Promise<LinkTargets> {
  const shown = shownIn(use.color, profile)
  const { style, variable } = await linksOf(figma, libraries, use)
  // Another person may have deleted them meanwhile.
  const isStyle =
    style &&
    nameNow(style.item) !== null &&
    sameAppearance(appearanceOf(style.item.paints, profile), shown)
  const isVariable =
    variable && nameNow(variable.item) !== null && hasValue(variable.item, shown, profile)
  return {
    style: isStyle ? style : null,
    variable: isVariable ? variable : null,
    isBehind: !isStyle && !isVariable && !!(style ?? variable),
  }
}

/** Whether the variable has the color's value in one of its modes. */
function hasValue(variable: Variable, color: BrandColor, profile: ColorProfile): boolean {
  return Object.keys(variable.valuesByMode).some((mode) =>
    sameAppearance({ value: readValue(variable, mode, profile) }, color),
  )
}
