import type { BrandColor } from '../../shared/brand.ts'
import type { KitRef, SyncOptions } from '../../shared/protocol.ts'
import { inSlices, LONG, type Steps } from '../pace.ts'
import { Alike } from './alike.ts'
import { findHome, type Home } from './collections.ts'
import type { FileItem } from './file-items.ts'
import type { ColorProfile } from './paints.ts'
import type { ColorItems } from './plan-colors.ts'
import { readStyle } from './styles.ts'
import { readVariables, type FileVariables } from './variables.ts'

export type ColorReader = Pick<
  PluginAPI,
  'editorType' | 'root' | 'getLocalPaintStylesAsync' | 'variables'
>

/** What a sync reads of the file. */
export interface ReadColors {
  readonly items: ColorItems
  readonly file: ColorFile
}

/** What a sync writes to. */
export interface ColorFile {
  readonly options: SyncOptions
  readonly profile: ColorProfile
  readonly styles: ReadonlyMap<string, PaintStyle>
  readonly variables: ReadonlyMap<string, Variable>
}

const NO_VARIABLES: FileVariables = {
  items: { items: [], otherNames: new Set() },
  variables: new Map(),
  values: new Map(),
}

/**
 * Gives way while it reads: what another person deletes meanwhile is left out. What has the value of
 * one of the colors shares it.
 */
export async function readColors(
  figma: ColorReader,
  kit: KitRef,
  options: SyncOptions,
  colors: Iterable<BrandColor>,
): Promise<ReadColors> {
  const profile = figma.root.documentColorProfile
  const alike = await inSlices(holdValues(colors))
  // What a bound style shows is its variable's, also where only styles are synced.
  const { items, variables, values } = await kitVariables(figma, kit, options, profile, alike)
  const listed = options.target === 'variables' ? [] : await figma.getLocalPaintStylesAsync()
  const { styles, byId } = await inSlices(readStyles(listed, values, profile, alike))
  return {
    items: { styles: { items: styles, otherNames: new Set() }, variables: items },
    file: { options, profile, styles: byId, variables },
  }
}

function* holdValues(colors: Iterable<BrandColor>): Steps<Alike> {
  const alike = new Alike()
  for (const { value } of colors) {
    alike.value(value)
    yield
  }
  return alike
}

interface FileStyles {
  readonly styles: readonly FileItem[]
  readonly byId: ReadonlyMap<string, PaintStyle>
}

/** Without remote ones: they throw when they are written. */
function* readStyles(
  listed: readonly PaintStyle[],
  values: FileVariables['values'],
  profile: ColorProfile,
  alike: Alike,
): Steps<FileStyles> {
  const styles: FileItem[] = []
  const byId = new Map<string, PaintStyle>()
  for (const style of listed) {
    yield
    const item = readStyle(style, values, profile, alike)
    if (item === null) continue
    styles.push(item)
    byId.set(item.id, style)
  }
  return { styles, byId }
}

/** What the file has of the kit's variables; nothing where there is no collection of it. */
export async function kitVariables(
  { variables }: Pick<PluginAPI, 'variables'>,
  kit: KitRef,
  options: SyncOptions,
  profile: ColorProfile,
  alike: Alike = new Alike(),
): Promise<FileVariables> {
  const home = findHome(await variables.getLocalVariableCollectionsAsync(), kit, options)
  if (home.collections.length === 0) return NO_VARIABLES
  return inSlices(readVariables(await variablesOf(variables, home), home, kit, profile, alike))
}

/** Those of the kit's collections; Figma may not list what was made just now. */
async function variablesOf(
  variables: Pick<VariablesAPI, 'getLocalVariablesAsync' | 'getVariableByIdAsync'>,
  { collections }: Home,
): Promise<readonly Variable[]> {
  const listed = await variables.getLocalVariablesAsync()
  const unlisted = await inSlices(unlistedIds(listed, collections))
  if (unlisted.length === 0) return listed
  const found = await Promise.all(unlisted.map((id) => variables.getVariableByIdAsync(id)))
  return [...listed, ...found.flatMap((variable) => variable ?? [])]
}

function* unlistedIds(
  listed: readonly Variable[],
  collections: Home['collections'],
): Steps<readonly string[]> {
  const known = new Set<string>()
  for (const { id } of listed) {
    known.add(id)
    yield
  }
  const unlisted: string[] = []
  for (const collection of collections) {
    yield LONG
    for (const id of collection.variableIds) {
      if (!known.has(id)) unlisted.push(id)
      yield
    }
  }
  return unlisted
}
