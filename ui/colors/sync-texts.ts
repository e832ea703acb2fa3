import type { LibraryNews, MoveReport } from '../../shared/library.ts'
import type { Editor } from '../../shared/protocol.ts'
import type {
  Outcome,
  SyncedColor,
  SyncPlan,
  SyncReport,
  SyncTarget,
  ToPublish,
} from '../../shared/sync.ts'
import { countOf } from '../kit/count-of.ts'
import { sentences } from '../kit/sentences.ts'
import { momentText } from '../../shared/moment.ts'

/** What one color becomes, where it is spoken of. */
export const ITEMS: Record<SyncTarget, string> = {
  styles: 'style',
  variables: 'variable',
  both: 'style and variable',
}

/** What a plan that writes nothing by itself says. */
export function upToDateText({ rows }: SyncPlan): string {
  const count = (outcome: Outcome): number => rows.filter((row) => row.outcome === outcome).length
  const kept = count('edited') + count('removed')
  const skipped = count('skipped')
  return sentences(
    kept > 0 && keptText(kept),
    skipped > 0 && `${skipped} skipped.`,
    `Everything ${kept + skipped > 0 ? 'else ' : ''}is up to date.`,
  )
}

function keptText(count: number): string {
  return `${count} kept as in Figma.`
}

/** "20 synced · today at 20:14"; empty where that is not known. */
export function syncedText(plan: SyncPlan | null, now: number): string {
  const time = Date.parse(plan?.lastSyncedAt ?? '')
  if (plan === null || Number.isNaN(time)) return ''
  const { length } = plan.rows.filter(({ outcome }) => outcome === 'unchanged')
  return `${length} synced · ${momentText(time, now)}`
}

/** What must be seen comes first, as a narrow window shows no more. */
const DID: readonly (readonly [SyncedColor['result'], string])[] = [
  ['failed', 'failed'],
  ['created', 'created'],
  ['updated', 'updated'],
  ['renamed', 'renamed'],
  ['adopted', 'linked'],
  ['removed', 'deleted'],
  ['left-out', 'left out'],
  ['merged', 'merged'],
]

/** "1 kept as in Figma. 5 styles created, 1 updated." and how it ended; one sentence each. */
export function reportText(report: SyncReport, target: SyncTarget): string {
  const { rows } = report
  const layers = rows.reduce((sum, row) => sum + (row.layers ?? 0), 0)
  return sentences(
    report.cancelled && 'Stopped before the end; sync again to go on.',
    report.kept > 0 && keptText(report.kept),
    didText(rows, target === 'both' ? 'color' : ITEMS[target]),
    layers > 0 && `${countOf(layers, 'layer')} put on the original.`,
    rows.length === 0 && !report.cancelled && 'Nothing was changed.',
    report.unchanged > 0 && `${report.unchanged} unchanged.`,
    report.toPublish && publishText(report.toPublish),
  )
}

/** "12 layers put on colors of Brand library." and how it ended. */
export function moveText({ moved, locked, cancelled }: MoveReport, library: string): string {
  const layers = moved.reduce((sum, row) => sum + row.layers, 0)
  return sentences(
    cancelled && 'Stopped before the end.',
    `${countOf(layers, 'layer')} put on colors of ${library}.`,
    locked.length > 0 && `${countOf(locked.length, 'locked layer')} left unchanged.`,
  )
}

/** What is new in a library, and how its changes come into the file. */
export function newsText({ added, changed }: LibraryNews, library: string): string {
  const news = [
    added > 0 ? countOf(added, 'new color') : [],
    changed > 0 ? `${countOf(changed, 'color')} changed` : [],
  ].flat()
  const how = changed > 0 ? ' Take its updates in Figma.' : ''
  return `${library}: ${news.join(', ')}.${how}`
}

/** What is left to do in a library's own file; empty where nothing is. */
function publishText({ changed, added, removed }: ToPublish): string {
  const counts = Object.entries({ changed, new: added, removed })
  const some = counts.flatMap(([what, count]) => (count > 0 ? `${count} ${what}` : []))
  return some.length === 0 ? '' : `To publish in Figma’s Libraries: ${some.join(', ')}.`
}

/** What a sync without a window says: "1 brand color created, 2 updated." */
export function quickText(report: SyncReport | null): string {
  return didText(report?.rows ?? [], 'brand color') || 'Cliquify colors are up to date.'
}

/** Empty where nothing was touched. */
function didText(rows: readonly SyncedColor[], noun: string): string {
  const counts = DID.flatMap(([result, verb]) => {
    const count = rows.filter((row) => row.result === result).length
    return count > 0 ? [{ count, verb }] : []
  })
  const texts = counts.map(({ count, verb }, index) =>
    index === 0 ? `${countOf(count, noun)} ${verb}` : `${count} ${verb}`,
  )
  return texts.length === 0 ? '' : `${texts.join(', ')}.`
}

/** Why colors cannot be synced in this editor; null where they can. */
export function noStylesReason(editor: Editor): string | null {
  if (editor === 'figma') return null
  return 'This editor has no color styles. Open a Figma design file to sync colors.'
}
