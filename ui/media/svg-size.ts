import type { Size } from '../../shared/placement.ts'
import { numberWith } from '../cliquify/decode/css-text.ts'

/** CSS pixels in each unit that SVG sizes come in. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  // Of the font that a drawing starts with.
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
}

/** The longest side of a layer that is handed to Figma; larger ones are scaled to it. */
const LONGEST = 16_384

/** What browsers give a picture that tells no size. */
const FALLBACK: Size = { width: 300, height: 150 }

/** The size of a drawing as a layer, in pixels. */
export function readSvgSize(root: Element): Size {
  const size = ownSize(root)
  const scale = Math.min(1, LONGEST / Math.max(size.width, size.height))
  const side = (length: number): number => Math.max(1, length * scale)
  return { width: side(size.width), height: side(size.height) }
}

/** The size that a drawing tells, in pixels; its own style counts more than its attributes. */
function ownSize(root: Element): Size {
  const told = (side: 'width' | 'height'): string | null => {
    const styled = root instanceof SVGElement ? root.style[side] : ''
    return lengthOf(styled) === null ? root.getAttribute(side) : styled
  }
  return svgSize(told('width'), told('height'), root.getAttribute('viewBox'))
}

/** Gives a drawing a size in pixels that every reader understands, and a box to be scaled from. */
export function setSvgSize(root: Element, { width, height }: Size): void {
  if (boxOf(root) === null) {
    const own = ownSize(root)
    root.setAttribute('viewBox', `0 0 ${own.width} ${own.height}`)
  }
  root.setAttribute('width', String(width))
  root.setAttribute('height', String(height))
  const style = root.getAttribute('style')
  if (style !== null) {
    root.setAttribute('style', style.replace(/(^|;)\s*(?:width|height)\s*:[^;]*/gi, '$1'))
  }
}

/** The size of an SVG in pixels out of the attributes of its root; one side follows the view box. */
export function svgSize(width: string | null, height: string | null, viewBox: string | null): Size {
  const { width: boxWidth, height: boxHeight } = readBox(viewBox) ?? FALLBACK
  const ratio = boxWidth / boxHeight
  const w = lengthOf(width)
  const h = lengthOf(height)
  return {
    width: w ?? (h === null ? boxWidth : h * ratio),
    height: h ?? (w === null ? boxHeight : w / ratio),
  }
}

interface Box extends Size {
  readonly x: number
  readonly y: number
}

/** The view box of a drawing; null where it has none. */
export function boxOf(root: Element): Box | null {
  return readBox(root.getAttribute('viewBox'))
}

function readBox(viewBox: string | null): Box | null {
  const numbers = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [x = 0, y = 0, width = 0, height = 0] = numbers
  const isBox = numbers.length === 4 && numbers.every(Number.isFinite)
  return isBox && width > 0 && height > 0 ? { x, y, width, height } : null
}

function lengthOf(text: string | null): number | null {
  const written = (text ?? '')
    .trim()
    .toLowerCase()
    .replace(/^(\S+)\s+([a-z]+)$/, '$1$2')
  const length = numberWith(written, UNITS)
  return length !== null && length > 0 && length < Infinity ? length : null
}
