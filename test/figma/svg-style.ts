import { parseCssColor } from '../../ui/cliquify/decode/css-color.ts'
import { readPaints } from './paints.ts'
import type { XmlElement } from './xml.ts'

/** What a shape inherits; opacity is multiplied down, as a group is not made into a layer. */
export interface SvgStyle {
  readonly fill: string
  readonly fillOpacity: number
  readonly stroke: string
  readonly strokeOpacity: number
  readonly strokeWidth: number
  readonly color: string
  readonly opacity: number
  readonly evenOdd: boolean
  readonly visible: boolean
}

export const INITIAL_STYLE: SvgStyle = {
  fill: 'black',
  fillOpacity: 1,
  stroke: 'none',
  strokeOpacity: 1,
  strokeWidth: 1,
  color: 'black',
  opacity: 1,
  evenOdd: false,
  visible: true,
}

/** The element's style: its `style` attribute wins over the attributes of the same name. */
export function readStyle(element: XmlElement, inherited: SvgStyle): SvgStyle {
  const inline = declarations(element)
  const get = (name: string): string | undefined => {
    const value = (inline[name] ?? element.attributes[name])?.trim()
    return value === undefined || value === 'inherit' ? undefined : value
  }
  const unit = (name: string): number | undefined => {
    const text = get(name)
    if (text === undefined) return undefined
    const value = text.endsWith('%') ? parseFloat(text) / 100 : parseFloat(text)
    return Number.isNaN(value) ? undefined : Math.min(1, Math.max(0, value))
  }
  const color = get('color') ?? inherited.color
  const paint = (name: 'fill' | 'stroke'): string => {
    const value = get(name) ?? inherited[name]
    return value === 'currentColor' ? color : value
  }
  const rule = get('fill-rule')
  return {
    fill: paint('fill'),
    fillOpacity: unit('fill-opacity') ?? inherited.fillOpacity,
    stroke: paint('stroke'),
    strokeOpacity: unit('stroke-opacity') ?? inherited.strokeOpacity,
    strokeWidth: parseFloat(get('stroke-width') ?? '') || inherited.strokeWidth,
    color,
    opacity: inherited.opacity * (unit('opacity') ?? 1),
    evenOdd: rule === undefined ? inherited.evenOdd : rule === 'evenodd',
    visible: inherited.visible && get('display') !== 'none' && get('visibility') !== 'hidden',
  }
}

function declarations(element: XmlElement): Record<string, string> {
  const entries = (element.attributes['style'] ?? '').split(';').map((declaration) => {
    const colon = declaration.indexOf(':')
    return [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()] as const
  })
  return Object.fromEntries(entries.filter(([name]) => name !== ''))
}

/** A paint of an SVG as Figma's; gradients keep their stops and lose their direction. */
export function readPaint(svg: XmlElement, value: string, opacity: number): readonly Paint[] {
  if (value === 'none' || value === 'transparent') return []
  const reference = /^url\(\s*['"]?#([^'")]+)['"]?\s*\)/.exec(value)?.[1]
  if (reference !== undefined) return readGradient(find(svg, reference), opacity)
  const color = parseCssColor(value)
  if (color === null) return []
  const { r, g, b, a } = color
  return readPaints([{ type: 'SOLID', color: { r, g, b }, opacity: a * opacity }], 'fills')
}

function readGradient(gradient: XmlElement | null, opacity: number): readonly Paint[] {
  if (gradient === null || !/^(linear|radial)Gradient$/.test(gradient.name)) return []
  const stops = gradient.children
    .filter((child) => child.name === 'stop')
    .map((stop) => {
      const own = { ...stop.attributes, ...declarations(stop) }
      const color = parseCssColor(own['stop-color'] ?? 'black') ?? { r: 0, g: 0, b: 0, a: 1 }
      const offset = own['offset'] ?? '0'
      const position = parseFloat(offset) / (offset.endsWith('%') ? 100 : 1)
      return {
        position: Math.min(1, Math.max(0, position || 0)),
        color: { ...color, a: color.a * parseFloat(own['stop-opacity'] ?? '1') },
      }
    })
  if (stops.length === 0) return []
  const paint = {
    type: gradient.name === 'linearGradient' ? 'GRADIENT_LINEAR' : 'GRADIENT_RADIAL',
    gradientTransform: [
      [1, 0, 0],
      [0, 1, 0],
    ],
    gradientStops: stops,
    opacity,
  }
  return readPaints([paint], 'fills')
}

function find(element: XmlElement, id: string): XmlElement | null {
  if (element.attributes['id'] === id) return element
  for (const child of element.children) {
    const found = find(child, id)
    if (found !== null) return found
  }
  return null
}
