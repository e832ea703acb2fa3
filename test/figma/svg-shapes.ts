import { readNumbers } from './svg-numbers.ts'
import { parsePath } from './svg-path.ts'
import type { Segment } from './svg-path.ts'
import type { XmlElement } from './xml.ts'

/** The outline of a shape; null for what is no shape, or draws nothing. */
export function shapePath({ name, attributes }: XmlElement): readonly Segment[] | null {
  const number = (key: string): number => readNumbers(attributes[key] ?? '')[0] ?? 0
  switch (name) {
    case 'path':
      return parsePath(attributes['d'] ?? '')
    case 'rect':
      return rectangle(attributes, number)
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'))
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'))
    case 'line':
      return parsePath(`M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`)
    case 'polyline':
    case 'polygon': {
      const points = readNumbers(attributes['points'] ?? '')
      if (points.length < 4) return null
      return parsePath(`M${points.join(' ')}${name === 'polygon' ? 'Z' : ''}`)
    }
    default:
      return null
  }
}

function ellipse(x: number, y: number, rx: number, ry: number): readonly Segment[] | null {
  if (rx <= 0 || ry <= 0) return null
  return parsePath(
    `M${x + rx} ${y}A${rx} ${ry} 0 0 1 ${x - rx} ${y}A${rx} ${ry} 0 0 1 ${x + rx} ${y}Z`,
  )
}

function rectangle(
  attributes: XmlElement['attributes'],
  number: (key: string) => number,
): readonly Segment[] | null {
  const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')]
  if (width <= 0 || height <= 0) return null
  const given = { x: attributes['rx'], y: attributes['ry'] }
  const rx = Math.min(given.x === undefined ? number('ry') : number('rx'), width / 2)
  const ry = Math.min(given.y === undefined ? number('rx') : number('ry'), height / 2)
  if (rx <= 0 || ry <= 0) return parsePath(`M${x} ${y}h${width}v${height}h${-width}Z`)
  const arc = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`
  return parsePath(
    `M${x + rx} ${y}h${width - 2 * rx}${arc(rx, ry)}v${height - 2 * ry}${arc(-rx, ry)}` +
      `h${2 * rx - width}${arc(-rx, -ry)}v${2 * ry - height}${arc(rx, -ry)}Z`,
  )
}
