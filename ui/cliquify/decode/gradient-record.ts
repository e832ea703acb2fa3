import {
  firstOf,
  flagOf,
  nameOf,
  numberOf,
  own,
  ownName,
  recordOf,
  type JsonRecord,
} from '../../../shared/cliquify/value.ts'

/** Beside `colors`, a `gradient` is a list of its own. */
const STOP_KEYS = ['stops', 'color_stops', 'gradient_stops', 'colors', 'value', 'gradient']
const PLACE_KEYS = ['position', 'offset', 'stop', 'at', 'location', 'percent', 'percentage']
const ANGLE_KEYS = ['angle', 'rotation', 'degrees', 'deg', 'direction']
const TYPE_KEYS = ['gradient_type', 'type', 'kind', 'shape', 'style']

/** A color as CSS, however it is told; null where it is none. */
export type ToCss = (color: unknown) => string | null

interface Stop {
  readonly css: string
  /** Null where it is not told. */
  readonly place: number | null
  readonly isNamed: boolean
}

/** A gradient whose parts are fields of a record, as one text of CSS; null where it is none. */
export function cssOfGradient(record: JsonRecord, toCss: ToCss): string | null {
  const key = STOP_KEYS.find((each) => Array.isArray(own(record, each)))
  if (key === undefined) return null
  const list = [own(record, key)].flat()
  const stops = list.flatMap((stop) => readStop(stop, toCss) ?? [])
  if (stops.length < 2 || stops.length < list.length) return null
  const angle = firstOf(record, ANGLE_KEYS)
  const type = nameOf(firstOf(record, TYPE_KEYS))?.toLowerCase() ?? ''
  const [kind] = /linear|radial|conic|angular|gradient/.exec(type) ?? []
  const isMeant =
    kind !== undefined ||
    angle !== undefined ||
    flagOf(own(record, 'is_gradient')) === true ||
    stops.some(({ place }) => place !== null)
  // A list of colors alone is a palette, and so is one of named colors without places.
  const isPalette = !isMeant || stops.some(({ isNamed, place }) => isNamed && place === null)
  if (isPalette && !/stops|gradient/.test(key)) return null
  const full = stops.every(({ place }) => place === null || place <= 1) ? 100 : 1
  const inside = stops
    .sort((one, other) => (one.place ?? NaN) - (other.place ?? NaN) || 0)
    .map(({ css, place }) => (place === null ? css : `${css} ${place * full}%`))
    .join(', ')
  if (kind === 'radial') return `radial-gradient(${inside})`
  const isConic = kind === 'conic' || kind === 'angular'
  const from = directionOf(angle)
  const head = from === null ? '' : `${isConic ? 'from ' : ''}${from}, `
  return `${isConic ? 'conic' : 'linear'}-gradient(${head}${inside})`
}

function readStop(stop: unknown, toCss: ToCss): Stop | null {
  const fields = recordOf(stop)
  const place = firstOf(fields, PLACE_KEYS)
  const text = typeof place === 'string' ? place.replace('%', '') : place
  const css = toCss(stop)
  return css === null ? null : { css, place: numberOf(text), isNamed: ownName(fields) !== null }
}

/** A number is in degrees, `right` leads to the right; `to right` and `0.25turn` are CSS already. */
function directionOf(angle: unknown): string | null {
  const degrees = numberOf(angle)
  if (degrees !== null) return `${degrees}deg`
  if (typeof angle !== 'string' || angle.trim() === '') return null
  return angle
    .trim()
    .toLowerCase()
    .replace(/°$/, 'deg')
    .replace('horizontal', 'right')
    .replace('vertical', 'bottom')
    .replace(/^(?=top|bottom|left|right)/, 'to ')
}
