import { cleanSvg, parseSvg, tooDeep, type Lost } from './clean-svg.ts'
import type { Prepared } from './prepared.ts'
import { rasterise } from './rasterise.ts'
import { readSvgSize, setSvgSize } from './svg-size.ts'
import { svgText } from './svg-text.ts'
import { whyPicture, isTooDeep } from './svg-weight.ts'
import { unusableFile } from './unusable-file.ts'

/** Larger texts take seconds to read, on the one thread that can. */
const MOST_BYTES = 32_000_000

/**
 * An SVG file as text that is safe to hand on, in a size that is told in pixels; as a picture where
 * Figma is known to convert it badly. Throws `Trouble` where it is broken.
 */
export async function prepareSvg(bytes: Uint8Array, name: string): Promise<Prepared> {
  if (bytes.length > MOST_BYTES) {
    throw unusableFile(
      `“${name}” is an SVG of more than 32 MB, too much for Figma. Ask for it as a PNG in Cliquify.`,
    )
  }
  const text = svgText(bytes)
  if (text === null) {
    throw unusableFile(
      `“${name}” is an SVG file that repeats itself without end. Replace it in Cliquify.`,
    )
  }
  const root = parseSvg(text, name)
  if (isTooDeep(root)) throw unusableFile(tooDeep(name))
  const lost = cleanSvg(root)
  setSvgSize(root, readSvgSize(root))
  const svg = new XMLSerializer().serializeToString(root)

  const reason = whyPicture(root)
  const picture = reason === null ? null : await rasterise(svg).catch(() => null)
  const notes = lostNotes(lost)
  if (reason !== null && picture !== null) notes.unshift(reason)
  else if (root.querySelector('text') !== null) {
    notes.unshift('Look at its text: Figma sets it in the fonts that it has.')
  }
  return {
    content: picture ?? { type: 'vector', svg },
    note: notes.length === 0 ? null : notes.join(' '),
  }
}

function lostNotes({ pictures, webContent }: Lost): string[] {
  const notes: string[] = []
  if (pictures > 0) notes.push('A picture that it only links to was left out.')
  if (webContent > 0) notes.push('Web content inside it was left out.')
  return notes
}
