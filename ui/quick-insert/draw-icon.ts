import { backdropOf, type Backdrop } from '../browse/grid/backdrop.ts'
import { thumbnailMemory } from '../media/thumbnail-memory.ts'
import { bytesOf } from '../media/bytes.ts'

/** Pixels: twice what a list shows, for today's screens. */
const SIDE = 64

/** Seen in Figma's light list and its dark one; so small, they need more contrast than in a grid. */
const GROUNDS: Readonly<Record<Backdrop, string>> = {
  any: '#0000',
  light: '#fff',
  dark: '#222',
  checked: '#777',
}

/**
 * Draws the picture at `url`, small and on a ground that it is seen on, as PNG. Rejects where it
 * cannot be had, or its host lets nobody read it.
 */
export async function drawIcon(url: string): Promise<Uint8Array> {
  const image = new Image()
  image.src = await thumbnailMemory.load(url)
  // A browser may put `decode` off in a window that is out of sight.
  await new Promise((resolve, reject) => {
    image.onload = resolve
    image.onerror = reject
  })
  const canvas = new OffscreenCanvas(SIDE, SIDE)
  const context = canvas.getContext('2d')
  const scale = SIDE / Math.max(image.width, image.height)
  const width = image.width * scale
  const height = image.height * scale
  if (context === null || scale === Infinity) throw new Error()
  context.imageSmoothingQuality = 'high'
  context.fillStyle = GROUNDS[backdropOf(image)]
  context.fillRect(0, 0, SIDE, SIDE)
  context.drawImage(image, (SIDE - width) / 2, (SIDE - height) / 2, width, height)
  return bytesOf(await canvas.convertToBlob())
}
