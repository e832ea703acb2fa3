import type { PlacedAsset } from '../../shared/protocol.ts'
import type { Comparison, Outdated } from './outdated.ts'
import type { UpdateState } from './update-layers.ts'

/** "1 layer", "3 layers". */
export function layerCount(count: number): string {
  return count === 1 ? '1 layer' : `${count} layers`
}

/** From which version to which: by day, with the time where the day is the same. */
export function versionChange({ asset, layers }: Outdated): string {
  const oldest = layers
    .flatMap(({ provenance }) => provenance.version ?? [])
    .sort((one, other) => Date.parse(one) - Date.parse(other))[0]
  if (oldest === undefined || asset.updatedAt === null) return 'The file was replaced'
  const [from, to] = [new Date(oldest), new Date(asset.updatedAt)]
  const sameDay = from.toDateString() === to.toDateString()
  return `${dateText(from, sameDay)} → ${dateText(to, sameDay)}`
}

/** One sentence on what a check has found. */
export function checkSummary({ outdated, current }: Comparison): string {
  if (outdated.length === 0) {
    return current.length === 0
      ? 'Nothing to update.'
      : `Everything is up to date: ${layerCount(current.length)} checked.`
  }
  const assets = outdated.length === 1 ? '1 asset has' : `${outdated.length} assets have`
  return `${assets} a newer version in Cliquify.`
}

/** One sentence on what an update has done. */
export function updateSummary(states: readonly UpdateState[]): string {
  let updated = 0
  let left = 0
  for (const state of states) {
    if (state.status === 'failed') left += state.layers
    if (state.status === 'done') {
      updated += state.result.updated
      left += state.result.failed.length
    }
  }
  const done = `${layerCount(updated)} updated.`
  return left === 0 ? done : `${done} ${layerCount(left)} could not be updated.`
}

/** The names of layers, each once. */
export function layerNames(layers: readonly PlacedAsset[]): readonly string[] {
  return [...new Set(layers.map(({ nodeName }) => nodeName))]
}

function dateText(date: Date, withTime: boolean): string {
  return date.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(withTime ? { hour: '2-digit', minute: '2-digit' } : {}),
  })
}
