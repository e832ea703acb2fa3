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

/** What a channel is called in the list: with its unique name where others have its name, too. */
export function channelLabel(
  { name, uniqueName }: ReviewChannel,
  all: readonly ReviewChannel[],
): string {
  const isShared = all.some((other) => other.name === name && other.uniqueName !== uniqueName)
  return isShared ? `#${name} (${uniqueName})` : `#${name}`
}

/** The one that is called so, with or without `#`; null where there is none. */
export function channelNamed(typed: string, all: readonly ReviewChannel[]): ReviewChannel | null {
  const wanted = withoutSign(typed)
  return all.find((channel) => withoutSign(channelLabel(channel, all)) === wanted) ?? null
}

function withoutSign(text: string): string {
  return fold(text.trim().replace(/^#/, ''))
}
