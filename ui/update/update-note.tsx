import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { PlacedAsset } from '../../shared/update.ts'
import { assetKey } from '../brand/asset-key.ts'
import type { Brand } from '../brand/brand.ts'
import { Button } from '../kit/button.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { IconClose } from '../kit/icons.tsx'
import { whyNotPlaceable } from '../placement/placeable.ts'
import type { Plugin } from '../plugin.ts'
import { isOutdated } from './outdated.ts'
import { outdatedText } from './update-texts.ts'
import '../kit/note.css'

export interface UpdateNoteProps {
  readonly brand: Brand
  readonly plugin: Plugin
  readonly onReview: () => void
}

/** Says how many placed assets of the page have newer versions, by what is known without asking. */
export function UpdateNote({ brand, plugin, onReview }: UpdateNoteProps): VNode | null {
  const [placed, setPlaced] = useState<readonly PlacedAsset[]>([])
  const [dismissed, setDismissed] = useState(false)
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
  const count = placed.length === 0 || dismissed ? 0 : countOutdated(placed, brand)
  if (count === 0) return null
  return (
    <div class="note" role="note">
      <p>{outdatedText(count)}</p>
      <Button onClick={onReview}>Review</Button>
      <IconButton label="Dismiss" onClick={() => setDismissed(true)}>
        <IconClose />
      </IconButton>
    </div>
  )
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
