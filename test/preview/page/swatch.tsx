import type { JSX } from 'preact'
import type { DocumentSnapshot, PaintSnapshot } from '../../figma/host-api.ts'
import { paintBackground } from './paint.ts'

interface SwatchProps {
  readonly paint: PaintSnapshot
  readonly profile: DocumentSnapshot['colorProfile']
  /** The picture of an image paint. */
  readonly url: string | null
}

/** A paint on a checkerboard. */
export function Swatch({ paint, profile, url }: SwatchProps): JSX.Element {
  const image = url === null ? '' : `url(${url}) center / cover`
  return (
    <span class="swatch">
      <i style={{ background: image || (paintBackground(paint, profile) ?? '') }} />
    </span>
  )
}
