import type { Point } from '../../placement/release.ts'
import './drag-picture.css'

/**
 * Makes the pointer carry a picture of what is dragged, with its number where it is several; tells
 * where it is held.
 */
export function carryPicture(
  transfer: DataTransfer,
  image: HTMLImageElement | null,
  name: string,
  count: number,
): Point {
  const carried = document.createElement('div')
  carried.className = 'drag-picture'
  const shown = pictureOf(image) ?? wordOf(name)
  carried.append(shown)
  if (count > 1) {
    const badge = wordOf(String(count))
    badge.className = 'drag-picture-count'
    carried.append(badge)
  }
  document.body.append(carried)
  const { width, height } = shown.getBoundingClientRect()
  const hotSpot = { x: width / 2, y: height / 2 }
  transfer.setDragImage(carried, hotSpot.x, hotSpot.y)
  // The browser has taken its picture when the event is over.
  setTimeout(() => carried.remove())
  return hotSpot
}

function wordOf(text: string): HTMLElement {
  const word = document.createElement('span')
  word.textContent = text
  return word
}

/** Null where there is no picture yet. */
function pictureOf(image: HTMLImageElement | null): HTMLElement | null {
  if (image === null || image.naturalWidth === 0) return null
  const copy = image.cloneNode()
  if (!(copy instanceof HTMLImageElement)) return null
  copy.width = image.clientWidth
  copy.height = image.clientHeight
  // What is not decoded at once would be missing from the picture.
  copy.decoding = 'sync'
  return copy
}
