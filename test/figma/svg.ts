import type { NodeRecord } from './records.ts'
import { readNumbers } from './svg-numbers.ts'
import { shapePath } from './svg-shapes.ts'
import { readStyle, readPaint, INITIAL_STYLE } from './svg-style.ts'
import type { SvgStyle } from './svg-style.ts'
import { formatPath, IDENTITY, multiply, pathBox, transformPath } from './svg-path.ts'
import type { Matrix } from './svg-path.ts'
import { parseXml } from './xml.ts'
import type { XmlElement } from './xml.ts'

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Pick<
    NodeRecord,
    | 'name'
    | 'x'
    | 'y'
    | 'width'
    | 'height'
    | 'fills'
    | 'strokes'
    | 'strokeWeight'
    | 'strokeAlign'
    | 'opacity'
    | 'vectorPaths'
  >[]
}

/** Draws nothing themselves, or are not drawn by this emulation. */
const PASSED_BY: ReadonlySet<string> = new Set([
  'defs',
  'clipPath',
  'mask',
  'symbol',
  'marker',
  'pattern',
  'linearGradient',
  'radialGradient',
  'filter',
  'style',
  'script',
  'text',
  'title',
  'desc',
  'metadata',
  'image',
  'foreignObject',
])

/** Reads an SVG document into vectors; null where Figma would fail to convert it. */
export function importSvg(text: string): Drawing | null {
  const svg = parseXml(text.trim())
  if (svg?.name !== 'svg') return null
  const viewBox = readNumbers(svg.attributes['viewBox'] ?? '')
  const [minX = 0, minY = 0, boxWidth = 0, boxHeight = 0] = viewBox
  const hasBox = viewBox.length === 4 && boxWidth > 0 && boxHeight > 0
  const width = readLength(svg.attributes['width']) ?? (hasBox ? boxWidth : 100)
  const height = readLength(svg.attributes['height']) ?? (hasBox ? boxHeight : 100)
  if (width <= 0 || height <= 0) return null
  const toFrame = hasBox
    ? fit({ minX, minY, boxWidth, boxHeight, width, height }, svg.attributes['preserveAspectRatio'])
    : IDENTITY
  const shapes: Drawing['shapes'][number][] = []
  const visit = (element: XmlElement, matrix: Matrix, inherited: SvgStyle): void => {
    if (PASSED_BY.has(element.name)) return
    const style = readStyle(element, inherited)
    const own = multiply(matrix, readTransform(element.attributes['transform'] ?? ''))
    const path = style.visible ? shapePath(element) : null
    if (path !== null) {
      const placed = transformPath(path, own)
      const box = pathBox(placed)
      if (box !== null) {
        const scale = Math.sqrt(Math.abs(own[0] * own[3] - own[1] * own[2]))
        const local = transformPath(placed, [1, 0, 0, 1, -box.x, -box.y])
        shapes.push({
          name: 'Vector',
          ...box,
          fills: readPaint(svg, style.fill, style.fillOpacity),
          strokes: readPaint(svg, style.stroke, style.strokeOpacity),
          strokeWeight: style.strokeWidth * scale,
          strokeAlign: 'CENTER',
          opacity: style.opacity,
          vectorPaths: [
            { windingRule: style.evenOdd ? 'EVENODD' : 'NONZERO', data: formatPath(local) },
          ],
        })
      }
    }
    for (const child of element.children) visit(child, own, style)
  }
  visit({ ...svg, attributes: { ...svg.attributes, transform: '' } }, toFrame, INITIAL_STYLE)
  return { width, height, shapes }
}

interface Fit {
  minX: number
  minY: number
  boxWidth: number
  boxHeight: number
  width: number
  height: number
}

/** From the view box to the frame: as large as fits, in the middle, unless told to stretch. */
function fit({ minX, minY, boxWidth, boxHeight, width, height }: Fit, aspect = ''): Matrix {
  let [x, y] = [width / boxWidth, height / boxHeight]
  if (aspect.trim() !== 'none') x = y = Math.min(x, y)
  const left = (width - boxWidth * x) / 2
  const top = (height - boxHeight * y) / 2
  return [x, 0, 0, y, left - minX * x, top - minY * y]
}

/** Pixels; null for percentages and what is missing. */
function readLength(text: string | undefined): number | null {
  const match = /^\s*([\d.]+)(px|pt)?\s*$/.exec(text ?? '')
  if (match === null) return null
  return Number(match[1]) * (match[2] === 'pt' ? 4 / 3 : 1)
}

function readTransform(text: string): Matrix {
  let matrix = IDENTITY
  for (const [, name, list] of text.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    matrix = multiply(matrix, readFunction(name ?? '', readNumbers(list ?? '')))
  }
  return matrix
}

function readFunction(name: string, values: readonly number[]): Matrix {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values
  const tan = Math.tan((a * Math.PI) / 180)
  switch (name) {
    case 'matrix':
      return [a, b, c, d, e, f]
    case 'translate':
      return [1, 0, 0, 1, a, b]
    case 'scale':
      return [a, 0, 0, values.length > 1 ? b : a, 0, 0]
    case 'rotate': {
      const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
      const turn: Matrix = [cos, sin, -sin, cos, 0, 0]
      return multiply(multiply([1, 0, 0, 1, b, c], turn), [1, 0, 0, 1, -b, -c])
    }
    case 'skewX':
      return [1, 0, tan, 1, 0, 0]
    case 'skewY':
      return [1, tan, 0, 1, 0, 0]
    default:
      return IDENTITY
  }
}
