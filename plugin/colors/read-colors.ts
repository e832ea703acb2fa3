import type { KitRef, SyncOptions } from '../../shared/protocol.ts'
import { findHome } from './collections.ts'
import type { ColorProfile } from './paints.ts'
import type { ColorItems } from './plan-colors.ts'
import { boundVariable, readStyle } from './styles.ts'
import { readVariables, type FileVariables } from './variables.ts'

export type ColorReader = Pick<
  PluginAPI,
  'editorType' | 'root' | 'getLocalPaintStylesAsync' | 'variables'
>

/** The file as far as a sync is concerned with it. */
export interface ReadColors {
  readonly options: SyncOptions
  readonly profile: ColorProfile
  readonly items: ColorItems
  readonly styles: ReadonlyMap<string, PaintStyle>
  readonly variables: ReadonlyMap<string, Variable>
}

export async function readColors(
  figma: ColorReader,
  kit: KitRef,
  options: SyncOptions,
): Promise<ReadColors> {
  const profile = figma.root.documentColorProfile
  const styles =
    options.target === 'variables' ? new Map<string, PaintStyle>() : await localStyles(figma)
  const bound = [...styles.values()].some(({ paints }) => boundVariable(paints) !== null)
  // What a bound style shows is its variable's, also where only styles are synced.
  const read =
    options.target !== 'styles' || bound ? await kitVariables(figma, kit, options, profile) : null
  const values = read?.values ?? new Map<string, null>()
  return {
    options,
    profile,
    items: {
      styles: [...styles.values()].map((style) => readStyle(style, profile, values)),
      variables: read?.items ?? [],
    },
    styles,
    variables: read?.variables ?? new Map<string, Variable>(),
  }
}

/** Without remote ones: they throw when they are written. */
export async function localStyles(
  figma: Pick<PluginAPI, 'getLocalPaintStylesAsync'>,
): Promise<ReadonlyMap<string, PaintStyle>> {
  const styles = new Map<string, PaintStyle>()
  for (const style of await figma.getLocalPaintStylesAsync()) {
    if (!style.remote) styles.set(style.id, style)
  }
  return styles
}

async function kitVariables(
  { variables }: ColorReader,
  kit: KitRef,
  options: SyncOptions,
  profile: ColorProfile,
): Promise<FileVariables> {
  const home = findHome(await variables.getLocalVariableCollectionsAsync(), kit, options)
  const local = home.collections.length === 0 ? [] : await variables.getLocalVariablesAsync('COLOR')
  return readVariables(local, home, kit, profile)
}
