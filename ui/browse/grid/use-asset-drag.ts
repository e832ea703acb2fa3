import { useRef } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { DROP_TYPE, type DropMetadata } from '../../../shared/protocol.ts'
import { followAlt } from '../../placement/held-alt.ts'
import type { Placer } from '../../placement/placer.ts'
import { isDrop, readRelease } from '../../placement/release.ts'
import { carryPicture } from './drag-picture.ts'

export interface AssetDrag {
  start(event: DragEvent, assets: readonly BrandAsset[], image: HTMLImageElement | null): void
  /** Says whether it was dropped on the canvas. */
  end(event: DragEvent): boolean
}

/** A drag of assets out of the window, onto Figma's canvas. */
export function useAssetDrag(placer: Placer): AssetDrag {
  const dragRef = useRef<string | null>(null)
  const altRef = useRef<((end: DragEvent) => boolean) | null>(null)
  return {
    start(event, assets, image) {
      const { dataTransfer } = event
      const [first] = assets
      if (dataTransfer === null || first === undefined) return
      dragRef.current = placer.startDrag(assets)
      altRef.current = followAlt(event)
      // Firefox starts no drag without data.
      dataTransfer.setData('text/plain', assets.map(({ name }) => name).join('\n'))
      dataTransfer.effectAllowed = 'copy'
      carryPicture(dataTransfer, image, first.name, assets.length)
    },
    end(event) {
      const reference = dragRef.current
      dragRef.current = null
      const altKey = altRef.current?.(event) ?? event.altKey
      altRef.current = null
      if (reference === null) return false
      if (!isDrop(readRelease(event))) {
        placer.cancelDrag(reference)
        return false
      }
      // A window without an origin cannot drop on Figma's canvas by itself; Figma does it on this
      // message (figma.com/plugin-docs/creating-ui, "Triggering drop events from the UI").
      const { clientX, clientY } = event
      const items = [{ type: DROP_TYPE, data: reference }]
      const dropMetadata: DropMetadata = { altKey }
      parent.postMessage({ pluginDrop: { clientX, clientY, items, dropMetadata } }, '*')
      return true
    },
  }
}
