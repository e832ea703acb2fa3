import type { Drawing, Gradient } from './drawing.ts'
import { number } from './drawing.ts'

/** Writes a drawing as a PDF of one page; gradients become their average color. */
export function toPdf({ width, height, shapes }: Drawing): Uint8Array {
  const alphas = new Map<string, number>()
  const drawn = shapes.map(({ d, fill, opacity, stroke }) => {
    const [color, alpha] = flat(fill)
    const shown = Math.round(alpha * opacity * 100)
    alphas.set(`A${shown}`, shown / 100)
    const path = d.replace(/([MLCZ])([^MLCZ]*)/g, (_, command: string, points: string) => {
      const operator = { M: 'm', L: 'l', C: 'c', Z: 'h' }[command] ?? ''
      return `${points.trim()} ${operator}\n`
    })
    return stroke === null
      ? `/A${shown} gs ${color} rg\n${path}f`
      : `/A${shown} gs ${color} RG ${number(stroke)} w\n${path}S`
  })
  // PDF counts y from the bottom.
  const content = `1 J 1 j 1 0 0 -1 0 ${height} cm\n${drawn.join('\n')}`
  const states = [...alphas].map(([key, alpha]) => `/${key} << /ca ${alpha} /CA ${alpha} >>`)
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R ` +
      `/Resources << /ExtGState << ${states.join(' ')} >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ])
}

function assemble(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = text.length
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  text += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** r g b as PDF writes them, and the alpha. */
function flat(fill: string | Gradient): [string, number] {
  const stops = typeof fill === 'string' ? [{ color: fill, opacity: 1 }] : fill.stops
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const channel = (at: number): string =>
    number(mean(stops.map(({ color }) => Number.parseInt(color.slice(at, at + 2), 16) / 255)))
  return [`${channel(1)} ${channel(3)} ${channel(5)}`, mean(stops.map((s) => s.opacity ?? 1))]
}
