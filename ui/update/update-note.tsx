import { useEffect, useState } from 'preact/hooks'
import type { PlacedAsset } from '../../shared/update.ts'
import { assetKey } from '../brand/asset-key.ts'
import type { Brand } from '../brand/brand.ts'
import { whyNotPlaceable } from '../placement/placeable.ts'
import type { Plugin } from '../plugin.ts'
import type { Status } from '../status.ts'
import { isOutdated } from './outdated.ts'
import { outdatedText } from './update-texts.ts'

export interface UpdateNoteProps {
  readonly brand: Brand
  readonly plugin: Plugin
  readonly status: Pick<Status, 'stand'>
  /** Must stay the same. */
  readonly onReview: () => void
}

/** Has the status say how many placed assets of the page have newer versions, by what is known without asking. */
export function UpdateNote({ brand, plugin, status, onReview }: UpdateNoteProps): null {
  const [placed, setPlaced] = useState<readonly PlacedAsset[]>([])
  useEffect(() => {
    const ending = new AbortController()
    plugin.request('placement:list', 'page', { signal: ending.signal }).then(
      ({ layers }) => {
        if (!ending.signal.aborted) setPlaced(layers)
      },
      // Nobody has asked for it; who does is told.
      () => undefined,
    )
    return () => ending.abort()
  }, [plugin])
  const count = countOutdated(placed, brand)
  useEffect(() => {
    if (count === 0) return
    status.stand({
      message: outdatedText(count),
      action: { label: 'Review', run: onReview },
    })
    return () => status.stand(null)
  }, [status, count, onReview])
  return null
}

/** Follows the lists as they arrive. */
function countOutdated(placed: readonly PlacedAsset[], brand: Brand): number {
  const lists = [
    brand.assets,
    brand.templates,
    ...brand.kits.state.value.items.map((kit) => brand.logos(kit)),
  ]
  lists.forEach(({ state }) => state.value)
  return placed.filter(({ provenance, locked }) => {
    const { kind, kitId, assetId } = provenance
    const asset = brand.asset(assetKey({ kind, kitId, id: assetId }))
    if (locked || asset === null || whyNotPlaceable(asset) !== null) return false
    return isOutdated(provenance, asset)
  }).length
}
