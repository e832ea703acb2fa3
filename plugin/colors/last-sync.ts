import type { ColorNaming } from '../../shared/color-name.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../shared/protocol.ts'
import { NAMESPACE } from '../namespace.ts'
import { isRecord, parseRecord } from '../read.ts'

/** When and how a kit was last synced into this file. */
export interface LastSync {
  /** ISO 8601 in UTC, or null before the first sync. */
  readonly at: string | null
  readonly options: SyncOptions
}

/** Kept in the file, so that everyone who syncs it syncs it alike. */
export function readLastSync(root: DocumentNode, kitId: string): LastSync {
  const text = root.getSharedPluginData(NAMESPACE, keyOf(kitId))
  const data = parseRecord(text)
  // The first version noted the time alone.
  const at = data === null ? text : data['at']
  return {
    at: typeof at === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? at : null,
    options: readOptions(data?.['options']),
  }
}

/** Null where it was never synced into this file. */
export function lastOptions(root: DocumentNode, kitId: string): SyncOptions | null {
  const { at, options } = readLastSync(root, kitId)
  return at === null ? null : options
}

export function writeLastSync(
  root: DocumentNode,
  kitId: string,
  now: Date,
  options: SyncOptions,
): void {
  const text = JSON.stringify({ at: now.toISOString(), options })
  root.setSharedPluginData(NAMESPACE, keyOf(kitId), text)
}

function readOptions(data: unknown): SyncOptions {
  if (!isRecord(data)) return DEFAULT_SYNC_OPTIONS
  const { target, naming, collection } = data
  return {
    target: target === 'variables' || target === 'both' ? target : DEFAULT_SYNC_OPTIONS.target,
    naming: readNaming(naming),
    collection: collection === 'shared' ? collection : DEFAULT_SYNC_OPTIONS.collection,
  }
}

function readNaming(data: unknown): ColorNaming {
  if (!isRecord(data)) return DEFAULT_SYNC_OPTIONS.naming
  const prefix = isRecord(data['prefix']) ? data['prefix'] : {}
  const text = prefix['text']
  return {
    prefix:
      prefix['type'] === 'own' && typeof text === 'string'
        ? { type: 'own', text }
        : { type: prefix['type'] === 'none' ? 'none' : 'kit' },
    grouping: data['grouping'] === 'flat' ? 'flat' : 'palette',
  }
}

function keyOf(kitId: string): string {
  return `synced-${kitId}`
}
