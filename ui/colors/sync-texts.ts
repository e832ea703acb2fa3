import type { Outcome, SyncedColor, SyncPlan, SyncReport } from '../../shared/protocol.ts'
import { countOf } from '../kit/count-of.ts'

/** "Last synced today at 14:05." Empty before the first sync. `now` in milliseconds. */
export function lastSyncedText(iso: string | null, now: number, locale?: string): string {
  const time = iso === null ? NaN : Date.parse(iso)
  if (Number.isNaN(time)) return ''
  const date = new Date(time)
  const clock = date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  if (date.toDateString() === new Date(now).toDateString()) return `Last synced today at ${clock}.`
  const day = date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  return `Last synced on ${day} at ${clock}.`
}

/** What a plan that writes nothing by itself says; `now` in milliseconds. */
export function upToDateText(plan: SyncPlan, now: number): string {
  const count = (outcome: Outcome): number =>
    plan.rows.filter((row) => row.outcome === outcome).length
  const edited = count('edited')
  const removed = count('removed')
  const skipped = count('skipped')
  return [
    'Everything is up to date.',
    edited > 0 && `${countOf(edited, 'color')} edited in Figma ${isOrAre(edited)} kept.`,
    removed > 0 && `${countOf(removed, 'color')} removed in Cliquify ${isOrAre(removed)} kept.`,
    skipped > 0 && `${countOf(skipped, 'color')} ${isOrAre(skipped)} skipped.`,
    lastSyncedText(plan.lastSyncedAt, now),
  ]
    .filter(Boolean)
    .join(' ')
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
  ['failed', 'failed'],
]

/** "Created 5, updated 1, failed 1." and how it ended; one sentence each. */
export function reportText(report: SyncReport, undoKeys: string): string {
  const counts = DID.map(([result, verb]) => {
    const count = report.rows.filter((row) => row.result === result).length
    return count === 0 ? null : `${verb} ${count}`
  }).filter((text) => text !== null)
  const done = counts.join(', ')
  const wrote = report.rows.some(({ result }) => result !== 'failed')
  return [
    report.cancelled && 'Stopped before the end; sync again to go on.',
    done !== '' && `${done.charAt(0).toUpperCase()}${done.slice(1)}.`,
    done === '' && !report.cancelled && 'Nothing was changed.',
    report.kept > 0 && `Kept ${report.kept} as in Figma.`,
    report.unchanged > 0 && `${report.unchanged} unchanged.`,
    wrote && `Undo with ${undoKeys}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
