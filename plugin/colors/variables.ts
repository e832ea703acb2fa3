import type { Rgba } from '../../shared/brand.ts'
import type { KitRef } from '../../shared/protocol.ts'
import { NAMESPACE } from '../namespace.ts'
import type { Steps } from '../pace.ts'
import type { Alike } from './alike.ts'
import type { Home } from './collections.ts'
import { linkText, readLink, type Link } from './link.ts'
import { fromDocument, type ColorProfile } from './paints.ts'
import { nameNow } from './name-now.ts'
import type { FileItem, FileItems } from './file-items.ts'

export interface FileVariables {
  readonly items: FileItems
  /** Those of the kit's collections. */
  readonly variables: ReadonlyMap<string, Variable>
  /** What each shows, in sRGB; null where it refers to another variable. */
  readonly values: ReadonlyMap<string, Rgba | null>
}

/** The color variables of the kit's collections, in the order of Figma's panel. */
export function* readVariables(
  local: readonly Variable[],
  home: Home,
  kit: KitRef,
  profile: ColorProfile,
  alike: Alike,
): Steps<FileVariables> {
  const byCollection = new Map<string, FileItem[]>()
  const variables = new Map<string, Variable>()
  const values = new Map<string, Rgba | null>()
  const modes = new Map(home.collections.map((each) => [each.id, home.modeOf(each)]))
  const otherNames = new Set<string>()
  for (const variable of local) {
    yield
    const name = nameNow(variable)
    const collectionId = name === null ? '' : variable.variableCollectionId
    const modeId = modes.get(collectionId)
    if (name === null || modeId === undefined || variable.remote) continue
    if (variable.resolvedType !== 'COLOR') {
      otherNames.add(name)
      continue
    }
    const now = readValue(variable, modeId, profile)
    const value = now === null ? null : alike.value(now)
    const { id } = variable
    variables.set(id, variable)
    values.set(id, value)
    const item = { id, name, value, link: alike.link(storedLink(variable, kit.id)) }
    const siblings = byCollection.get(collectionId)
    if (siblings === undefined) byCollection.set(collectionId, [item])
    else siblings.push(item)
  }
  const items = home.collections.flatMap(({ id }) => byCollection.get(id) ?? [])
  return { items: { items, otherNames }, variables, values }
}

/** Null where this kit never synced it. */
export function readVariableLink(variable: Variable, kitId: string): Link | null {
  return readLink(storedLink(variable, kitId))
}

function storedLink(variable: Variable, kitId: string): string {
  return variable.getSharedPluginData(NAMESPACE, linkKey(kitId))
}

export function readValue(variable: Variable, modeId: string, profile: ColorProfile): Rgba | null {
  const value = variable.valuesByMode[modeId]
  if (typeof value !== 'object' || !('r' in value)) return null
  return fromDocument({ a: 1, ...value }, profile)
}

/** Writes only where it differs. Kits that share a variable each have a link of their own. */
export function writeVariableLink(variable: Variable, link: Link): void {
  const text = linkText(link)
  if (storedLink(variable, link.kitId) !== text) {
    variable.setSharedPluginData(NAMESPACE, linkKey(link.kitId), text)
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
