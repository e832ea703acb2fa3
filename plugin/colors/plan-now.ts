import type { SyncRequest } from '../../shared/sync.ts'
import { editorOf, isDesign } from '../editor-of.ts'
import { refused } from '../refused.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { findOptions } from './found-options.ts'
import { firstLinked, identifyColors } from './identity.ts'
import { readLastSync, syncedKits } from './last-sync.ts'
import { allShownIn } from './paints.ts'
import { openPredecessors } from './predecessors.ts'
import { planColors, type PlanRow } from './plan.ts'
import { readFile, type ColorFile, type ColorReader } from './read-file.ts'

export interface PlannedNow {
  readonly rows: readonly PlanRow[]
  /** Of the colors, in their order; undefined for what is listed a second time. */
  readonly identities: readonly (string | undefined)[]
  readonly file: ColorFile
  readonly lastSyncedAt: string | null
  readonly isMerged: boolean
}

/** What a sync would do on the file as it is now; throws `Trouble` kind `wrong-editor`. */
export async function planNow(figma: ColorReader, sync: SyncRequest): Promise<PlannedNow> {
  if (!isDesign(figma)) {
    throw refused('wrong-editor', '', editorOf(figma))
  }
  const { kit, otherKits = [], colors } = sync
  const isPredecessor = openPredecessors(figma.root, kit, otherKits)
  const last = readLastSync(figma.root, kit.id)
  const noted =
    last.at === null ? syncedKits(figma.root).find((kitId) => isPredecessor(kitId, '')) : kit.id
  const found =
    !sync.options && noted === undefined
      ? await findOptions(figma, kit, identifyColors(colors))
      : null
  const options = sync.options ?? found ?? readLastSync(figma.root, noted ?? kit.id).options
  const { items, file } = await readFile(figma, kit, options, isPredecessor)
  const synced = firstLinked(kit.id, [...items.styles.items, ...items.variables.items])
  await yieldIfDue()
  const shown = allShownIn(figma.root, colors)
  const identified = identifyColors(shown, synced)
  await yieldIfDue()
  const rows = await planColors(kit, options, identified, items)
  await yieldIfDue()
  const identities = shown.map((color) => identified.identities.get(color))
  const isMerged = last.at !== null && file.hasUnnoted
  return { rows, identities, file, lastSyncedAt: last.at, isMerged }
}
