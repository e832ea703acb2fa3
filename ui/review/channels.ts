import { isRecord, own, type JsonRecord } from '../../shared/cliquify/value.ts'
import { fold } from '../../shared/fold.ts'
import type { ReviewChannel } from '../../shared/review.ts'

/** The channels in the relay's reply. */
export function channelsIn(reply: JsonRecord): readonly ReviewChannel[] {
  const list = own(reply, 'channels')
  return Array.isArray(list) ? list.filter(isChannel) : []
}

function isChannel(value: unknown): value is ReviewChannel {
  if (!isRecord(value)) return false
  return typeof own(value, 'uniqueName') === 'string' && typeof own(value, 'name') === 'string'
}

/** The one of this name, with or without `#`; null where there is none. */
export function channelNamed(typed: string, all: readonly ReviewChannel[]): ReviewChannel | null {
  const wanted = fold(typed.trim().replace(/^#/, ''))
  return all.find(({ name }) => fold(name) === wanted) ?? null
}
