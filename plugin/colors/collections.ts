import { nameSegment } from '../../shared/color-name.ts'
import type { KitRef } from '../../shared/brand.ts'
import type { SyncOptions } from '../../shared/sync.ts'
import type { Trouble } from '../../shared/trouble.ts'
import { ifAble } from '../if-able.ts'
import { readNote, writeNote } from '../notes.ts'
import { refused } from '../refused.ts'
import { mapOf, text } from '../read.ts'
import type { IsPredecessor } from './predecessors.ts'
import { writeOrTakeBack } from './take-back.ts'

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
  /** The modes of the other kits that share the collection. */
  readonly othersIn: (collection: VariableCollection) => readonly KitMode[]
  /**
   * Where the kit's new variables are made: its collection and mode, made where there are none, and
   * called as the kit is now where nobody else has renamed them; throws with nothing written.
   */
  readonly ensure: () => VariableCollection
}

/** The mode of a kit in a collection. */
export interface KitMode {
  readonly kitId: string
  readonly modeId: string
}

/** The local collection that is a kit's, by its own mark; null where there is none. */
export async function homeOf(
  figma: CollectionHost,
  kit: KitRef,
): Promise<{ readonly isShared: boolean } | null> {
  for (const collection of await localCollections(figma)) {
    const mark = readMark(collection)
    if (mark?.modes[kit.id] !== undefined) return { isShared: mark.shared }
  }
  return null
}

/** Ids of the modes that are kits' own; any other one was added by a person. */
export function kitModesIn(collection: VariableCollection): readonly string[] {
  const mark = readMark(collection)
  return mark ? Object.values(mark.modes) : [collection.defaultModeId]
}

/**
 * Linked collections first; one that a person made under the same name where there are none. Those that
 * extend another one are nobody's home: their variables are that one's.
 */
export async function findCollections(
  figma: CollectionHost,
  kit: KitRef,
  options: SyncOptions,
  isPredecessor: IsPredecessor,
): Promise<KitCollections> {
  const isShared = options.collection === 'shared'
  /** Of the kit's own collection, or of its mode in a shared one. */
  const ownName = nameSegment(kit.name) || 'Brand kit'
  const name = isShared ? SHARED_NAME : ownName
  const local = await localCollections(figma)
  const linked = local.filter((each) => {
    const mark = readMark(each)
    return mark?.shared === isShared && (isShared || ownEntry(each, mark) !== null)
  })
  const namesake = local.find((each) => each.name === name && !readMark(each))
  const collections = linked.length > 0 || !namesake ? linked : [namesake]
  return {
    collections,
    modeOf: (collection) => ownMode(collection) ?? collection.defaultModeId,
    othersIn(collection) {
      const mark = readMark(collection)
      return Object.entries(mark?.modes ?? {}).flatMap(([kitId, modeId]) =>
        kitId === kit.id || (mark && isBefore(collection, mark, kitId)) ? [] : [{ kitId, modeId }],
      )
    },
    ensure() {
      let [collection] = collections
      try {
        collection ??= figma.variables.createVariableCollection(name)
        ensureMode(collection)
        return collection
      } catch (error) {
        if (!collections[0]) collection?.remove()
        throw toFailure(error)
      }
    },
  }

  function ensureMode(collection: VariableCollection): void {
    const mark = readMark(collection)
    const own = ownMode(collection)
    if (mark && own !== undefined) {
      keepUp(collection, mark, own)
      return
    }
    const isAdded = isShared && Object.keys(mark?.modes ?? {}).length > 0
    const modeId = isAdded ? collection.addMode(ownName) : collection.defaultModeId
    writeOrTakeBack(
      () => {
        if (isShared && !isAdded) collection.renameMode(modeId, ownName)
        noteMode(collection, mark, modeId, ownName)
      },
      () => {
        if (isAdded) collection.removeMode(modeId)
      },
    )
  }

  /** Writes only where the kit was renamed, or was another one before. */
  function keepUp(collection: VariableCollection, mark: Mark, modeId: string): void {
    const before = ownEntry(collection, mark) ?? kit.id
    const noted = mark.names[before]
    const renames = noted === nameNow(collection, modeId) && noted !== ownName
    if (before === kit.id && !renames) return
    if (renames && isShared) collection.renameMode(modeId, ownName)
    else if (renames) collection.name = ownName
    noteMode(collection, mark, modeId, renames || noted === undefined ? ownName : noted, before)
  }

  /** Notes the kit's mode, and what its name is by this plugin; in the place of what it was `before`. */
  function noteMode(
    collection: VariableCollection,
    mark: Mark | null,
    modeId: string,
    noted: string,
    before = kit.id,
  ): void {
    const { [before]: _mode, ...modes } = mark?.modes ?? {}
    const { [before]: _name, ...names } = mark?.names ?? {}
    writeNote(collection, MARK_KEY, {
      shared: isShared,
      modes: { ...modes, [kit.id]: modeId },
      names: { ...names, [kit.id]: noted },
    })
  }

  /** The id under which the collection is the kit's: its own, or the one from before. */
  function ownEntry(collection: VariableCollection, mark: Mark): string | null {
    if (mark.modes[kit.id] !== undefined) return kit.id
    return Object.keys(mark.modes).find((kitId) => isBefore(collection, mark, kitId)) ?? null
  }

  /** By what its collection, or its mode in a shared one, was called by this plugin, else is called. */
  function isBefore(
    collection: VariableCollection,
    { names, modes }: Mark,
    kitId: string,
  ): boolean {
    return isPredecessor(kitId, names[kitId] ?? nameNow(collection, modes[kitId]))
  }

  function nameNow(collection: VariableCollection, modeId: string | undefined): string {
    if (!isShared) return collection.name
    return modeIn(collection, modeId)?.name ?? ''
  }

  function ownMode(collection: VariableCollection): string | undefined {
    const mark = readMark(collection)
    const modeId = mark?.modes[ownEntry(collection, mark) ?? '']
    return modeIn(collection, modeId)?.modeId
  }
}

type CollectionHost = Pick<PluginAPI, 'variables'>

async function localCollections(figma: CollectionHost): Promise<readonly VariableCollection[]> {
  const all = (await ifAble(() => figma.variables.getLocalVariableCollectionsAsync())) ?? []
  return all.filter(({ remote, isExtension }) => !remote && !isExtension)
}

function modeIn(
  { modes }: VariableCollection,
  modeId: string | undefined,
): VariableCollection['modes'][number] | undefined {
  return modes.find((mode) => mode.modeId === modeId)
}

function readMark(collection: VariableCollection): Mark | null {
  const data = readNote(collection, MARK_KEY)
  const shared = data?.['shared']
  const modes = readTexts(data?.['modes'])
  if (typeof shared !== 'boolean' || !modes) return null
  return { shared, modes, names: readTexts(data?.['names']) ?? {} }
}

const readTexts = mapOf(text)

function toFailure(error: unknown): Trouble {
  const limit = /Limited to (\d+) modes? only/.exec(String(error))?.[1]
  return limit === undefined
    ? refused('collection', '', error)
    : refused('mode-limit', limit, String(error))
}
