import type { BrandAsset } from '../../shared/brand.ts'
import { takeTurns } from '../../shared/in-turn.ts'
import type { QuickItem } from '../../shared/saved-brand.ts'
import { thumbnailOf } from '../browse/grid/pictures.ts'
import { withoutSignature } from '../placement/provenance.ts'
import { assetKey } from './asset-key.ts'

/** At about 2.5 kB each, and never more than 17, a small part of what may be kept on the device. */
export const MOST_ICONS = 60

/** The pictures that quick insert shows; those of some logos were drawn in a window. */
export interface Icons {
  of(asset: BrandAsset): Pick<QuickItem, 'iconUrl' | 'icon'>
  /**
   * Draws those that these logos lack, as many as are kept, one after the other, so that nothing
   * that a person waits for is held up. What `draw` rejects is not tried again in this window.
   */
  drawFor(logos: readonly BrandAsset[], draw: (url: string) => Promise<Uint8Array>): Promise<void>
  readonly clear: () => void
}

export interface IconsOptions {
  /** The items of the last window; what was drawn of others is let go. */
  readonly saved: readonly QuickItem[]
  /** The manifest's domains: from others Figma may show no picture. */
  readonly domains: readonly string[]
  readonly onDrawn: () => void
}

export function openIcons({ saved, domains, onDrawn }: IconsOptions): Icons {
  /** By `idOf`; null where it could not be drawn. */
  const drawn = new Map<string, Uint8Array | null>()
  for (const { key, iconUrl, icon } of saved) if (icon !== null) drawn.set(idOf(key, iconUrl), icon)
  const inTurn = takeTurns()

  function of(asset: BrandAsset): Pick<QuickItem, 'iconUrl' | 'icon'> {
    const iconUrl = thumbnailOf(asset, domains)
    return { iconUrl, icon: drawn.get(idOf(assetKey(asset), iconUrl)) ?? null }
  }

  return {
    of,
    drawFor: (logos, draw) =>
      inTurn(async () => {
        for (const logo of logos) {
          const { iconUrl } = of(logo)
          const id = idOf(assetKey(logo), iconUrl)
          if (iconUrl === null || drawn.has(id) || drawn.size >= MOST_ICONS) continue
          const icon = await draw(iconUrl).catch(() => null)
          drawn.set(id, icon)
          if (icon !== null) onDrawn()
        }
      }),
    clear: () => drawn.clear(),
  }
}

/** An asset with another picture is another one; one whose address was signed anew is not. */
function idOf(key: string, url: string | null): string {
  return key + withoutSignature(url ?? '')
}
