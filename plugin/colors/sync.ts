import { ChannelError, type Job } from '../../shared/channel.ts'
import type { InPieces } from '../../shared/json.ts'
import type {
  ColorApply,
  ColorState,
  ColorSync,
  KitRef,
  MergeReport,
  PlannedColor,
  Progress,
  SyncPlan,
  SyncReport,
  SyncTarget,
} from '../../shared/protocol.ts'
import { inSlices } from '../pace.ts'
import { readPieces, toPieces } from '../pieces.ts'
import { applyPlan } from './apply.ts'
import { identifyColors } from './identity.ts'
import { readColors, type ColorReader, type ColorFile } from './read-colors.ts'
import { readLastSync, writeLastSync } from './last-sync.ts'
import { mergeCopies } from './merge-copies.ts'
import type { CopyHost } from './merge-variables.ts'
import { planColors, type PlanRow } from './plan-colors.ts'
import type { StyleHost } from './style-writer.ts'
import { createSyncWriter } from './sync-writer.ts'
import { dropTwins, type Created } from './twins.ts'

/** The part of Figma that a sync of colors works on. */
export type ColorHost = StyleHost &
  ColorReader &
  CopyHost &
  Pick<PluginAPI, 'commitUndo' | 'saveVersionHistoryAsync'>

type SyncInPieces = InPieces<ColorSync, 'colors'>

export interface ColorRoom {
  plan(sync: SyncInPieces): Promise<InPieces<SyncPlan, 'rows'>>
  /** Plans again on the file as it is now, and writes. */
  apply(
    sync: InPieces<ColorApply, 'colors'>,
    job: Job<Progress>,
  ): Promise<InPieces<SyncReport, 'rows'>>
  /** Puts the layers of copied styles back on the originals. */
  merge(
    merge: { readonly kit: KitRef; readonly copies: readonly string[] },
    job: Job<Progress>,
  ): Promise<MergeReport>
}

export function createColorRoom(figma: ColorHost): ColorRoom {
  return {
    plan: (sync) => plan(figma, sync),
    apply: (sync, job) => apply(figma, sync, job),
    merge: ({ kit, copies }, job) => mergeCopies(figma, kit, copies, job),
  }
}

async function plan(figma: ColorHost, sync: SyncInPieces): Promise<InPieces<SyncPlan, 'rows'>> {
  const { rows, file, lastSyncedAt } = await planNow(figma, sync)
  return { rows: await toPieces(plannedColors(rows)), options: file.options, lastSyncedAt }
}

async function apply(
  figma: ColorHost,
  sync: InPieces<ColorApply, 'colors'>,
  job: Job<Progress>,
): Promise<InPieces<SyncReport, 'rows'>> {
  const { rows, file } = await planNow(figma, sync)
  const created: Created = { styles: new Map(), variables: new Map(), collection: null }
  const { report, wrote } = await applyPlan(rows, sync.decisions, job, async (written) => {
    if (sync.saveVersion === true) await saveVersion(figma, sync.kit)
    return createSyncWriter(figma, sync.kit, file, written, created)
  })
  if (wrote) {
    try {
      await dropTwins(figma, sync.kit, file, created)
      writeLastSync(figma.root, sync.kit.id, new Date(), file.options)
    } catch {
      // The colors are in the file: that their time is not noted must not hide the report.
    }
  }
  return { ...report, rows: await toPieces(report.rows) }
}

interface PlannedNow {
  /** To be taken once. */
  readonly rows: Iterable<PlanRow>
  readonly file: ColorFile
  readonly lastSyncedAt: string | null
}

async function planNow(figma: ColorHost, sync: SyncInPieces): Promise<PlannedNow> {
  if (figma.editorType !== 'figma') {
    throw new ChannelError({
      code: 'wrong-editor',
      message: 'Color styles exist in Figma Design only. Open a design file to sync colors.',
      details: `editorType is ${figma.editorType}`,
    })
  }
  const last = readLastSync(figma.root, sync.kit.id)
  const options = sync.options ?? last.options
  const colors = await inSlices(identifyColors(await readPieces(sync.colors)))
  const { items, file } = await readColors(figma, sync.kit, options, colors.identities.keys())
  const rows = await inSlices(planColors(sync.kit, options, colors, items))
  return { rows, file, lastSyncedAt: last.at }
}

async function saveVersion(figma: ColorHost, kit: KitRef): Promise<void> {
  try {
    await figma.saveVersionHistoryAsync(`Before syncing ${kit.name} from Cliquify`)
    figma.commitUndo()
  } catch (error) {
    throw new ChannelError({
      code: 'version',
      message:
        'Figma could not save a version, so nothing was changed. Sync without a version, or try again.',
      details: String(error),
    })
  }
}

/** What crosses to the window. */
function* plannedColors(rows: Iterable<PlanRow>): Iterable<PlannedColor> {
  for (const row of rows) {
    const { key, outcome, before, after, reason, copyOf } = row
    const color = { key, outcome, before: stateAlone(before), after: stateAlone(after), reason }
    if (outcome === 'removed') yield { ...color, deletes: thingsIn(row) }
    else yield copyOf === undefined ? color : { ...color, copyOf }
  }
}

function thingsIn({ style, variable }: PlanRow): SyncTarget {
  if (style === null) return 'variables'
  return variable === null ? 'styles' : 'both'
}

function stateAlone(state: ColorState | null): ColorState | null {
  if (state === null) return null
  const { name, value, gradient } = state
  return gradient === undefined ? { name, value } : { name, value, gradient }
}
