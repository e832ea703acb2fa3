import type { KitRef, SyncOptions } from '../../shared/protocol.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { readAbsent } from './absent-colors.ts'
import { openBindings, type IsBoundElsewhere } from './bindings.ts'
import { findCollections, otherModes, type KitCollections } from './collections.ts'
import type { FileItem, FileItems } from './file-item.ts'
import type { ColorProfile } from './paints.ts'
import type { ColorItems } from './plan.ts'
import { inherited, kitNameIn, NO_PREDECESSORS, type IsPredecessor } from './predecessors.ts'
import { readStyle } from './styles.ts'
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
  const profile = figma.root.documentColorProfile
  // What a bound style shows is its variable's, also where only styles are synced.
  const variables = await kitVariables(figma, kit, options, profile, isPredecessor)
  const byId = new Map(variables.items.map((item) => [item.id, item]))
  const listed = options.target === 'variables' ? [] : await figma.getLocalPaintStylesAsync()
  const isBoundElsewhere = openBindings(figma.variables, byId, options.target)
  const { items: read, styles } = await readStyles(listed, byId, isBoundElsewhere, profile)
  const items = read.map((item) => {
    const { link } = item
    const isBefore = link !== null && isPredecessor(link.kitId, kitNameIn(link))
    return isBefore ? inherited(item, kit) : item
  })
  const absent = readAbsent(figma.root, kit.id)
  const ofStyles: FileItems = {
    ...{ kind: 'style', items, otherNames: new Set() },
    absence: (identity) => absent.reason('style', identity),
  }
  const ofVariables: FileItems = {
    ...variables,
    absence: (identity) => absent.reason('variable', identity),
  }
  const isUnnoted = ({ kind, items: all }: FileItems): boolean =>
    all.some(
      ({ link, isInherited }) =>
        link?.kitId === kit.id && isInherited !== true && absent.reason(kind, link.color) === null,
    )
  return {
    items: { styles: ofStyles, variables: ofVariables },
    file: {
      ...{ options, profile, styles, variables: variables.variables, isPredecessor },
      hasUnnoted: isUnnoted(ofStyles) || (options.target !== 'styles' && isUnnoted(ofVariables)),
    },
  }
}

/** Without remote ones: they throw when they are written. */
async function readStyles(
  listed: readonly PaintStyle[],
  variables: ReadonlyMap<string, FileItem>,
  isBoundElsewhere: IsBoundElsewhere,
  profile: ColorProfile,
): Promise<{ items: readonly FileItem[]; styles: ReadonlyMap<string, PaintStyle> }> {
  const items: FileItem[] = []
  const styles = new Map<string, PaintStyle>()
  for (const style of listed) {
    await yieldIfDue()
    const now = readStyle(style, variables, profile)
    if (now === null) continue
    const { item, paints } = now
    const elsewhere = await isBoundElsewhere(item.name, paints)
    items.push(elsewhere ? { ...item, isBoundElsewhere: true } : item)
    styles.set(item.id, style)
  }
  return { items, styles }
}

/** What the file has of the kit's variables; nothing where there is no collection of it. */
export async function kitVariables(
  { variables }: Pick<PluginAPI, 'variables'>,
  kit: KitRef,
  options: SyncOptions,
  profile: ColorProfile,
  isPredecessor = NO_PREDECESSORS,
): Promise<FileVariables> {
  const all = await variables.getLocalVariableCollectionsAsync()
  const found = findCollections(all, kit, options, isPredecessor)
  const local = found.collections.length === 0 ? [] : await variablesOf(variables, found)
  const read = await readVariables(local, found, kit, profile, isPredecessor)
  const [home] = found.collections
  return home !== undefined && otherModes(home, kit, isPredecessor).length > 0
    ? { ...read, isShared: true }
    : read
}

/** Those of the kit's collections; Figma may not list what was made just now. */
async function variablesOf(
  variables: Pick<VariablesAPI, 'getLocalVariablesAsync' | 'getVariableByIdAsync'>,
  { collections }: KitCollections,
): Promise<readonly Variable[]> {
  const listed = await variables.getLocalVariablesAsync()
  const known = new Set(listed.map(({ id }) => id))
  const unlisted = collections
    .flatMap(({ variableIds }) => variableIds)
    .filter((id) => !known.has(id))
  const found = await Promise.all(unlisted.map((id) => variables.getVariableByIdAsync(id)))
  return [...listed, ...found.flatMap((variable) => variable ?? [])]
}
