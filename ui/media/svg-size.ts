import type { Size } from '../../shared/protocol.ts'

/** CSS pixels in each unit that SVG sizes come in. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
}

/** What browsers give a picture that tells no size. */
const FALLBACK: Size = { width: 300, height: 150 }

/** The size of an SVG in pixels out of the attributes of its root; one side follows the view box. */
export function svgSize(width: string | null, height: string | null, viewBox: string | null): Size {
  const [, , boxWidth = 0, boxHeight = 0] = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const hasBox = boxWidth > 0 && boxHeight > 0
  const ratio = hasBox ? boxWidth / boxHeight : FALLBACK.width / FALLBACK.height
  const w = lengthOf(width)
  const h = lengthOf(height)
  if (w !== null && h !== null) return { width: w, height: h }
  if (w !== null) return { width: w, height: w / ratio }
  if (h !== null) return { width: h * ratio, height: h }
  return hasBox ? { width: boxWidth, height: boxHeight } : FALLBACK
}

function lengthOf(text: string | null): number | null {
  const parts = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text ?? '')
  const unit = UNITS[(parts?.[2] ?? '').toLowerCase()]
  const length = Number(parts?.[1]) * (unit ?? NaN)
  return Number.isFinite(length) && length > 0 ? length : null
}
