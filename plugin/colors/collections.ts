import { nameSegment } from '../../shared/color-name.ts'
import type { KitRef, SyncOptions } from '../../shared/protocol.ts'
import type { Trouble } from '../../shared/trouble.ts'
import { readNote, writeNote } from '../notes.ts'
import { refused } from '../refused.ts'
import { mapOf, text } from '../read.ts'
import type { IsPredecessor } from './predecessors.ts'

const MARK_KEY = 'collection'
const SHARED_NAME = 'Brand colors'

/** What a collection of this plugin carries: whether kits share it, and which mode is whose. */
interface Mark {
  readonly shared: boolean
  /** Ids of modes by ids of kits. */
  readonly modes: Readonly<Record<string, string>>
  /** What this plugin would call the collection, or in a shared one the mode, for a kit, by its id. */
  readonly names: Readonly<Record<string, string>>
}

/** Where a kit's variables are; more than one collection only where one was copied. */
export interface KitCollections {
  /** Those that are the kit's, the one that is written to first. */
  readonly collections: readonly VariableCollection[]
  readonly modeOf: (collection: VariableCollection) => string
}

/** The mode of a kit in a collection. */
export interface KitMode {
  readonly kitId: string
  readonly modeId: string
}

/** Of the other kits that share the collection. */
export function otherModes(
  collection: VariableCollection,
  kit: KitRef,
  isPredecessor: IsPredecessor,
): readonly KitMode[] {
  const mark = readMark(collection)
  if (!mark) return []
  return Object.entries(mark.modes).flatMap(([kitId, modeId]) =>
    kitId === kit.id || isPredecessor(kitId, nameFor(collection, mark, kitId))
      ? []
      : [{ kitId, modeId }],
  )
}

/** The local collection that is a kit's, by its own mark; null where there is none. */
export function homeOf(
  all: readonly VariableCollection[],
  kit: KitRef,
): { readonly isShared: boolean } | null {
  for (const collection of all) {
    const mark = collection.remote || collection.isExtension ? null : readMark(collection)
    if (mark?.modes[kit.id] !== undefined) return { isShared: mark.shared }
  }
  return null
}

/**
 * Linked collections first; one that a person made under the same name where there are none. Those that
 * extend another one are nobody's home: their variables are that one's.
 */
export function findCollections(
  all: readonly VariableCollection[],
  kit: KitRef,
  options: SyncOptions,
  isPredecessor: IsPredecessor,
): KitCollections {
  const shared = options.collection === 'shared'
  const local = all.filter(({ remote, isExtension }) => !remote && !isExtension)
  const marks = new Map(local.map((each) => [each.id, readMark(each)]))
  const linked = local.filter((each) => {
    const mark = marks.get(each.id) ?? null
    return mark?.shared === shared && (shared || ownEntry(each, mark, kit, isPredecessor) !== null)
  })
  const name = nameOf(kit, options)
  const namesake = local.find((each) => marks.get(each.id) === null && each.name === name)
  return {
    collections: linked.length > 0 || !namesake ? linked : [namesake],
    modeOf: (collection) => ownMode(collection, kit, isPredecessor) ?? collection.defaultModeId,
  }
}

/**
 * Where a kit's new variables are made: its collection and mode, made where there are none, and called
 * as the kit is now where nobody else has renamed them; throws with nothing written.
 */
export function ensureCollection(
  figma: Pick<PluginAPI, 'variables'>,
  { collections }: KitCollections,
  kit: KitRef,
  options: SyncOptions,
  isPredecessor: IsPredecessor,
): VariableCollection {
  const [found] = collections
  let made: VariableCollection | null = null
  try {
    const collection =
      found ?? (made = figma.variables.createVariableCollection(nameOf(kit, options)))
    ensureMode(collection, kit, options, isPredecessor)
    return collection
  } catch (error) {
    made?.remove()
    throw toFailure(error)
  }
}

