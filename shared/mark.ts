/** The open ring of the mark, in a view of 128 × 128; a C, into which a tile goes at its right. */
export const MARK_RING = 'M80 36.5A34 34 0 1 0 80 91.5'
