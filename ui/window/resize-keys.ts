import type { Size } from '../../shared/placement.ts'

const STEP = 20

/** The size that an arrow key leads to, or null where the key resizes nothing. */
export function sizeAfterKey(key: string, { width, height }: Size): Size | null {
  switch (key) {
    case 'ArrowRight':
      return { width: width + STEP, height }
    case 'ArrowLeft':
      return { width: width - STEP, height }
    case 'ArrowDown':
      return { width, height: height + STEP }
    case 'ArrowUp':
      return { width, height: height - STEP }
    default:
      return null
  }
}
