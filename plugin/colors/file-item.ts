import type { ItemKind } from '../../shared/color-name.ts'
import type { ColorState } from '../../shared/sync.ts'
import type { ReasonOfAbsence } from './absent-colors.ts'
import { sameAppearance } from './appearance.ts'
import type { Link, NotedLink } from './link.ts'
import { nameKey } from './name-key.ts'

/** A local paint style or variable as it is now, as far as a sync is concerned with it. */
export interface FileItem extends ColorState, NotedLink {
  readonly id: string
  /** Set where its link is that of the kit from before it was made anew. */
  readonly isInherited?: true
  /** The id of the variable that a style of one paint shows. */
  readonly boundTo?: string | undefined
  /** Whether a paint or a stop of it is bound to a variable that is not Cliquify's. */
  readonly isBoundElsewhere?: boolean
}

/** What the file has of one kind, in the order of Figma's panel. */
export interface FileItems {
  readonly kind: ItemKind
  readonly items: readonly FileItem[]
  /** Names in the same collection that are of no color: no two variables may share one. */
  readonly otherNames: ReadonlySet<string>
  /** Whether other kits have modes of the collection. */
  readonly isShared?: boolean
  /** By default all that is not there is new. */
  readonly absence?: ReasonOfAbsence
}

export type LinkedItem = FileItem & { readonly link: Link }

/** Linked to a color that Cliquify has. */
export type BrandItem = LinkedItem & {
  /** With the name that Cliquify's side wants in the file. */
  readonly color: ColorState
}

/** The file's items by what they are to the kit. */
export interface SortedItems {
  /** By the color's identity; the first that this plugin has linked to it, else the first. */
  readonly linked: ReadonlyMap<string, BrandItem>
  /** Linked to a color that another one is linked to. */
  readonly copies: readonly BrandItem[]
  /** Linked to what Cliquify no longer has. */
  readonly orphans: readonly LinkedItem[]
  /** By the key of their names, see `nameKey`. */
  readonly adoptable: ReadonlyMap<string, FileItem>
  /** Names of what is linked to other kits. */
  readonly foreign: ReadonlySet<string>
}

/** `colors`: the kit's, by their identities. */
export function sortItems(
  kitId: string,
  items: readonly FileItem[],
  colors: ReadonlyMap<string, ColorState>,
): SortedItems {
  const candidates = new Map<string, BrandItem[]>()
  const adoptable = new Map<string, FileItem>()
  const orphans: LinkedItem[] = []
  const foreign = new Set<string>()
  const addAdoptable = (item: FileItem): void => {
    const key = nameKey(item.name)
    if (!adoptable.has(key)) adoptable.set(key, item)
  }
  for (const item of items) {
    if (!isLinked(item)) {
      addAdoptable(item)
      continue
    }
    const { link, name } = item
    const color = colors.get(link.color)
    if (link.kitId !== kitId) foreign.add(name)
    else if (!color) {
      orphans.push(item)
      addAdoptable(item)
    } else {
      const others = candidates.get(link.color) ?? []
      candidates.set(link.color, others)
      others.push({ ...item, color })
    }
  }
  const linked = new Map<string, BrandItem>()
  const copies: BrandItem[] = []
  for (const [identity, all] of candidates) {
    // One with a link that others wrote takes the place of none that this plugin has linked.
    const own = all.find(({ isOwnLink }) => isOwnLink) ?? all[0]
    for (const item of all) {
      if (item === own) linked.set(identity, item)
      else copies.push(item)
    }
  }
  return { linked, adoptable, copies, orphans, foreign }
}

function isLinked(item: FileItem): item is LinkedItem {
  return item.link !== null
}

/**
 * Whether anything but the link's own word speaks for it. A link is a note in the file, which everyone
 * who may edit that can write, so a color's identity in it proves nothing. What does: that this plugin
 * has noted it; or, in files of before it did that, the color's name (also with the number that it got
 * among namesakes) or its value, as Cliquify has them now: in the file, or in the link as they were at
 * the last sync. What has none of these may be somebody's style with a forged link: only a person can
 * tell, so nothing of it is overwritten unasked.
 */
export function isProven(item: LinkedItem, color: ColorState): boolean {
  return !isOnlyNoted(item, color) || isLikely(item.link, color)
}

/** Whether nothing in the file but a note of others says that it is the color. */
export function isOnlyNoted(item: FileItem, color: ColorState): boolean {
  return !item.isOwnLink && !isLikely(item, color)
}

/** Whether what is in the file has the color's name or value. */
export function isLikely(now: ColorState, color: ColorState): boolean {
  return isOurName(now.name, color.name) || sameAppearance(now, color)
}

/** Whether it is the wanted name, perhaps with a number, or with what stood in for it meanwhile. */
export function isOurName(name: string, wanted: string): boolean {
  if (name === wanted) return true
  const [key, wantedKey] = [nameKey(name), nameKey(wanted)]
  return key.startsWith(wantedKey) && OUR_ENDING.test(key.slice(wantedKey.length))
}

const OUR_ENDING = /^( \d+)?( \(VariableID\w+\))?$/
