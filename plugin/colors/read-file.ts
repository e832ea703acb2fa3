import type { KitRef } from '../../shared/brand.ts'
import type { SyncOptions } from '../../shared/sync.ts'
import { readAbsent } from './absent-colors.ts'
import { openBindings } from './bindings.ts'
import { findCollections } from './collections.ts'
import type { FileItem, FileItems } from './file-item.ts'
import type { WithLink } from './link.ts'
import { profileOf, type ColorProfile } from './paints.ts'
import type { ColorItems } from './plan.ts'
import { inherited, kitNameIn, NO_PREDECESSORS, type IsPredecessor } from './predecessors.ts'
import { localStyles, readStyle } from './styles.ts'
import { readVariables, type FileVariables } from './variables.ts'

export type ColorReader = Pick<
  PluginAPI,
  'editorType' | 'root' | 'getLocalPaintStylesAsync' | 'variables'
>

/** What a sync writes to. */
export interface ColorFile {
  readonly options: SyncOptions
  readonly profile: ColorProfile
  readonly styles: ReadonlyMap<string, PaintStyle>
  readonly variables: ReadonlyMap<string, Variable>
  readonly isPredecessor: IsPredecessor
  /** Whether it has colors of the kit that no sync has noted in it, as a merged branch brings them. */
  readonly hasUnnoted: boolean
}

/** Gives way while it reads: what another person deletes meanwhile is left out. */
export async function readFile(
  figma: ColorReader,
  kit: KitRef,
  options: SyncOptions,
  isPredecessor: IsPredecessor,
): Promise<{ readonly items: ColorItems; readonly file: ColorFile }> {
  const profile = profileOf(figma.root)
  // What a bound style shows is its variable's, also where only styles are synced.
  const variables = await kitVariables(figma, kit, options, profile, isPredecessor)
  const byId = new Map(variables.items.map((item) => [item.id, item]))
  const isBoundElsewhere = openBindings(figma, byId, options.target)
  const items: FileItem[] = []
  const styles = new Map<string, PaintStyle>()
  if (options.target !== 'variables') {
    for await (const style of localStyles(figma)) {
      const { paints } = style
      const item = readStyle(style, paints, byId, profile)
      const { id, name, link } = item
      const isBefore = link !== null && isPredecessor(link.kitId, kitNameIn(link))
      const own = isBefore ? inherited(item, kit) : item
      items.push({ ...own, isBoundElsewhere: await isBoundElsewhere(name, paints) })
      styles.set(id, style)
    }
  }
  const absence = readAbsent(figma.root, kit.id)
  const ofStyles: FileItems = { kind: 'style', items, otherNames: new Set(), absence }
  const ofVariables: FileItems = { ...variables, absence }
  const isUnnoted = ({ kind, items: all }: FileItems): boolean =>
    all.some(
      ({ link, isInherited }) =>
        link?.kitId === kit.id && !isInherited && !absence(kind, link.color),
    )
  return {
    items: { styles: ofStyles, variables: ofVariables },
    file: {
      ...{ options, profile, styles, variables: variables.variables, isPredecessor },
      hasUnnoted: isUnnoted(ofStyles) || (options.target !== 'styles' && isUnnoted(ofVariables)),
    },
  }
}

/** What the file has of the kit's variables; nothing where there is no collection of it. */
export async function kitVariables(
  figma: Pick<PluginAPI, 'variables'>,
  kit: KitRef,
  options: SyncOptions,
  profile: ColorProfile,
  isPredecessor = NO_PREDECESSORS,
): Promise<FileVariables> {
  const found = await findCollections(figma, kit, options, isPredecessor)
  const local = found.collections.length === 0 ? [] : await figma.variables.getLocalVariablesAsync()
  return readVariables(local, found, kit, profile, isPredecessor)
}

/** Those of the kit that are linked to a color of it. */
export async function linkedVariables(
  figma: Pick<PluginAPI, 'variables'>,
  kit: KitRef,
  options: SyncOptions,
): Promise<readonly WithLink<Variable>[]> {
  const { items, variables } = await kitVariables(figma, kit, options, 'SRGB')
  return items.flatMap(({ id, link }) => {
    const item = variables.get(id)
    return !link || !item ? [] : { item, link }
  })
}
