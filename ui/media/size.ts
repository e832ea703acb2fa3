import type { Size } from '../../shared/placement.ts'
import { MediaError } from './media-error.ts'

/** The most that Figma takes on a side (see figma.createImage). */
export const MAX_SIDE = 4096

/**
 * The most pixels that are decoded: half a gigabyte, which a tab can spare; photos of the largest
 * cameras in common use have fewer.
 */
const MAX_PIXELS = 120_000_000

/** What Chromium's decoders and canvases can hold on a side. */
const MAX_DECODED_SIDE = 32_767

/** The size within Figma's limit, in whole pixels, aspect kept; where it fits, so many times itself. */
export function fitted({ width, height }: Size, times = 1): Size {
  const scale = Math.min(times, MAX_SIDE / Math.max(width, height))
  const side = (length: number): number => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}

/** Throws `Trouble` for what would take more memory than a tab has, before it is decoded. */
export function refuseHuge({ width, height }: Size, name: string): void {
  if (width * height <= MAX_PIXELS && Math.max(width, height) <= MAX_DECODED_SIDE) return
  throw new MediaError(
    `“${name}” is too large: ${width} × ${height} px. Ask for a smaller one in Cliquify.`,
  )
}

/** What people are told where a picture was scaled; null where it was not. */
export function scaledNote(name: string, from: Size, to: Size): string | null {
  if (from.width === to.width && from.height === to.height) return null
  return `“${name}” was scaled from ${from.width} × ${from.height} to ${to.width} × ${to.height} px, the most that Figma takes.`
}
