import type { Size } from '../../shared/protocol.ts'

/** What the bytes of a picture tell without decoding it. */
export interface PictureFacts {
  /** As it is stored: before the orientation is applied. */
  readonly size: Size
  /** How a camera held it: 1 is upright, 2 to 8 are turned or mirrored (Exif). */
  readonly orientation: number
  readonly frames: 'one' | 'several'
  /** Whether it was compressed with losses; then there is nothing to lose by a good JPEG. */
  readonly lossy: 'yes' | 'no'
  /** Whether Figma can be trusted to show it as it is, once it is found to be whole. */
  readonly fit: 'as-it-is' | 'encode'
}

/** `cut-off`: it begins well, but its end is missing. */
export type Facts = PictureFacts | 'broken' | 'cut-off'
