import { ChannelError, type Job } from '../../shared/channel.ts'
import {
  type ColorApply,
  type ColorSync,
  type KitRef,
  type MergeReport,
  type PlannedColor,
  type Progress,
  type SyncPlan,
  type SyncReport,
} from '../../shared/protocol.ts'
import { applyPlan, type RowWriter } from './apply.ts'
import { findHome, ensureHome } from './collections.ts'
import { readColors, type ColorReader, type ReadColors } from './read-colors.ts'
import { readLastSync, writeLastSync } from './last-sync.ts'
import { mergeCopies, type CopyHost } from './merge-copies.ts'
import { planColors, type PlanRow } from './plan-colors.ts'
import { createStyleWriter, type StyleHost } from './style-writer.ts'
import { dropTwins } from './twins.ts'
import { createVariableWriter, type VariableWriter } from './variable-writer.ts'

/** The part of Figma that a sync of colors works on. */
export type ColorHost = StyleHost &
  ColorReader &
  CopyHost &
  Pick<PluginAPI, 'commitUndo' | 'saveVersionHistoryAsync'>

export interface ColorRoom {
  plan(sync: ColorSync): Promise<SyncPlan>
  /** Plans again on the file as it is now, and writes; one call at a time. */
  apply(sync: ColorApply, job: Job<Progress>): Promise<SyncReport>
  /** Puts the layers of copied styles back on the originals. */
  merge(
    merge: { readonly kit: KitRef; readonly copies: readonly string[] },
    job: Job<Progress>,
  ): Promise<MergeReport>
}

export function createColorRoom(figma: ColorHost): ColorRoom {
  let last: Promise<unknown> = Promise.resolve()
  // Two syncs that ran together would each create what the other is creating.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(work)
    last = run.catch(() => undefined)
    return run
  }
  return {
    plan: (sync) => plan(figma, sync),
    apply: (sync, job) => inTurn(() => apply(figma, sync, job)),
    merge: ({ kit, copies }, job) => inTurn(() => mergeCopies(figma, kit, copies, job)),
  }
}

async function plan(figma: ColorHost, sync: ColorSync): Promise<SyncPlan> {
  const { rows, read } = await planNow(figma, sync)
  return { rows: rows.map(toPlanned), options: read.options, lastSyncedAt: read.lastSyncedAt }
}

async function apply(figma: ColorHost, sync: ColorApply, job: Job<Progress>): Promise<SyncReport> {
  const { rows, read } = await planNow(figma, sync)
  const created = new Map<string, PaintStyle>()
  const applied = await applyPlan(rows, sync.decisions, job, async (written) => {
    // One sync is one undo step of its own, and none when there is nothing to write.
    figma.commitUndo()
    if (sync.saveVersion === true) await saveVersion(figma, sync.kit)
    return createWriter(figma, sync.kit, read, written, created)
  })
  if (applied.wrote) {
    try {
      if (created.size > 0) await dropTwins(figma, sync.kit.id, read.styles, created)
      writeLastSync(figma.root, sync.kit.id, new Date(), read.options)
    } catch {
      // The colors are in the file: that their time is not noted must not hide the report.
    }
    figma.commitUndo()
  }
  return applied.report
}

interface PlannedNow {
  readonly rows: readonly PlanRow[]
  readonly read: ReadColors & { readonly lastSyncedAt: string | null }
}

async function planNow(figma: ColorHost, sync: ColorSync): Promise<PlannedNow> {
  if (figma.editorType !== 'figma') {
    throw new ChannelError({
      code: 'wrong-editor',
      message: 'Color styles exist in Figma Design only. Open a design file to sync colors.',
      details: `editorType is ${figma.editorType}`,
    })
  }
  const last = readLastSync(figma.root, sync.kit.id)
  const options = sync.options ?? last.options
  const read = await readColors(figma, sync.kit, options)
  const rows = planColors({ ...sync, options }, options.target, read.items)
  return { rows, read: { ...read, lastSyncedAt: last.at } }
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

async function createWriter(
  figma: ColorHost,
  kit: KitRef,
  read: ReadColors,
  rows: readonly PlanRow[],
  created: Map<string, PaintStyle>,
): Promise<RowWriter> {
  const { options, profile } = read
  const styles = createStyleWriter(figma, read.styles, profile, (style, identity) =>
    created.set(identity, style),
  )
  let variables: VariableWriter | null = null
  if (rows.some(({ parts }) => parts.some(needsHome))) {
    const all = await figma.variables.getLocalVariableCollectionsAsync()
    const home = ensureHome(figma, findHome(all, kit, options), kit, options)
    variables = createVariableWriter({
      ...{ figma, ...home, kitId: kit.id, profile, variables: read.variables },
      renamed: new Set(rows.flatMap(({ parts }) => parts.flatMap(renamedId))),
    })
  }
  return {
    write({ parts }) {
      let variable: Variable | null = null
      for (const part of parts) {
        if (part.kind === 'variable') variable = variables?.write(part) ?? null
        else if (part.outcome !== 'unchanged' && part.outcome !== 'skipped') {
          styles.write(part, variable)
        }
      }
    },
    takeDisplaced: () => variables?.takeDisplaced() ?? null,
  }
}

type Part = PlanRow['parts'][number]

function needsHome({ kind, outcome }: Part): boolean {
  return kind === 'variable' && outcome !== 'skipped'
}

function renamedId({ kind, itemId, link, before }: Part): readonly string[] {
  const renamed = kind === 'variable' && link !== null && link.name !== before?.name
  return renamed && itemId !== null ? [itemId] : []
}

function toPlanned({ key, outcome, before, after, reason, copyOf }: PlanRow): PlannedColor {
  const row = { key, outcome, before, after, reason }
  return copyOf === undefined ? row : { ...row, copyOf }
}
