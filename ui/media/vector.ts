import type { Lost } from './clean-svg.ts'
import { readDrawing } from './drawing.ts'
import type { Prepared } from './prepared.ts'
import { drawPicture } from './rasterise.ts'
import { readSvgSize, setSvgSize } from './svg-size.ts'
import { whyPicture } from './why-picture.ts'
import { dependsOnSize, writeOutStyles } from './write-out-styles.ts'

const NO_STYLES = 'It is a picture, because Figma has no such styles in vectors.'

/**
 * An SVG file as text that is safe to hand on, in a size that is told in pixels; as a picture where
 * Figma is unread to convert it badly. Throws `Trouble` where it is broken, or too much to draw.
 */
export async function prepareSvg(bytes: Uint8Array, name: string): Promise<Prepared> {
  const drawing = await readDrawing(bytes, name)
  const { root, references, lost } = drawing
  const size = readSvgSize(root)
  setSvgSize(root, size)
  const unread = whyPicture(drawing)
  const isWrittenOut =
    (unread === null || dependsOnSize(root)) && writeOutStyles(root, size, references)
  const reason = unread ?? (isWrittenOut ? null : NO_STYLES)
  if (reason !== null) {
    return { content: await drawPicture(root, name), note: [reason, ...lostNotes(lost)].join(' ') }
  }
  const notes = lostNotes(lost)
  if (root.querySelector('text') !== null) {
    notes.unshift('Look at its text: Figma sets it in the fonts that it has.')
  }
  return {
    content: { type: 'vector', svg: new XMLSerializer().serializeToString(root) },
    note: notes.join(' ') || null,
  }
}

function lostNotes({ pictures, webContent }: Lost): string[] {
  const notes: string[] = []
  if (pictures > 0) notes.push('A picture that it only links to was left out.')
  if (webContent > 0) notes.push('Web content inside it was left out.')
  return notes
}