function ensureMode(
  collection: VariableCollection,
  kit: KitRef,
  { collection: kind }: SyncOptions,
  isPredecessor: IsPredecessor,
): void {
  const mark = readMark(collection)
  const own = ownMode(collection, kit, isPredecessor)
  if (mark && own !== null) {
    keepUp(collection, mark, kit, own, isPredecessor)
    return
  }
  const others = Object.keys(mark?.modes ?? {}).length > 0
  const shared = kind === 'shared'
  const added = shared && others
  const name = modeName(kit)
  const modeId = added ? collection.addMode(name) : collection.defaultModeId
  try {
    if (shared && !added) collection.renameMode(modeId, name)
    noteMark(collection, {
      shared,
      modes: { ...mark?.modes, [kit.id]: modeId },
      names: { ...mark?.names, [kit.id]: name },
    })
  } catch (error) {
    if (added) collection.removeMode(modeId)
    throw error
  }
}

/** Writes only where the kit was renamed, or was another one before. */
function keepUp(
  collection: VariableCollection,
  mark: Mark,
  kit: KitRef,
  modeId: string,
  isPredecessor: IsPredecessor,
): void {
  const before = ownEntry(collection, mark, kit, isPredecessor)
  const name = modeName(kit)
  const noted = mark.names[before ?? '']
  const renames = noted === nameNow(collection, mark, modeId) && noted !== name
  if (before === kit.id && !renames) return
  const without = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([kitId]) => kitId !== before))
  if (renames && mark.shared) collection.renameMode(modeId, name)
  else if (renames) collection.name = name
  noteMark(collection, {
    shared: mark.shared,
    modes: { ...without(mark.modes), [kit.id]: modeId },
    names: { ...without(mark.names), [kit.id]: renames || noted === undefined ? name : noted },
  })
}

/** The id under which the collection is the kit's: its own, or the one from before. */
function ownEntry(
  collection: VariableCollection,
  mark: Mark,
  kit: KitRef,
  isPredecessor: IsPredecessor,
): string | null {
  if (mark.modes[kit.id] !== undefined) return kit.id
  const isBefore = (kitId: string): boolean =>
    isPredecessor(kitId, nameFor(collection, mark, kitId))
  return Object.keys(mark.modes).find(isBefore) ?? null
}

/** What a kit's collection, or its mode in a shared one, was called by this plugin, else is called. */
function nameFor(collection: VariableCollection, mark: Mark, kitId: string): string {
  return mark.names[kitId] ?? nameNow(collection, mark, mark.modes[kitId])
}

function nameNow(collection: VariableCollection, { shared }: Mark, modeId?: string): string {
  if (!shared) return collection.name
  return collection.modes.find((mode) => mode.modeId === modeId)?.name ?? ''
}

function ownMode(
  collection: VariableCollection,
  kit: KitRef,
  isPredecessor: IsPredecessor,
): string | null {
  const mark = readMark(collection)
  const entry = mark ? ownEntry(collection, mark, kit, isPredecessor) : null
  const modeId = mark?.modes[entry ?? '']
  return modeId !== undefined && collection.modes.some((mode) => mode.modeId === modeId)
    ? modeId
    : null
}

function nameOf(kit: KitRef, { collection }: SyncOptions): string {
  return collection === 'shared' ? SHARED_NAME : modeName(kit)
}

function modeName(kit: KitRef): string {
  return nameSegment(kit.name) || 'Brand kit'
}

function readMark(collection: VariableCollection): Mark | null {
  const data = readNote(collection, MARK_KEY)
  const shared = data?.['shared']
  const modes = readTexts(data?.['modes'])
  if (typeof shared !== 'boolean' || !modes) return null
  return { shared, modes, names: readTexts(data?.['names']) ?? {} }
}

const readTexts = mapOf(text)

function noteMark(collection: VariableCollection, mark: Mark): void {
  writeNote(collection, MARK_KEY, mark)
}

function toFailure(error: unknown): Trouble {
  const limit = /Limited to (\d+) modes? only/.exec(String(error))?.[1]
  return limit === undefined
    ? refused('collection', '', error)
    : refused('mode-limit', limit, String(error))
}
