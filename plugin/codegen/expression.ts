import type { Notation } from '../../shared/notation/notation.ts'
import { hexOf } from '../../shared/color.ts'
import type { FileColor } from '../../shared/export.ts'
import { isSameHue, type FoundColor } from './find-color.ts'

/** What a color is called in the notation that is asked for. */
export type NameOf = (color: FileColor) => string

/** A color in code, and what a person is told of it. */
export interface Expression {
  /** Null where the notation has no such thing. */
  readonly code: string | null
  /** On one line; empty where there is nothing to tell. */
  readonly comment: string
  /** The colors of the brand that the code refers to. */
  readonly uses: readonly FileColor[]
}

export function expressionOf(found: FoundColor, notation: Notation, nameOf: NameOf): Expression {
  const { shown, is, via } = found
  const through = via === null ? '' : `${via}, `
  if (is.type === 'off-brand') {
    const comment = `${through}not linked${nearestText(found)}`
    if (shown.gradient === undefined) return { code: notation.color(shown), comment, uses: [] }
    return { ...gradientExpression(found, notation, nameOf), comment }
  }
  const { color } = is
  const reference = notation.refer(
    nameOf(color),
    color.gradient === undefined ? 'color' : 'gradient',
  )
  if (is.type === 'alike') {
    return { code: reference, comment: `${color.label}: ${through}not linked`, uses: [color] }
  }
  if (!isSameHue(found)) {
    return {
      code: reference,
      comment: `${color.label}, here as ${hexOf(shown.value)}`,
      uses: [color],
    }
  }
  const alpha = shown.gradient === undefined ? shown.value.a : color.value.a
  if (Math.abs(alpha - color.value.a) < ALPHA_TOLERANCE) {
    return { code: reference, comment: color.label, uses: [color] }
  }
  const percent = `${String(Math.round(alpha * 100))}%`
  const faded = color.value.a === 1 ? notation.faded(reference, alpha) : null
  return faded === null
    ? { code: notation.color(shown), comment: `${color.label}, at ${percent}`, uses: [] }
    : { code: faded, comment: `${color.label}, at ${percent}`, uses: [color] }
}

const ALPHA_TOLERANCE = 0.5 / 255

function nearestText({ is }: FoundColor): string {
  if (is.type !== 'off-brand' || is.nearest === null) return ''
  const { color, distance } = is.nearest
  return `, off brand; nearest: ${color.label} ${hexOf(color.value)}, ΔE ${distance.toFixed(3)} in OKLab`
}

/** Its stops by the brand’s names, as far as they are colors of it. */
function gradientExpression(
  { shown: { gradient }, stops }: FoundColor,
  notation: Notation,
  nameOf: NameOf,
): Pick<Expression, 'code' | 'uses'> {
  if (gradient === undefined) return { code: null, uses: [] }
  const texts = stops.map((stop) => expressionOf(stop, notation, nameOf))
  const byStop = new Map(gradient.stops.map((stop, index) => [stop, texts[index]]))
  const code = notation.gradient(gradient, (stop) => {
    const plain = { value: stop.color, ...(stop.wide && { wide: stop.wide }) }
    return byStop.get(stop)?.code ?? notation.color(plain)
  })
  return { code, uses: code === null ? [] : texts.flatMap(({ uses }) => uses) }
}
