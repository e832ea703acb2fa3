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
  if (image === null || image.naturalWidth === 0) {
    const word = document.createElement('span')
    word.textContent = name
    carried.append(word)
  } else {
    const copy = image.cloneNode()
    if (copy instanceof HTMLImageElement) {
      copy.width = image.clientWidth
      copy.height = image.clientHeight
      // What is not decoded at once would be missing from the picture.
      copy.decoding = 'sync'
    }
    carried.append(copy)
  }
  if (count > 1) {
    const badge = document.createElement('span')
    badge.className = 'drag-picture-count'
    badge.textContent = String(count)
    carried.append(badge)
  }
  document.body.append(carried)
  const { width, height } = (carried.firstElementChild ?? carried).getBoundingClientRect()
  const hotSpot = { x: width / 2, y: height / 2 }
  transfer.setDragImage(carried, hotSpot.x, hotSpot.y)
  // The browser has taken its picture when the event is over.
  setTimeout(() => carried.remove())
  return hotSpot
}
