import { MediaError } from './media-error.ts'
import { isInnerReference, svgText, withoutOuterUrls } from './svg-text.ts'

/** Elements that run code, or that show something other than vectors. */
const UNWANTED = 'script, handler, listener, foreignObject, iframe, object, embed, audio, video'

/**
 * An SVG file as text that is safe to hand on: no scripts, no event handlers, nothing that loads
 * from elsewhere. Throws `MediaError` where it is broken.
 */
export function cleanSvg(bytes: Uint8Array, name: string): string {
  const root = parseSvg(svgText(bytes), name)
  for (const element of root.querySelectorAll(UNWANTED)) element.remove()
  for (const style of root.querySelectorAll('style')) {
    style.textContent = withoutOuterUrls(style.textContent)
  }
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (/^(?:href|xlink:href|on.*)$/i.test(element.getAttribute('attributeName') ?? '')) {
      element.remove()
      continue
    }
    cleanAttributes(element)
  }
  return new XMLSerializer().serializeToString(root)
}

/** The root of an SVG; throws `MediaError` where it is broken. */
export function parseSvg(text: string, name: string): Element {
  const root = new DOMParser().parseFromString(text.trim(), 'image/svg+xml').documentElement
  if (root.localName !== 'svg' || root.querySelector('parsererror') !== null) {
    throw new MediaError(
      `“${name}” is a broken SVG file. Replace it in Cliquify, or place another format.`,
    )
  }
  return root
}

function cleanAttributes(element: Element): void {
  for (const { name, localName, value } of [...element.attributes]) {
    const isOuter = /^(?:href|src)$/i.test(localName) && !isInnerReference(value)
    if (/^on/i.test(localName) || isOuter || name === 'xml:base') element.removeAttribute(name)
    else if (/url\(|@import/i.test(value)) element.setAttribute(name, withoutOuterUrls(value))
  }
}
