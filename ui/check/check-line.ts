import type { BrandKit } from '../../shared/brand.ts'
import { untilAborted } from '../../shared/cliquify/timing.ts'
import { fromJson, toJson } from '../../shared/json.ts'
import type { Client } from '../cliquify/client.ts'
import type { Plugin } from '../plugin.ts'
import { findingsOf } from './findings.ts'
import { scoreText } from './report.ts'
import { withoutIgnored } from './without-ignored.ts'

/** One line on how much of what is selected, or else of the page, is on brand; rejects with `Trouble`. */
export async function checkLine(
  client: Pick<Client, 'colors'>,
  plugin: Pick<Plugin, 'request'>,
  kit: BrandKit,
  signal: AbortSignal,
): Promise<string> {
  const { id, name } = kit
  const { items: colors } = await client.colors(kit, signal)
  const sync = toJson({ kit: { id, name }, colors })
  const looking = plugin.request('check:look', { sync, scope: null }, { signal })
  // A look that is cut short replies with what it has found so far.
  const look = fromJson(await untilAborted(looking, signal))
  const findings = withoutIgnored(findingsOf(look.found, colors), look.ignored)
  return `${name}: ${scoreText({ look, colors, findings })}`
}
