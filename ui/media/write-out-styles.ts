import type { Rgba } from '../../shared/brand.ts'
import { hexOf } from '../../shared/color.ts'
import type { Size } from '../../shared/placement.ts'
import { parseCssColor } from '../cliquify/decode/css-color.ts'
import { elementsIn, matchStyles, styleSheets } from './style-rules.ts'
import type { Reference } from './svg-references.ts'
import { boxOf } from './svg-size.ts'

/** What reads as it is, wherever it stands. */
const PLAIN = /^(?:[^(]*|url\(#[\w-]+\)|rgb\([\d\s,.%]*\))$/

/** Lengths of the view: importers have none. */
const OF_VIEW = /[\d.](?:v[wh]|vmin|vmax)\b/i

/** What depends on the place from which it is used. */
const OF_PLACE = /currentcolor|var\(/i

/** Attributes that CSS knows as well, but that have a grammar of their own. */
const OWN_GRAMMAR: ReadonlySet<string> = new Set(['d', 'transform'])

/** What Figma reads in a `style` attribute, as it writes it there, and nowhere else. */
const IN_STYLE: ReadonlySet<string> = new Set(['mix-blend-mode', 'isolation', 'mask-type'])

/**
 * Writes into attributes what style sheets say, and what Figma is known to read wrongly in
 * attributes: other colors than hex, quoted references, variables. False, and nothing is changed,
 * where attributes cannot say it.
 */
export function writeOutStyles(
  root: Element,
  size: Size,
  references: ReadonlyMap<Element, readonly Reference[]>,
): boolean {
  const told = declaredIn(root)
  if (told === null) return false
  const { declared, ofPlace } = told
  const used = usedIn(references)
  if (ofPlace.some((element) => used.some((one) => one.contains(element)))) return false
  if (declared.size === 0) return true

  const { written, ground } = whileShown(root, size, (view) => ({
    written: [...declared].map(([element, properties]) => {
      const style = view.getComputedStyle(element)
      return [element, writtenOut(element, style, properties)] as const
    }),
    ground: view.getComputedStyle(root).backgroundColor,
  }))
  if (written.some(([, attributes]) => attributes === null)) return false
  for (const [element, attributes] of written) {
    element.removeAttribute('style')
    for (const [name, value] of attributes ?? []) element.setAttribute(name, value)
  }
  for (const style of root.querySelectorAll('style')) style.remove()
  putGround(root, ground)
  return true
}

/** Puts what CSS has as the ground of a drawing into it, as a rectangle behind all else. */
function putGround(root: Element, ground: string): void {
  const color = parseCssColor(ground)
  const box = boxOf(root)
  if (color === null || color.a === 0 || box === null) return
  const rectangle = root.ownerDocument.createElementNS(root.namespaceURI, 'rect')
  for (const [name, value] of Object.entries(box)) rectangle.setAttribute(name, String(value))
  rectangle.setAttribute('fill', opaqueHex(color))
  rectangle.setAttribute('fill-opacity', String(color.a))
  root.prepend(rectangle)
}

/** Whether a drawing looks different in another size, beside that it is larger. */
export function dependsOnSize(root: Element): boolean {
  return styleSheets(root).some((css) => css.includes('@media')) || OF_VIEW.test(root.outerHTML)
}

/** `#rrggbb`, as SVG files have it. */
function opaqueHex(color: Rgba): string {
  return hexOf({ ...color, a: 1 }).toLowerCase()
}

interface Declared {
  /** What of each element is declared in CSS, or in a way that Figma may not read. */
  readonly declared: ReadonlyMap<Element, ReadonlySet<string>>
  /** The elements that depend on the place from which they are used. */
  readonly ofPlace: readonly Element[]
}

/** Null for too much. */
function declaredIn(root: Element): Declared | null {
  const declared = new Map<Element, Set<string>>()
  const ofPlace: Element[] = []
  const add = (element: Element, property: string, value: string): void => {
    declared.set(element, (declared.get(element) ?? new Set()).add(property))
    if (OF_PLACE.test(value)) ofPlace.push(element)
  }
  const addAll = (element: Element, style: CSSStyleDeclaration): void => {
    for (const property of style) add(element, property, style.getPropertyValue(property))
  }
  if (!matchStyles(root, () => true, addAll)) return null
  for (const element of elementsIn(root)) {
    for (const { name, value } of element.attributes) {
      const isPlain = PLAIN.test(value) && !/^currentcolor$/i.test(value) && !OF_VIEW.test(value)
      if (name === 'style') {
        const isRead = !/\(|currentcolor|background/i.test(value) && !OF_VIEW.test(value)
        if ((!isRead || declared.has(element)) && element instanceof SVGElement)
          addAll(element, element.style)
      } else if (!isPlain && !OWN_GRAMMAR.has(name) && CSS.supports(name, 'inherit')) {
        add(element, name, value)
      }
    }
  }
  return { declared, ofPlace }
}

/** What is drawn from elsewhere, and inherits from there. */
function usedIn(references: ReadonlyMap<Element, readonly Reference[]>): readonly Element[] {
  return [...references].flatMap(([element, own]) =>
    element.localName === 'use' ? own.map(({ target }) => target) : [],
  )
}

/** Lets the browser tell computed styles of a drawing, in a frame of its size that runs no script. */
function whileShown<T>(root: Element, { width, height }: Size, read: (view: Window) => T): T {
  const { ownerDocument } = root
  const frame = document.createElement('iframe')
  frame.sandbox.add('allow-same-origin')
  frame.style.cssText = `position:fixed;visibility:hidden;width:${width}px;height:${height}px`
  document.body.append(frame)
  try {
    const { contentDocument: inside, contentWindow: view } = frame
    if (inside === null || view === null) throw new Error('no frame')
    inside.documentElement.replaceWith(root)
    return read(view)
  } finally {
    ownerDocument.append(root)
    frame.remove()
  }
}

/** The attributes that say what is declared; null where there are none that do. */
function writtenOut(
  element: Element,
  style: CSSStyleDeclaration,
  properties: ReadonlySet<string>,
): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>()
  const inStyle: string[] = []
  for (const property of properties) {
    const value = style.getPropertyValue(property)
    // The size of the whole is told by its attributes.
    if (element.parentElement === null && /^(?:width|height)$/.test(property)) continue
    if (IN_STYLE.has(property)) inStyle.push(`${property}:${value}`)
    else if (property === 'transform') {
      const transform = transformOf(style)
      if (transform === null) return null
      attributes.set('transform', transform)
    } else if (/^(?:rotate|scale|translate|offset-path)$/.test(property)) {
      if (value !== 'none') return null
    } else if (/^(?:mask-image|clip-path|filter)$/.test(property)) {
      if (value !== 'none' && !isReference(value)) return null
      attributes.set(property.replace('-image', ''), plainReference(value))
    } else if (/^(?:fill|stroke|color|(?:stop|flood|lighting)-color)$/.test(property)) {
      setPaint(attributes, element, style, property)
    } else if (isWritten(property, value) && !attributes.has(property)) {
      attributes.set(property, plainValue(value))
    }
  }
  if (inStyle.length > 0) attributes.set('style', inStyle.join(';'))
  return attributes
}

/** Of the rest, what draws nothing in SVG stays away: it would only be long. */
function isWritten(property: string, value: string): boolean {
  return (
    !/^(?:-|animation|transition|transform|background|mask|cursor)/.test(property) &&
    value !== 'auto'
  )
}

/** `1px` as `1`, and a path without what CSS puts around it. */
function plainValue(value: string): string {
  const path = /^path\("([^"]*)"\)$/.exec(value)?.[1]
  return path ?? plainReference(value.replace(/(\d)px\b/g, '$1'))
}

function isReference(value: string): boolean {
  return /^url\("#[^"]*"\)$/.test(value)
}

function plainReference(value: string): string {
  return value.replace(/^url\("(#[\w-]+)"\)/, 'url($1)')
}

/** A matrix about its origin; null where that follows the box of what is transformed, or is 3D. */
function transformOf(style: CSSStyleDeclaration): string | null {
  const { transform, transformOrigin } = style
  if (transform === 'none') return ''
  const isOfView = /^(?:view-box|border-box|)$/.test(style.getPropertyValue('transform-box'))
  if (!isOfView || !transform.startsWith('matrix(')) return null
  const [x = 0, y = 0] = transformOrigin.split(' ').map(parseFloat)
  return x === 0 && y === 0 ? transform : `translate(${x} ${y}) ${transform} translate(${-x} ${-y})`
}

/** A paint as a reference or hex; of a single shape its opacity, too, as a number. */
function setPaint(
  attributes: Map<string, string>,
  element: Element,
  style: CSSStyleDeclaration,
  property: string,
): void {
  const value = style.getPropertyValue(property)
  const reference = /^url\("(?:[^"\\]|\\[^])*"\)/.exec(value)?.[0]
  const color = reference === undefined ? parseCssColor(value) : null
  if (color === null) attributes.set(property, plainReference(reference ?? value))
  else if (color.a === 1) attributes.set(property, opaqueHex(color))
  else if (property === 'color' || element.firstElementChild !== null) {
    // What is inside might have a paint of its own, which the opacity would change.
    const bytes = [color.r, color.g, color.b].map((channel) => Math.round(channel * 255))
    attributes.set(property, `rgba(${bytes.join(',')},${color.a})`)
  } else {
    const opacity = `${property.replace('-color', '')}-opacity`
    attributes.set(property, opaqueHex(color))
    attributes.set(opacity, String(Number(style.getPropertyValue(opacity)) * color.a))
  }
}
