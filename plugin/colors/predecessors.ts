import { nameSegment } from '../../shared/color-name.ts'
import type { KitRef } from '../../shared/brand.ts'
import type { FileItem } from './file-item.ts'
import { readKitName } from './last-sync.ts'
import type { Link } from './link.ts'

/**
 * Whether a kit that is in the file is this one from before it was made anew in Cliquify. `name`: of
 * that kit, as far as what asks can tell.
 */
export type IsPredecessor = (kitId: string, name: string) => boolean

export const NO_PREDECESSORS: IsPredecessor = () => false

/** `otherKits`: ids of all the others that Cliquify lists; null where they are not known. */
export function openPredecessors(
  root: DocumentNode,
  kit: KitRef,
  otherKits: readonly string[] | null,
): IsPredecessor {
  if (!otherKits) return NO_PREDECESSORS
  const listed = new Set([kit.id, ...otherKits])
  const own = nameSegment(kit.name)
  return (kitId, name) =>
    !listed.has(kitId) && nameSegment(readKitName(root, kitId) ?? name) === own
}

/** The kit's name as a name in the file begins with it, where it does. */
export function kitNameIn({ wanted }: Link): string {
  return wanted.slice(0, wanted.indexOf('/') + 1).replace('/', '')
}

/** An item of the kit from before, as one of a color of this kit that has yet to be found. */
export function inherited(item: FileItem, kit: KitRef): FileItem {
  const { link } = item
  if (!link) return item
  const color = `${link.kitId}/${link.color}`
  return { ...item, link: { ...link, kitId: kit.id, color }, isInherited: true }
}

/** Gives inherited items to the colors that want their names; `wanted` has those by identity. */
export function withHeirs(
  items: readonly FileItem[],
  wanted: ReadonlyMap<string, string>,
): readonly FileItem[] {
  if (!items.some(({ isInherited }) => isInherited)) return items
  const heirs = new Map<string, string | null>()
  for (const [identity, name] of wanted) heirs.set(name, heirs.has(name) ? null : identity)
  const taken = new Set(items.map(({ link }) => link?.color))
  return items.map((item) => {
    const { link, isInherited } = item
    const color = isInherited && link ? heirs.get(link.wanted) : null
    if (!link || color == null || taken.has(color)) return item
    taken.add(color)
    return { ...item, link: { ...link, color } }
  })
}
