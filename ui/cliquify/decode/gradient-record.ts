import {
  firstOf,
  isNamed,
  isRecord,
  numberOf,
  own,
  type JsonRecord,
} from '../../../shared/cliquify/value.ts'

const STOP_KEYS = ['stops', 'color_stops', 'gradient_stops', 'colors']
const PLACE_KEYS = ['position', 'offset', 'stop', 'at', 'location', 'percent', 'percentage']
const COLOR_KEYS = ['color', 'colour', 'hex', 'value', 'color_code']
const ANGLE_KEYS = ['angle', 'rotation', 'degrees', 'deg', 'direction']
const TYPE_KEYS = ['gradient_type', 'type', 'kind', 'shape', 'style']

/** A gradient whose parts are fields of a record, as one text of CSS; null where it is none. */
export function cssOfGradient(record: JsonRecord): string | null {
  const list = STOP_KEYS.map((key) => own(record, key)).find(Array.isArray)
  const stops = readStops(list ?? [])
  const [type, angle] = [firstOf(record, TYPE_KEYS), firstOf(record, ANGLE_KEYS)]
  const kind = typeof type === 'string' ? /linear|radial|conic|angular|gradient/i.exec(type) : null
  // A list of colors alone is a palette.
  const isMeant = kind !== null || angle !== undefined || (stops?.places ?? 0) > 0
  if (stops === null || !isMeant) return null
  const name = kind?.[0].toLowerCase() ?? 'linear'
  const inside = stops.parts.join(', ')
  if (name === 'radial') return `radial-gradient(${inside})`
  const isConic = name === 'conic' || name === 'angular'
  const from = directionOf(angle)
  const head = from === null ? '' : `${isConic ? 'from ' : ''}${from}, `
  return `${isConic ? 'conic' : 'linear'}-gradient(${head}${inside})`
}

/** Null where one of them is no color, or there are fewer than two. */
function readStops(
  list: readonly unknown[],
): { readonly parts: readonly string[]; readonly places: number } | null {
  const stops = list.map((stop) => {
    const color = isRecord(stop) ? firstOf(stop, COLOR_KEYS) : stop
    const place = isRecord(stop) ? firstOf(stop, PLACE_KEYS) : undefined
    const text = typeof place === 'string' ? place.replace(/\s*%$/, '') : place
    return { color, place: numberOf(text), isOwn: isNamed(stop) }
  })
  // Named colors without places are a palette of their own.
  if (stops.some(({ isOwn, place }) => isOwn && place === null)) return null
  if (stops.length < 2 || !stops.every(({ color }) => typeof color === 'string')) return null
  const places = stops.flatMap(({ place }) => place ?? [])
  const full = places.every((place) => place <= 1) ? 100 : 1
  return {
    parts: stops.map(({ color, place }) =>
      place === null ? String(color) : `${String(color)} ${place * full}%`,
    ),
    places: places.length,
  }
}

/** A number is in degrees; `to right` and `0.25turn` are CSS already. */
function directionOf(angle: unknown): string | null {
  const degrees = numberOf(angle)
  if (degrees !== null) return `${degrees}deg`
  return typeof angle === 'string' && angle.trim() !== '' ? angle.trim().replace(/°$/, 'deg') : null
}
