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

/** "Last synced today at 14:05." Empty before the first sync. `now` in milliseconds. */
export function lastSyncedText(iso: string | null, now: number): string {
  const time = iso === null ? NaN : Date.parse(iso)
  return Number.isNaN(time) ? '' : `Last synced ${momentText(time, now)}.`
}

/** What a plan that writes nothing by itself says; `now` in milliseconds. */
export function upToDateText(plan: SyncPlan, now: number): string {
  const count = (outcome: Outcome): number =>
    plan.rows.filter((row) => row.outcome === outcome).length
  const edited = count('edited')
  const removed = count('removed')
  const skipped = count('skipped')
  return sentences(
    'Everything is up to date.',
    edited > 0 && `${countOf(edited, 'color')} edited in Figma ${isOrAre(edited)} kept.`,
    removed > 0 && `${countOf(removed, 'color')} removed in Cliquify ${isOrAre(removed)} kept.`,
    skipped > 0 && `${countOf(skipped, 'color')} ${isOrAre(skipped)} skipped.`,
    lastSyncedText(plan.lastSyncedAt, now),
  )
}

/** "20 synced · today at 20:14"; empty where that is not known. */
export function syncedText(plan: SyncPlan | null, now: number): string {
  const time = Date.parse(plan?.lastSyncedAt ?? '')
  if (plan === null || Number.isNaN(time)) return ''
  const { length } = plan.rows.filter(({ outcome }) => outcome === 'unchanged')
  return `${length} synced · ${momentText(time, now)}`
}

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are'
}

const DID: readonly (readonly [SyncedColor['result'], string])[] = [
  ['created', 'created'],
  ['updated', 'updated'],
  ['renamed', 'renamed'],
  ['adopted', 'linked'],
  ['removed', 'deleted'],
  ['left-out', 'left out'],
  ['failed', 'failed'],
]

/** "Created 5 styles, updated 1." and how it ended; one sentence each. */
export function reportText(report: SyncReport, target: SyncTarget): string {
  const noun = target === 'both' ? 'color' : ITEMS[target]
  const done = counted(report.rows, (count, verb, first) =>
    first ? `${capital(verb)} ${countOf(count, noun)}` : `${verb} ${count}`,
  )
  const merged = mergedText(report.rows)
  return sentences(
    report.cancelled && 'Stopped before the end; sync again to go on.',
    done !== '' && `${done}.`,
    merged,
    done + merged === '' && !report.cancelled && 'Nothing was changed.',
    report.kept > 0 && `Kept ${report.kept} as in Figma.`,
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

/** What a sync without a window says: "Synced 3 brand colors: 1 created, 2 updated." */
export function quickText(report: SyncReport | null): string {
  if (report === null || report.rows.length === 0) return 'Cliquify colors are up to date.'
  const done = counted(report.rows, (count, verb) => `${count} ${verb}`)
  return `Synced ${countOf(report.rows.length, 'brand color')}: ${done}.`
}

/** "2 copies merged; 5 layers put on the original."; empty where none was. */
function mergedText(rows: readonly SyncedColor[]): string {
  const merged = rows.filter(({ result }) => result === 'merged')
  if (merged.length === 0) return ''
  const layers = merged.reduce((sum, row) => sum + (row.layers ?? 0), 0)
  const [copies, them] =
    merged.length === 1 ? ['1 copy', 'it'] : [`${merged.length} copies`, 'them']
  const used =
    layers === 0 ? `no layer used ${them}` : `${countOf(layers, 'layer')} put on the original`
  return `${copies} merged; ${used}.`
}

function counted(
  rows: readonly SyncedColor[],
  tell: (count: number, verb: string, first: boolean) => string,
): string {
  const texts: string[] = []
  for (const [result, verb] of DID) {
    const count = rows.filter((row) => row.result === result).length
    if (count > 0) texts.push(tell(count, verb, texts.length === 0))
  }
  return texts.join(', ')
}

function capital(verb: string): string {
  return verb.charAt(0).toUpperCase() + verb.slice(1)
}

const EDITORS: Record<Editor, string | null> = {
  figma: null,
  figjam: 'FigJam',
  slides: 'Figma Slides',
  buzz: 'Figma Buzz',
}

/** Why colors cannot be synced in this editor; null where they can. */
export function noStylesReason(editor: Editor): string | null {
  const name = EDITORS[editor]
  if (name === null) return null
  return `${name} has no color styles. Open a Figma design file to sync colors.`
}
