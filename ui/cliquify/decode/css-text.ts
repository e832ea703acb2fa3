/** The small parts of CSS that colors and gradients share, see w3.org/TR/css-values-4. */

/** Degrees in each unit of an angle. */
const ANGLES: Readonly<Record<string, number>> = {
  '': 1,
  deg: 1,
  grad: 0.9,
  rad: 180 / Math.PI,
  turn: 360,
}

/**
 * Trimmed, in lower case and without comments. Only ASCII letters have two cases in CSS: the Kelvin
 * sign is no k.
 */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g, ' ')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .trim()
}

/** A number times what its unit is worth; null where it is no number, or has another unit. */
export function numberWith(text: string, units: Readonly<Record<string, number>>): number | null {
  const [, number, unit = ''] =
    /^([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)(%|[a-z]+)?$/.exec(text) ?? []
  const one = Object.hasOwn(units, unit) ? units[unit] : undefined
  return number === undefined || one === undefined ? null : Number(number) * one
}

/** Degrees; a number without a unit is read as degrees, too. */
export function angleOf(text: string): number | null {
  return numberWith(text, ANGLES)
}
