import { nameSegment } from '../../shared/color-name.ts'
import type { KitRef, SyncOptions } from '../../shared/protocol.ts'
import { Trouble } from '../../shared/trouble.ts'
import { NAMESPACE } from '../namespace.ts'
import { isRecord, parseNote } from '../read.ts'

const MARK_KEY = 'collection'
const SHARED_NAME = 'Brand colors'

/** What a collection of this plugin carries: whether kits share it, and which mode is whose. */
interface Mark {
  readonly shared: boolean
  /** Ids of modes by ids of kits. */
  readonly modes: Readonly<Record<string, string>>
}

/** Where a kit's variables are; more than one collection only where one was copied. */
export interface KitCollections {
  /** Those that are the kit's, the one that is written to first. */
  readonly collections: readonly VariableCollection[]
  readonly modeOf: (collection: VariableCollection) => string
}

/** The mode of another kit that shares the collection. */
export interface OtherMode {
  readonly kitId: string
  readonly modeId: string
}

export function otherModes(collection: VariableCollection, kit: KitRef): readonly OtherMode[] {
  return Object.entries(readMark(collection)?.modes ?? {}).flatMap(([kitId, modeId]) =>
    kitId === kit.id ? [] : [{ kitId, modeId }],
  )
}

/** Linked collections first; one that a person made under the same name where there are none. */
export function findCollections(
  all: readonly VariableCollection[],
  kit: KitRef,
  options: SyncOptions,
): KitCollections {
  const shared = options.collection === 'shared'
  const local = all.filter(({ remote }) => !remote)
  const marks = new Map(local.map((each) => [each.id, readMark(each)]))
  const linked = local.filter(({ id }) => {
    const mark = marks.get(id)
    return mark?.shared === shared && (shared || mark.modes[kit.id] !== undefined)
  })
  const name = nameOf(kit, options)
  const namesake = local.find((each) => marks.get(each.id) === null && each.name === name)
  return {
    collections: linked.length > 0 || namesake === undefined ? linked : [namesake],
    modeOf: (collection) => ownMode(collection, kit) ?? collection.defaultModeId,
  }
}

/** Where a kit's new variables are made. */
export interface TargetCollection {
  readonly collection: VariableCollection
  readonly modeId: string
  /** Whether it was made for this sync. */
  readonly isNew: boolean
}

/** The kit's collection and mode, made where there are none; throws with nothing written. */
export function ensureCollection(
  figma: Pick<PluginAPI, 'variables'>,
  { collections }: KitCollections,
  kit: KitRef,
  options: SyncOptions,
): TargetCollection {
  const [found] = collections
  let made: VariableCollection | null = null
  try {
    const collection =
      found ?? (made = figma.variables.createVariableCollection(nameOf(kit, options)))
    return { collection, modeId: ensureMode(collection, kit, options), isNew: made !== null }
  } catch (error) {
    made?.remove()
    throw toFailure(error)
  }
}

function ensureMode(
  collection: VariableCollection,
  kit: KitRef,
  { collection: kind }: SyncOptions,
): string {
  const mark = readMark(collection)
  const own = mark === null ? null : ownMode(collection, kit)
  if (own !== null) return own
  const others = Object.keys(mark?.modes ?? {}).length > 0
  const shared = kind === 'shared'
  const added = shared && others
  const modeId = added ? collection.addMode(modeName(kit)) : collection.defaultModeId
  const next: Mark = { shared, modes: { ...mark?.modes, [kit.id]: modeId } }
  try {
    if (shared && !added) collection.renameMode(modeId, modeName(kit))
    collection.setSharedPluginData(NAMESPACE, MARK_KEY, JSON.stringify(next))
  } catch (error) {
    if (added) collection.removeMode(modeId)
    throw error
  }
  return modeId
}

function ownMode(collection: VariableCollection, kit: KitRef): string | null {
  const modeId = readMark(collection)?.modes[kit.id]
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
  const data = parseNote(collection.getSharedPluginData(NAMESPACE, MARK_KEY))
  if (data === null || typeof data['shared'] !== 'boolean' || !isRecord(data['modes'])) return null
  const modes: Record<string, string> = {}
  for (const [kitId, modeId] of Object.entries(data['modes'])) {
    if (typeof modeId === 'string') modes[kitId] = modeId
  }
  return { shared: data['shared'], modes }
}

function toFailure(error: unknown): Trouble {
  const limit = /Limited to (\d+) modes? only/.exec(String(error))?.[1]
  if (limit !== undefined) {
    const modes = limit === '1' ? 'one mode' : `${limit} modes`
    return new Trouble({
      kind: 'mode-limit',
      message: `Your Figma plan allows ${modes} in a collection. Give this kit a collection of its own instead.`,
      action: 'none',
      details: String(error),
    })
  }
  return new Trouble({
    kind: 'collection',
    message: 'Figma could not make the variable collection, so nothing was changed. Try again.',
    details: String(error),
  })
}
