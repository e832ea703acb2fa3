import { isOurName, type LinkedItem } from './file-item.ts'
import type { Link } from './link.ts'
import { isSameName } from './name-key.ts'
import type { Change } from './three-way.ts'

/** What of an item's name is a person's and stays; null where that part is Cliquify's. */
export interface Place {
  readonly folder: string | null
  readonly leaf: string | null
}

export const ANYWHERE: Place = { folder: null, leaf: null }

/**
 * What stays of the name that a person gave to a linked item while its color changes. Both parts do
 * where the color alone is new in Cliquify; where a person is asked, taking Cliquify's side takes back
 * a name, but undoes no folder. What differs in nothing but its place is asked about that itself.
 */
export function placeOf({ name, link }: LinkedItem, wanted: string, look: Change): Place {
  const last = lastName(link)
  const changed = (partOf: (whole: string) => string): string | null =>
    isSameName(partOf(name), partOf(last)) ? null : partOf(name)
  const [folder, leaf] = [changed(folderOf), changed(leafOf)]
  if (look === 'there') return { folder, leaf }
  const differsElsewhere = look !== 'none' || leafOf(wanted) !== leafOf(link.wanted)
  return differsElsewhere && leaf === null ? { folder, leaf } : ANYWHERE
}

/** A name of Cliquify's, where a person has put it. */
export function inPlace(name: string, { folder, leaf }: Place): string {
  return (folder ?? folderOf(name)) + (leaf ?? leafOf(name))
}

/** What this plugin called it last, whatever a person had made of that by then. */
export function lastName({ name, wanted }: Link): string {
  return isOurName(name, wanted) ? name : wanted
}

/** With its slash; empty at the top. */
export function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1)
}

function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
