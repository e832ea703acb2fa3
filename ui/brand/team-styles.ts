import { redactor } from '../../shared/cliquify/redact.ts'
import { statusOf, type Reply } from '../../shared/cliquify/reply.ts'
import { isRecord, own } from '../../shared/cliquify/value.ts'
import type { NotedStyles } from '../../shared/published-styles.ts'
import { fetchReply } from '../cliquify/fetch-reply.ts'
import type { Plugin } from '../plugin.ts'

/** Colors are marked once it has answered. */
const TIMEOUT_MS = 5_000

/** What a team's relay is asked with. */
export interface TeamAccess {
  /** Of the relay, without a trailing slash. */
  readonly origin: string
  readonly token: string
}

/**
 * Exchanges with the team's relay where styles of a kit are published: this device learns of those
 * that were synced elsewhere, and the team of its own. Rejects with `Trouble`.
 */
export async function exchangeStyles(
  { origin, token }: TeamAccess,
  plugin: Pick<Plugin, 'request'>,
  kitId: string,
): Promise<void> {
  const path = `/libraries/${encodeURIComponent(kitId)}`
  const ask = (init: RequestInit): Promise<Reply> =>
    fetchReply({
      call: { type: 'api', what: 'your libraries', line: `${init.method} ${path}` },
      url: origin + path,
      init: { ...init, headers: { Authorization: `Bearer ${token}` }, cache: 'no-store' },
      timeoutMs: TIMEOUT_MS,
      signal: new AbortController().signal,
      redact: redactor(() => [token]),
      asksWhy: false,
    })

  const reply = await ask({ method: 'GET' })
  // A relay of before has no such route.
  if (statusOf(reply) !== 200) return
  const ofTeam = stylesIn(reply.body)
  const known = await plugin.request('styles:noted', kitId)
  for (const styles of newer(ofTeam, known)) await plugin.request('styles:note', { kitId, styles })
  for (const styles of newer(known, ofTeam)) {
    await ask({ method: 'POST', body: JSON.stringify(styles) })
  }
}

/** Those that the others lack, or have as they were before; the oldest first. */
function newer(
  styles: readonly NotedStyles[],
  others: readonly NotedStyles[],
): readonly NotedStyles[] {
  return styles
    .filter(({ library, at }) => !others.some((each) => each.library === library && each.at >= at))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** What is damaged is left out where it is read from the device. */
function stylesIn(body: unknown): readonly NotedStyles[] {
  const list = isRecord(body) ? own(body, 'libraries') : undefined
  return Array.isArray(list) ? list.filter(isNoted) : []
}

function isNoted(value: unknown): value is NotedStyles {
  if (!isRecord(value) || !isRecord(own(value, 'keys'))) return false
  return typeof own(value, 'library') === 'string' && typeof own(value, 'at') === 'string'
}
