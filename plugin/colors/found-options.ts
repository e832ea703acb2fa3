import type { BrandColor, KitRef } from '../../shared/brand.ts'
import { colorName, GROUPINGS, type ColorNaming } from '../../shared/color-name.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../shared/sync.ts'
import { homeOf } from './collections.ts'
import type { Identified } from './identity.ts'
import { legalName } from './names.ts'
import type { ColorReader } from './read-file.ts'
import { boundVariable, linkedStyles } from './styles.ts'
import { readVariableLink } from './variables.ts'

/**
 * How a kit was synced into a file that has lost its notes of that, as a merged branch has: by what the
 * kit's styles and variables say themselves. Null where there are none.
 */
export async function findOptions(
  figma: ColorReader,
  kit: KitRef,
  { identities }: Identified,
): Promise<SyncOptions | null> {
  const ofStyles = await linkedStyles(figma, kit)
  const home = await homeOf(figma, kit)
  const local = home ? await figma.variables.getLocalVariablesAsync('COLOR') : []
  const ofVariables = local.flatMap((variable) => readVariableLink(variable, kit.id) ?? [])
  if (ofStyles.length + ofVariables.length === 0) return null
  const isBound = ofStyles.some(({ item }) => boundVariable(item.paints) !== undefined)
  const isBoth = ofVariables.length > 0 && isBound
  const target = ofStyles.length === 0 ? 'variables' : isBoth ? 'both' : DEFAULT_SYNC_OPTIONS.target
  const collection = home?.isShared ? 'shared' : 'own'
  const kind = target === 'variables' ? 'variable' : 'style'
  const links = target === 'variables' ? ofVariables : ofStyles.map(({ link }) => link)
  const names = new Map(links.map(({ color, wanted }) => [color, wanted]))
  const known = [...identities].flatMap(([color, identity]) => {
    const wanted = names.get(identity)
    return wanted === undefined ? [] : [{ color, wanted }]
  })
  const nameOf = (color: BrandColor, naming: ColorNaming): string =>
    legalName(kind, colorName(kind, kit, color, { naming, collection }))
  return { target, collection, naming: namingOf(known, nameOf) }
}

/** The naming by which most of the names were made. */
function namingOf(
  known: readonly { readonly color: BrandColor; readonly wanted: string }[],
  nameOf: (color: BrandColor, naming: ColorNaming) => string,
): ColorNaming {
  let best = { naming: DEFAULT_SYNC_OPTIONS.naming, count: 0 }
  for (const grouping of GROUPINGS) {
    const [first] = known
    const bare = first && nameOf(first.color, { prefix: { type: 'none' }, grouping })
    const own = first?.wanted.endsWith(`/${bare}`)
      ? first.wanted.slice(0, -`/${bare}`.length)
      : null
    const prefixes: readonly ColorNaming['prefix'][] = [
      { type: 'kit' },
      { type: 'none' },
      ...(own === null ? [] : [{ type: 'own' as const, text: own }]),
    ]
    for (const prefix of prefixes) {
      const naming = { prefix, grouping }
      const count = known.filter(({ color, wanted }) => nameOf(color, naming) === wanted).length
      if (count > best.count) best = { naming, count }
    }
  }
  return best.naming
}
