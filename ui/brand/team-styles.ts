import { isRecord, own, type JsonRecord } from '../../shared/cliquify/value.ts'
import type { NotedStyles } from '../../shared/published-styles.ts'
import type { Plugin } from '../plugin.ts'
import { askRelay, type TeamAccess } from './ask-relay.ts'

/** Colors are marked once it has answered. */
const TIMEOUT_MS = 5_000

/**
 * Exchanges with the team's relay where styles of a kit are published: this device learns of those
 * that were synced elsewhere, and the team of its own. Rejects with `Trouble`.
 */
export async function exchangeStyles(
  access: TeamAccess,
  plugin: Pick<Plugin, 'request'>,
  kitId: string,
): Promise<void> {
  const path = `/libraries/${encodeURIComponent(kitId)}`
  const ask = (init: RequestInit): Promise<JsonRecord> =>
    askRelay(access, path, new AbortController().signal, TIMEOUT_MS, init)

  const ofTeam = stylesIn(await ask({}))
  const known = await plugin.request('styles:noted', kitId)
  for (const styles of newer(ofTeam, known)) await plugin.request('styles:note', { kitId, styles })
  for (const styles of newer(known, ofTeam)) {
    // What the relay does not take keeps nothing else from it.
    await ask({ method: 'POST', body: JSON.stringify(styles) }).catch(() => null)
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
function stylesIn(body: JsonRecord): readonly NotedStyles[] {
  const list = own(body, 'libraries')
  return Array.isArray(list) ? list.filter(isNoted) : []
}

function isNoted(value: unknown): value is NotedStyles {
  if (!isRecord(value) || !isRecord(own(value, 'keys'))) return false
  return typeof own(value, 'library') === 'string' && typeof own(value, 'at') === 'string'
}
