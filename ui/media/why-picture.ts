import type { Drawing } from './drawing.ts'
import { styleSheets } from './style-rules.ts'

/** More than Figma converts without standing still for long. */
const MOST_SHAPES = 15_000

/** The effects that Figma writes into its own SVG files, and so reads. */
const READ_EFFECTS: ReadonlySet<string> = new Set([
  'feFlood',
  'feBlend',
  'feColorMatrix',
  'feOffset',
  'feGaussianBlur',
  'feComposite',
  'feDropShadow',
  'feMerge',
  'feMergeNode',
  'feMorphology',
])

/** What of a root applies to the whole of it; paint only goes to the shapes inside. */
const OF_THE_WHOLE = /^(?:clip-path|mask|filter)/

/** Tells what in a drawing Figma is known to convert badly; null where there is nothing. */
export function whyPicture({ root, references, work }: Drawing): string | null {
  if (work > MOST_SHAPES) {
    return 'It is a picture, because it has more shapes than Figma takes as vectors.'
  }
  if (root.querySelector('image, feImage') !== null) {
    return 'It is a picture, because Figma has no pictures inside vectors.'
  }
  const effects = [...root.querySelectorAll('filter > *, feMerge > *')]
  if (effects.some(({ localName }) => isEffect(localName) && !READ_EFFECTS.has(localName))) {
    return 'It is a picture, because Figma has no such effects in vectors.'
  }
  const used = [...references.values()].flat().map(({ target }) => target.localName)
  if (used.includes('marker')) {
    return 'It is a picture, because Figma has no markers in vectors.'
  }
  if (references.get(root)?.some(({ property }) => OF_THE_WHOLE.test(property)) === true) {
    return 'It is a picture, because Figma has no clips and effects of a whole drawing in vectors.'
  }
  if (used.includes('pattern')) {
    return 'It is a picture, because Figma has no patterns in vectors.'
  }
  const hasFonts = styleSheets(root).some((css) => /@font-face/i.test(css))
  return hasFonts && root.querySelector('text') !== null
    ? 'It is a picture, because Figma does not read the fonts inside it.'
    : null
}

function isEffect(localName: string): boolean {
  return localName.startsWith('fe')
}
