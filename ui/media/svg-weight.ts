/** More elements than Figma converts without standing still for long. */
const MOST_ELEMENTS = 15_000

/** Deeper than any drawing program nests, and as deep as the importers of SVG follow. */
const DEEPEST = 250

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

/** Whether the elements of a drawing lie deeper than is safe to walk; itself it does not recurse. */
export function isTooDeep(root: Element): boolean {
  let depth = 0
  let element: Element | null = root
  while (element !== null) {
    if (element.firstElementChild !== null) {
      element = element.firstElementChild
      depth += 1
      if (depth > DEEPEST) return true
      continue
    }
    while (
      element !== root &&
      element.nextElementSibling === null &&
      element.parentElement !== null
    ) {
      element = element.parentElement
      depth -= 1
    }
    element = element === root ? null : element.nextElementSibling
  }
  return false
}

/** Tells what in a drawing Figma is known to convert badly; null where there is nothing. */
export function whyPicture(root: Element): string | null {
  if (root.querySelectorAll('*').length > MOST_ELEMENTS) {
    return 'It is a picture, because it has more shapes than Figma takes as vectors.'
  }
  if (root.querySelector('image, feImage') !== null) {
    return 'It is a picture, because Figma has no pictures inside vectors.'
  }
  const effects = [...root.querySelectorAll('filter > *, feMerge > *')]
  if (effects.some(({ localName }) => isEffect(localName) && !READ_EFFECTS.has(localName))) {
    return 'It is a picture, because Figma has no such effects in vectors.'
  }
  if (usesPattern(root)) {
    return 'It is a picture, because Figma has no patterns in vectors.'
  }
  const styles = [...root.querySelectorAll('style')]
  const hasFonts = styles.some(({ textContent }) => /@font-face/i.test(textContent))
  return hasFonts && root.querySelector('text') !== null
    ? 'It is a picture, because Figma does not read the fonts inside it.'
    : null
}

function isEffect(localName: string): boolean {
  return localName.startsWith('fe')
}

/** Whether anything is filled with a pattern of the drawing. */
function usesPattern(root: Element): boolean {
  const patterns = new Set([...root.querySelectorAll('pattern')].map(({ id }) => id))
  if (patterns.size === 0) return false
  return [root, ...root.querySelectorAll('*')].some((element) => {
    const texts =
      element.localName === 'style'
        ? [element.textContent]
        : [...element.attributes].map(({ value }) => value)
    return texts.some((text) => referencesIn(text).some((id) => patterns.has(id)))
  })
}

/** The ids that a text refers to as `url(#id)`. */
function referencesIn(text: string): readonly string[] {
  const references = text.matchAll(/url\(\s*(?:"#([^"]*)"|'#([^']*)'|#([^)]*))/g)
  return [...references].map(([, double, single, bare = '']) => double ?? single ?? bare.trim())
}
