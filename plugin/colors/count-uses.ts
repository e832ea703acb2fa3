import type { Job } from '../../shared/channel.ts'
import type { SyncRequest } from '../../shared/sync.ts'
import { loadAllPages } from '../layer.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { boundIds, layerParts } from './parts.ts'
import { planNow } from './plan-now.ts'
import type { ColorReader } from './read-file.ts'
import { walk } from './variable-uses.ts'

/** How many layers on all pages use what Cliquify no longer has, by the keys of the `removed` rows. */
export async function countUses(
  figma: ColorReader & Pick<PluginAPI, 'loadAllPagesAsync'>,
  sync: SyncRequest,
  job: Pick<Job<never>, 'cancelled'>,
): Promise<Readonly<Record<string, number>>> {
  const uses: Record<string, number> = {}
  const keys = new Map<string, string>()
  for (const { key, outcome, style, variable } of (await planNow(figma, sync)).rows) {
    if (outcome !== 'removed') continue
    uses[key] = 0
    for (const item of [style, variable]) if (item?.before) keys.set(item.before.id, key)
  }
  await loadAllPages(figma)
  for (const node of walk(figma.root.children)) {
    await yieldIfDue()
    if (job.cancelled) break
    if (node.removed) continue
    const ids = layerParts(node).flatMap((part) => [part.styleId, ...boundIds(part)])
    for (const key of new Set(ids.map((id) => keys.get(id)))) {
      if (key !== undefined) uses[key] = (uses[key] ?? 0) + 1
    }
  }
  return uses
}
