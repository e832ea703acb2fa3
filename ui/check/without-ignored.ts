import type { Ignored } from '../../shared/check.ts'
import type { AssetFinding } from './asset-findings.ts'
import type { Finding } from './findings.ts'

/** Without what somebody has said is fine. */
export function withoutIgnored<Of extends Finding | AssetFinding>(
  findings: readonly Of[],
  ignored: readonly Ignored[],
): readonly Of[] {
  const all = new Set(ignored.map(({ what }) => what))
  return findings.flatMap((each) => {
    if (all.has(each.key) || all.has(each.kind)) return []
    const layers = each.layers.filter((id) => !all.has(id))
    return layers.length > 0 ? { ...each, layers } : []
  })
}
