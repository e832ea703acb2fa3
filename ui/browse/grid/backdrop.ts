import { luminance } from '../../../shared/color.ts'

/**
 * What a picture has to lie on to be seen: `any` for one that is seen on whatever the theme has,
 * `checked` for one with both light and dark parts, or that cannot be judged.
 */
export type Backdrop = 'any' | 'light' | 'dark' | 'checked'

/** Relative luminance, see WCAG 2.2: what is lighter is lost on white, what is darker on black. */
const LIGHT = 0.5
const DARK = 0.12
/** Less than this share of what is seen of a picture may be lost. */
const SHARE = 0.2
const OPAQUE = 250
const FAINT = 32

/** `pixels`: RGBA, a byte each, as ImageData has them. */
export function backdropFor(pixels: Uint8ClampedArray): Backdrop {
  let [clear, seen, light, dark] = [0, 0, 0, 0]
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const alpha = pixels[at + 3] ?? 0
    if (alpha < OPAQUE) clear++
    if (alpha < FAINT) continue
    seen++
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3)
    const shine = luminance({ r: r / 255, g: g / 255, b: b / 255 })
    if (shine > LIGHT) light++
    else if (shine < DARK) dark++
  }
  // Nothing shines through: edges are blurred where a picture is scaled down.
  if (clear * 4 < pixels.length * 0.02) return 'any'
  const onDark = light > seen * SHARE
  const onLight = dark > seen * SHARE
  if (onDark && onLight) return 'checked'
  if (onDark) return 'dark'
  return onLight ? 'light' : 'any'
}

const SIDE = 32
/** A larger one that is not decoded yet would hold up the window. */
const MOST_PIXELS = 1_000_000

let board: CanvasRenderingContext2D | null = null

/** Judges an image that has loaded; `checked` where its host lets nobody read it. */
export function backdropOf(image: HTMLImageElement): Backdrop {
  if (image.naturalWidth * image.naturalHeight > MOST_PIXELS) return 'checked'
  board ??= openBoard()
  if (board === null) return 'checked'
  board.clearRect(0, 0, SIDE, SIDE)
  try {
    board.drawImage(image, 0, 0, SIDE, SIDE)
    return backdropFor(board.getImageData(0, 0, SIDE, SIDE).data)
  } catch {
    // Drawn from another origin: the canvas is spoilt for good.
    board = null
    return 'checked'
  }
}

function openBoard(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas')
  canvas.width = SIDE
  canvas.height = SIDE
  return canvas.getContext('2d', { willReadFrequently: true })
}
