import { useRef } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { DROP_TYPE, type DropMetadata } from '../../../shared/placement.ts'
import { followAlt } from '../../placement/held-alt.ts'
import type { Placer } from '../../placement/placer.ts'
import { dragEndOf, readGrab, readRelease, type Grab, type Point } from '../../placement/release.ts'
import { carryPicture } from './drag-picture.ts'

export interface AssetDrag {
  start(event: DragEvent, assets: readonly BrandAsset[], image: HTMLImageElement | null): void
  /** Says whether it was dropped on the canvas. */
  end(event: DragEvent): boolean
}

interface Dragged {
  readonly reference: string
  readonly grab: Grab
  readonly endAlt: (end: DragEvent) => boolean
}

/** A drag of assets out of the window, onto Figma's canvas. */
export function useAssetDrag(placer: Placer): AssetDrag {
  const draggedRef = useRef<Dragged | null>(null)
  return {
    start(event, assets, image) {
      const { dataTransfer } = event
      const [first] = assets
      if (dataTransfer === null || first === undefined) return
      // Firefox starts no drag without data.
      dataTransfer.setData('text/plain', assets.map(({ name }) => name).join('\n'))
      dataTransfer.effectAllowed = 'copy'
      const hotSpot = carryPicture(dataTransfer, image, first.name, assets.length)
      draggedRef.current = {
        reference: placer.startDrag(assets),
        grab: readGrab(event, hotSpot),
        endAlt: followAlt(event),
      }
    },
    end(event) {
      const dragged = draggedRef.current
      draggedRef.current = null
      if (dragged === null) return false
      const { reference, grab, endAlt } = dragged
      const altKey = endAlt(event)
      const end = dragEndOf(grab, readRelease(event), { width: innerWidth, height: innerHeight })
      switch (end.type) {
        case 'nowhere':
          placer.cancelDrag(reference)
          return false
        case 'page':
          drop(reference, end.at, altKey)
          return true
        case 'beside':
          void placer.windowPlace(reference).then((place) => {
            if (place === null) return
            drop(reference, { x: place.x + end.at.x, y: place.y + end.at.y }, altKey)
          })
          return true
      }
    },
  }
}

/**
 * A window without an origin cannot drop on Figma's canvas by itself; Figma does it on this message
 * (figma.com/plugin-docs/creating-ui, "Triggering drop events from the UI").
 */
function drop(reference: string, { x, y }: Point, altKey: boolean): void {
  const items = [{ type: DROP_TYPE, data: reference }]
  const dropMetadata: DropMetadata = { altKey }
  parent.postMessage({ pluginDrop: { clientX: x, clientY: y, items, dropMetadata } }, '*')
}
