import type { Rgba, KitRef } from '../../shared/brand.ts'
import { notedUnderPrefix } from '../notes.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import type { KitCollections } from './collections.ts'
import { linkUnder, notedUnder, noteLink, removeLink, type Link } from './link.ts'
import { fromDocument, type ColorProfile } from './paints.ts'
import { nameNow } from './name-now.ts'
import type { FileItem, FileItems } from './file-item.ts'
import { inherited, kitNameIn, type IsPredecessor } from './predecessors.ts'

export interface FileVariables extends FileItems {
  /** Those of the kit's collections, by their ids. */
  readonly variables: ReadonlyMap<string, Variable>
}

/** The color variables of the kit's collections, in the order of Figma's panel. */
export async function readVariables(
  local: readonly Variable[],
  { collections, modeOf, othersIn }: KitCollections,
  kit: KitRef,
  profile: ColorProfile,
  isPredecessor: IsPredecessor,
): Promise<FileVariables> {
  const items: FileItem[] = []
  const variables = new Map<string, Variable>()
  const otherNames = new Set<string>()
  for (const home of collections) {
    const modeId = modeOf(home)
    for (const variable of local) {
      await yieldIfDue()
      const name = nameNow(variable)
      if (name === null || variable.remote || variable.variableCollectionId !== home.id) continue
      if (variable.resolvedType !== 'COLOR') {
        otherNames.add(name)
        continue
      }
      const { id } = variable
      variables.set(id, variable)
      const value = readValue(variable, modeId, profile)
      const own = notedUnder(linkKey(kit.id), variable)
      const before = own.link ? undefined : linkedBefore(variable, isPredecessor)[0]
      const noted = before === undefined ? own : notedUnder(linkKey(before), variable)
      const item = { ...noted, id, name, value }
      items.push(before === undefined ? item : inherited(item, kit))
    }
  }
  const isShared = collections.slice(0, 1).some((home) => othersIn(home).length > 0)
  return { kind: 'variable', items, otherNames, variables, isShared }
}

/** Null where this kit never synced it. */
export function readVariableLink(variable: Variable, kitId: string): Link | null {
  return linkUnder(linkKey(kitId), variable)
}

export function readValue(variable: Variable, modeId: string, profile: ColorProfile): Rgba | null {
  const value = variable.valuesByMode[modeId]
  if (typeof value !== 'object' || !('r' in value)) return null
  return fromDocument({ a: 1, ...value }, profile)
}

/** Writes only where it differs. Kits that share a variable each have a link of their own. */
export function writeVariableLink(variable: Variable, link: Link): void {
  noteLink(linkKey(link.kitId), variable, link)
}

export function removeVariableLink(variable: Variable, kitId: string): void {
  removeLink(linkKey(kitId), variable)
}

/** Ids of the kits that this one was before and that have linked it. */
export function linkedBefore(variable: Variable, isPredecessor: IsPredecessor): readonly string[] {
  return linkingKits(variable).filter((kitId) => {
    const link = readVariableLink(variable, kitId)
    return link !== null && isPredecessor(kitId, kitNameIn(link))
  })
}

/** Whether it is local, and of a kit. */
export function isLinked(variable: Variable): boolean {
  return !variable.remote && linkingKits(variable).length > 0
}

export function isLinkedByOthers(variable: Variable, kitIds: readonly string[]): boolean {
  return linkingKits(variable).some((id) => !kitIds.includes(id))
}

/** Ids of the kits that have linked it. */
export function linkingKits(variable: Variable): readonly string[] {
  return notedUnderPrefix(variable, LINK_PREFIX)
}

const LINK_PREFIX = 'color-'

function linkKey(kitId: string): string {
  return LINK_PREFIX + kitId
}
