import type { Drawing, Gradient, Shape } from './drawing.ts'
import { number } from './drawing.ts'

/** Writes a drawing as an SVG file of paths and gradients only. */
export function toSvg(drawing: Drawing): string {
  const gradients: string[] = []
  const paint = (fill: Shape['fill']): string => {
    if (typeof fill === 'string') return fill
    const id = `g${gradients.length + 1}`
    gradients.push(gradient(id, fill))
    return `url(#${id})`
  }
  const paths = drawing.shapes.map((shape) => {
    const opacity = shape.opacity === 1 ? '' : ` opacity="${number(shape.opacity)}"`
    if (shape.stroke === null) return `<path fill="${paint(shape.fill)}"${opacity} d="${shape.d}"/>`
    return (
      `<path fill="none" stroke="${paint(shape.fill)}" stroke-width="${number(shape.stroke)}" ` +
      `stroke-linecap="round" stroke-linejoin="round"${opacity} d="${shape.d}"/>`
    )
  })
  const { width, height } = drawing
  const defs = gradients.length === 0 ? '' : `<defs>${gradients.join('')}</defs>\n`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}">\n${defs}${paths.join('\n')}\n</svg>\n`
  )
}

function gradient(id: string, { type, from, to, stops }: Gradient): string {
  const inside = stops
    .map(({ at, color, opacity }) => {
      const alpha = opacity === undefined ? '' : ` stop-opacity="${number(opacity)}"`
      return `<stop offset="${number(at)}" stop-color="${color}"${alpha}/>`
    })
    .join('')
  const units = 'gradientUnits="userSpaceOnUse"'
  if (type === 'linear') {
    const ends = `x1="${number(from.x)}" y1="${number(from.y)}" x2="${number(to.x)}" y2="${number(to.y)}"`
    return `<linearGradient id="${id}" ${units} ${ends}>${inside}</linearGradient>`
  }
  const radius = Math.hypot(to.x - from.x, to.y - from.y)
  const place = `cx="${number(from.x)}" cy="${number(from.y)}" r="${number(radius)}"`
  return `<radialGradient id="${id}" ${units} ${place}>${inside}</radialGradient>`
}
