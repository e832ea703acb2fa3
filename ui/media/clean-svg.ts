import { cleanStyle, cleanStyleSheet, cleanValue, mayLoad } from './clean-css.ts'
import { isInnerReference } from './inner-reference.ts'
import { inTurns } from './let-others-run.ts'
import { brokenFile, tooComplex } from './refusal.ts'
import { elementsIn } from './style-rules.ts'

/** Elements whose reference is shown, and never runs. */
export const PICTURES: ReadonlySet<string> = new Set(['image', 'feImage'])

/** What of a drawing cannot be shown once it is clean. */
export interface Lost {
  readonly pictures: number
  readonly webContent: number
}

/** The root of an SVG; throws `Trouble` where it is broken. */
export function parseSvg(text: string, name: string): Element {
  const root = new DOMParser().parseFromString(text.trim(), 'image/svg+xml').documentElement
  const error = root instanceof SVGSVGElement ? root.querySelector('parsererror') : root
  if (error === null) return root
  throw /nesting/i.test(error.textContent) ? tooComplex(name) : brokenFile(name)
}

/** The text of an SVG file. */
export function markupOf(root: Element): string {
  return new XMLSerializer().serializeToString(root)
}

/**
 * Takes out of a drawing what is not safe to hand on: scripts, event handlers, whatever loads from
 * elsewhere, and what other programs left in it for themselves. The data of its pictures must be
 * clean before.
 */
export async function cleanSvg(root: Element): Promise<Lost> {
  let pictures = 0
  let webContent = 0
  removeCommentsAndInstructions(root)
  for await (const element of inTurns(root.querySelectorAll('*'))) {
    const isForeign = element.localName === 'foreignObject'
    // Illustrator's own ask for an extension that nobody else has.
    if (isForeign && !element.hasAttribute('requiredExtensions')) webContent += 1
    const isUnwanted = isForeign || element.localName === 'script' || animatesReference(element)
    if (isUnwanted || !isOfSvg(element)) element.remove()
  }
  for await (const element of inTurns(elementsIn(root))) {
    if (element.localName === 'style') element.textContent = cleanStyleSheet(element.textContent)
    const wasPicture = element.localName === 'image' && hasReference(element)
    cleanAttributes(element)
    if (wasPicture && !hasReference(element)) {
      element.remove()
      pictures += 1
    }
  }
  return { pictures, webContent }
}

/** Of the processing instructions one loads style sheets. */
function removeCommentsAndInstructions(root: Element): void {
  const what = NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION
  const nodes = root.ownerDocument.createNodeIterator(root, what)
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    node.parentNode?.removeChild(node)
  }
}

/** Elements that browsers do not know draw nothing, and might be something else to other readers. */
function isOfSvg(element: Element): boolean {
  return element instanceof SVGElement && Object.getPrototypeOf(element) !== SVGElement.prototype
}

function hasReference(element: Element): boolean {
  return [...element.attributes].some(({ localName }) => localName === 'href')
}

/** Animations can set what a link or a handler could. */
function animatesReference(element: Element): boolean {
  return /^(?:[\w-]+:)?(?:href|src|on.*)$/i.test(
    (element.getAttribute('attributeName') ?? '').trim(),
  )
}

/** Attributes that hold no CSS; what looks like a function in them is part of a name or a shape. */
const NO_CSS: ReadonlySet<string> = new Set(['d', 'points', 'transform', 'id', 'class', 'style'])

function cleanAttributes(element: Element): void {
  for (const attribute of [...element.attributes]) {
    const clean = cleanAttribute(element, attribute)
    if (clean === null) element.removeAttributeNode(attribute)
    else if (clean !== attribute.value) attribute.value = clean
  }
  const style = element.getAttribute('style')
  if (style !== null && mayLoad(style) && element instanceof SVGElement) {
    element.setAttribute('style', cleanStyle(element.style))
  }
}

/** The value that is left of an attribute; null where none is. */
function cleanAttribute(element: Element, { name, localName, value }: Attr): string | null {
  if (localName === 'href' && PICTURES.has(element.localName) && value.startsWith('data:image/')) {
    return value
  }
  if (/^on/i.test(localName) || name === 'xml:base') return null
  if (/^(?:java|vb)script:/i.test(value.slice(0, 100).replace(/\s/g, ''))) return null
  if (/^(?:href|src)$/i.test(localName)) return isInnerReference(value) ? value : null
  return NO_CSS.has(name) ? value : cleanValue(name, value)
}
