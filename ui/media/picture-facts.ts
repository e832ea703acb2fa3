import type { Size } from '../../shared/placement.ts'

/**
 * What was lost when it was compressed: nothing, something of the tones while colors stayed as
 * sharp as they, or `some` of both, to which a good JPEG adds nothing that is seen.
 */
export type Loss = 'none' | 'of-tones' | 'some'

/** What the bytes of a picture tell without decoding it. */
export interface PictureFacts {
  /** As it is stored: before the orientation is applied. */
  readonly size: Size
  /** How a camera held it: 1 is upright, 2 to 8 are turned or mirrored (Exif). */
  readonly orientation: number
  readonly frames: 'one' | 'several'
  readonly loss: Loss
  /** Whether Figma can be trusted to show it as it is, once it is found to be whole. */
  readonly fit: 'as-it-is' | 'encode'
}

/** `cut-off`: it begins well, but its end is missing. */
export type Facts = PictureFacts | 'broken' | 'cut-off'
