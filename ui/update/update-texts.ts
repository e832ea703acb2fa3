import type { UpdateScope } from '../../shared/update.ts'
import { countOf } from '../kit/count-of.ts'
import { sentences } from '../kit/sentences.ts'
import type { Option } from '../kit/select.tsx'
import { clockText } from '../../shared/moment.ts'
import { dayText } from '../browse/asset-texts.ts'
import type { CheckProgress } from './check-placed.ts'
import type { Comparison, Outdated } from './outdated.ts'
import type { LayerState } from './update-layers.ts'

export const SCOPES: readonly Option<UpdateScope>[] = [
  { value: 'selection', label: 'Selection' },
  { value: 'page', label: 'This page' },
  { value: 'document', label: 'Whole document' },
]

/** From which version to which: by day, with the time where the day is the same. */
export function versionChange({ asset, layer }: Outdated): string {
  const { incomplete, version } = layer.provenance
  if (incomplete === true) return 'Its file never arrived'
  const [from, to] = [dayText(version), dayText(asset.updatedAt)]
  // Anyone may have written into the layer's note.
  if (from === null || to === null) return 'The file was replaced'
  if (from !== to) return `${from} → ${to}`
  return `${from}, ${timeText(version)} → ${timeText(asset.updatedAt)}`
}

function timeText(time: string | null): string {
  return clockText(new Date(time ?? ''))
}

/** Which layer it is: its name where somebody gave it one of its own, and its page. */
export function placeText({ asset, layer }: Outdated): string {
  const { nodeName, pageName, provenance } = layer
  const isOwn = nodeName !== asset.name && nodeName !== provenance.name && nodeName !== ''
  return isOwn ? `${nodeName} · ${pageName}` : pageName
}

/** How far a check has come, in one sentence. */
export function checkingText(progress: CheckProgress | null): string {
  if (progress === null) return 'Looking for placed assets…'
  if (progress.step === 'comparing') {
    const listed = progress.listed > 0 ? `, ${progress.listed} read so far` : ''
    return `Comparing ${countOf(progress.layers, 'layer')} with Cliquify${listed}…`
  }
  const { pages, layers } = progress
  const page = Math.min(pages.done + 1, pages.total)
  return `Looking for placed assets on page ${page} of ${pages.total}: ${countOf(layers, 'layer')} so far…`
}

/** One sentence on what a check has found. */
export function checkSummary({ outdated, current }: Comparison): string {
  if (outdated.length > 0) return outdatedText(outdated.length)
  if (current.length === 0) return 'Nothing to update.'
  return `Everything is up to date: ${countOf(current.length, 'layer')} checked.`
}

/** How many layers are still to be updated. */
export function outdatedText(open: number): string {
  if (open === 0) return 'Nothing is left to update.'
  return `${countOf(open, 'layer')} ${open === 1 ? 'has' : 'have'} a newer version in Cliquify.`
}

/** One sentence on what an update of so many layers has done. */
export function updateSummary(ended: readonly LayerState[], total: number): string {
  const count = (status: LayerState['status']): number =>
    ended.filter((state) => state.status === status).length
  const [edited, failed] = [count('edited'), count('failed')]
  const left = total - ended.length
  return sentences(
    `${countOf(count('updated'), 'layer')} updated.`,
    edited > 0 && `${countOf(edited, 'layer')} edited by hand and left.`,
    failed > 0 && `${countOf(failed, 'layer')} could not be updated.`,
    left > 0 && `Cancelled, ${countOf(left, 'layer')} left.`,
  )
}

/** The names of layers, each once. */
export function layerNames(layers: readonly { readonly nodeName: string }[]): readonly string[] {
  return [...new Set(layers.map(({ nodeName }) => nodeName))]
}
