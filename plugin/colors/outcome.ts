import type { Outcome } from '../../shared/sync.ts'
import { sameAppearance, sameState, type PaintAppearance } from './appearance.ts'
import { isOnlyNoted, isProven, type FileItem } from './file-item.ts'
import type { Link } from './link.ts'
import { isSameName } from './name-key.ts'
import { inPlace, lastName, type Place } from './place.ts'
import { changeOf, isHere, isThere, type Change } from './three-way.ts'

/** One rule for each property: what only the file changed is kept, what only Cliquify did is written. */
export function outcomeOf(link: Link, item: FileItem | null, place: Place): Outcome {
  if (!item) return 'create'
  const { link: last } = item
  if (!last) {
    if (item.isBoundElsewhere) return 'edited'
    const comparable = link.gradient !== undefined && item.gradient !== undefined
    if (!item.value && !comparable) return 'skipped'
    if (!item.takesNoLink) return 'adopt'
    return sameState(link, item) ? 'unchanged' : 'update'
  }
  const look = lookChange(item, last, link)
  const name = changeOf(inPlace(lastName(last), place), item.name, link.name, isSameName)
  if (look === 'none' && name === 'none') {
    const isSame = last.color === link.color && last.wanted === link.wanted
    return item.isInherited || !isSame || !sameState(link, last) ? 'adopt' : 'unchanged'
  }
  const color = { ...link, name: link.wanted }
  if (!isProven({ ...item, link: last }, color)) return 'unproven'
  if (isHere(look) || isHere(name)) return isThere(look) || isThere(name) ? 'conflict' : 'edited'
  // What a person has renamed or moved has nothing but a note of others for it.
  if (isOnlyNoted(item, color)) return 'conflict'
  return look === 'there' ? 'update' : 'rename'
}

/** A binding to a variable of a person's own is an edit, whatever that shows. */
export function lookChange(here: FileItem, last: Link, there: PaintAppearance): Change {
  if (here.isBoundElsewhere) return sameAppearance(last, there) ? 'here' : 'both'
  return changeOf<PaintAppearance>(last, here, there, sameAppearance)
}
