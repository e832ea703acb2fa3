import { markupOf, type Lost } from './clean-svg.ts'
import { readDrawing } from './drawing.ts'
import type { Prepared } from './prepared.ts'
import { drawPicture } from './rasterise.ts'
import { readSvgSize, setSvgSize } from './svg-size.ts'
import { whyPicture } from './why-picture.ts'
import { dependsOnSize, writeOutStyles } from './write-out-styles.ts'
import { sentences } from '../kit/sentences.ts'

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
    return { content: await drawPicture(root, name), note: sentences(reason, lostNote(lost)) }
  }
  const hasText = root.querySelector('text') !== null
  const fonts = hasText && 'Look at its text: Figma sets it in the fonts that it has.'
  return {
    content: { type: 'vector', svg: markupOf(root) },
    note: sentences(fonts, lostNote(lost)) || null,
  }
}

function lostNote({ pictures, webContent }: Lost): string {
  return sentences(
    pictures > 0 && 'A picture that it only links to was left out.',
    webContent > 0 && 'Web content inside it was left out.',
  )
}
