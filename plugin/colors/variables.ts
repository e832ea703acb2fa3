import type { Rgba } from '../../shared/brand.ts'
import type { KitRef } from '../../shared/protocol.ts'
import { NAMESPACE } from '../namespace.ts'
import type { Home } from './collections.ts'
import { linkText, readLink, type Link } from './link.ts'
import { fromDocument, type ColorProfile } from './paints.ts'
import type { FileItem } from './plan.ts'

export interface FileVariables {
  readonly items: readonly FileItem[]
  readonly variables: ReadonlyMap<string, Variable>
  /** What each shows, in sRGB; null where it refers to another variable. */
  readonly values: ReadonlyMap<string, Rgba | null>
}

/** The color variables of the kit's collections, in the order of Figma's panel. */
export function readVariables(
  local: readonly Variable[],
  home: Home,
  kit: KitRef,
  profile: ColorProfile,
): FileVariables {
  const items: FileItem[] = []
  const variables = new Map<string, Variable>()
  const values = new Map<string, Rgba | null>()
  for (const collection of home.collections) {
    const modeId = home.modeOf(collection)
    for (const variable of local) {
      if (variable.remote || variable.variableCollectionId !== collection.id) continue
      const value = readValue(variable, modeId, profile)
      const link = readLink(variable.getSharedPluginData(NAMESPACE, linkKey(kit.id)))
      items.push({ id: variable.id, state: { name: variable.name, value }, link })
      variables.set(variable.id, variable)
      values.set(variable.id, value)
    }
  }
  return { items, variables, values }
}

export function readValue(variable: Variable, modeId: string, profile: ColorProfile): Rgba | null {
  const value = variable.valuesByMode[modeId]
  if (typeof value !== 'object' || !('r' in value)) return null
  return fromDocument({ a: 1, ...value }, profile)
}

/** Writes only where it differs. Kits that share a variable each have a link of their own. */
export function writeVariableLink(variable: Variable, link: Link): void {
  const text = linkText(link)
  const key = linkKey(link.kitId)
  if (variable.getSharedPluginData(NAMESPACE, key) !== text) {
    variable.setSharedPluginData(NAMESPACE, key, text)
  }
}

export function removeVariableLink(variable: Variable, kitId: string): void {
  variable.setSharedPluginData(NAMESPACE, linkKey(kitId), '')
}

export function isLinkedByOthers(variable: Variable, kitId: string): boolean {
  return variable
    .getSharedPluginDataKeys(NAMESPACE)
    .some((key) => key.startsWith(LINK_PREFIX) && key !== linkKey(kitId))
}

const LINK_PREFIX = 'color-'

function linkKey(kitId: string): string {
  return LINK_PREFIX + kitId
}
