import { GROUPINGS, type ColorNaming } from '../../shared/color-name.ts'
import type { KitRef } from '../../shared/brand.ts'
import { DEFAULT_SYNC_OPTIONS, type LastSync, type SyncOptions } from '../../shared/sync.ts'
import { notedUnderPrefix, readNote, writeNote } from '../notes.ts'
import { membersOf, oneOf, plain, text } from '../read.ts'

/**
 * Kept in the file, so that everyone who syncs it syncs it alike. A kit that was never synced into it
 * goes the way of the one that was synced last.
 */
export function readLastSync(root: DocumentNode, kitId: string): LastSync {
  const own = readEntry(root, kitId)
  return own.at === null ? { at: null, options: optionsOfLatest(root) } : own
}

/** Ids of the kits that were synced into the file. */
export function syncedKits(root: DocumentNode): readonly string[] {
  return notedUnderPrefix(root, KEY_PREFIX)
}

/** What the kit was called when it was last synced; null where that was not noted. */
export function readKitName(root: DocumentNode, kitId: string): string | null {
  return plain(readNote(root, keyOf(kitId))?.['name']) ?? null
}

function readEntry(root: DocumentNode, kitId: string): LastSync {
  const data = readNote(root, keyOf(kitId))
  const at = text(data?.['at'])
  return {
    at: at !== undefined && isTime(at) ? at : null,
    options: readOptions(data?.['options']),
  }
}

/** As `toISOString` gives it, so that texts sort as times do. */
function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/.test(text) && !Number.isNaN(Date.parse(text))
}

function optionsOfLatest(root: DocumentNode): SyncOptions {
  let latest: LastSync | null = null
  for (const kitId of syncedKits(root)) {
    const entry = readEntry(root, kitId)
    if (entry.at !== null && entry.at > (latest?.at ?? '')) latest = entry
  }
  if (!latest) return DEFAULT_SYNC_OPTIONS
  const { options } = latest
  const { naming } = options
  // A prefix of one's own is the other kit's name, in a way.
  return naming.prefix.type === 'own'
    ? { ...options, naming: { ...naming, prefix: { type: 'kit' } } }
    : options
}

export function writeLastSync(
  root: DocumentNode,
  kit: KitRef,
  now: Date,
  options: SyncOptions,
): void {
  writeNote(root, keyOf(kit.id), { at: now.toISOString(), name: kit.name, options })
}

/** What is missing or damaged is as by default. */
function readOptions(data: unknown): SyncOptions {
  const { target, naming, collection } = membersOf(data)
  const { prefix, grouping } = membersOf(naming)
  const defaults = DEFAULT_SYNC_OPTIONS
  return {
    target: oneOf('styles', 'variables', 'both')(target) ?? defaults.target,
    naming: {
      prefix: readPrefix(prefix),
      grouping: oneOf(...GROUPINGS)(grouping) ?? defaults.naming.grouping,
    },
    collection: oneOf('own', 'shared')(collection) ?? defaults.collection,
  }
}

function readPrefix(data: unknown): ColorNaming['prefix'] {
  const prefix = membersOf(data)
  const type = prefix['type']
  const own = type === 'own' ? plain(prefix['text']) : undefined
  if (own !== undefined) return { type: 'own', text: own }
  return type === 'none' ? { type } : { type: 'kit' }
}

const KEY_PREFIX = 'synced-'

function keyOf(kitId: string): string {
  return KEY_PREFIX + kitId
}
