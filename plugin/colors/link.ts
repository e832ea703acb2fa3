import type { Gradient, Rgba } from '../../shared/brand.ts'
import { NAMESPACE } from '../namespace.ts'
import { isFiniteNumber, isRecord, parseNote, readText } from '../read.ts'

/** What a synced style or variable carries: which color it is, and how it was at the last sync. */
export interface Link {
  readonly kitId: string
  /** The color's identity within the kit. */
  readonly color: string
  readonly name: string
  /** What the name would have been if no other color had wanted it. */
  readonly wanted: string
  /** sRGB. */
  readonly value: Rgba
  readonly gradient?: Gradient
}

/** A link as it is noted. */
export interface NotedLink {
  /** Null where it was never synced. */
  readonly link: Link | null
  /** Set where this plugin itself has noted the link as it is. */
  readonly isOwnLink?: true
}

/** What bears links: a paint style or a variable. */
export type LinkBearer = Pick<
  PluginDataMixin,
  'getSharedPluginData' | 'setSharedPluginData' | 'getPluginData' | 'setPluginData'
>

/** The link under a key; null where there is none, or a damaged one. */
export function linkUnder(key: string, bearer: LinkBearer): Link | null {
  return readLink(bearer.getSharedPluginData(NAMESPACE, key))
}

/** With whether this plugin has noted it: nobody else writes private plugin data. */
export function notedUnder(key: string, bearer: LinkBearer): NotedLink {
  const text = bearer.getSharedPluginData(NAMESPACE, key)
  const link = readLink(text)
  return link !== null && bearer.getPluginData(key) === text ? { link, isOwnLink: true } : { link }
}

/** Writes only where it differs. */
export function noteLink(key: string, bearer: LinkBearer, link: Link): void {
  const text = linkText(link)
  if (bearer.getSharedPluginData(NAMESPACE, key) === text) return
  // The shared one last: a sync that was broken off in between notes both again.
  bearer.setPluginData(key, text)
  bearer.setSharedPluginData(NAMESPACE, key, text)
}

export function removeLink(key: string, bearer: LinkBearer): void {
  bearer.setSharedPluginData(NAMESPACE, key, '')
  bearer.setPluginData(key, '')
}

/** Far finer than what a color's 8 bits can tell. */
const DECIMALS = 1e5

export function linkText({ kitId, color, name, wanted, value, gradient }: Link): string {
  const link = { kit: kitId, color, name, wanted, value: channelsOf(value) }
  if (gradient === undefined) return JSON.stringify(link)
  const { type, angle, center, radii, stops } = gradient
  const flat = stops.map((stop) => [round(stop.position), ...channelsOf(stop.color)])
  const place = {
    angle: round(angle),
    ...(center && { center: [center.x, center.y].map(round) }),
    ...(radii && { radii: [radii.x, radii.y].map(round) }),
  }
  return JSON.stringify({ ...link, gradient: { type, ...place, stops: flat } })
}

/** Null for damaged data: what bears it then counts as never synced. */
export function readLink(text: string): Link | null {
  const data = parseNote(text)
  if (data === null) return null
  const { kit, color } = data
  const [name, wanted] = [readText(data['name']), readText(data['wanted'])]
  const value = readRgba(data['value'])
  if (typeof kit !== 'string' || typeof color !== 'string') return null
  if (name === null || wanted === null || value === null) return null
  const link = { kitId: kit, color, name, wanted, value }
  const gradient = readGradient(data['gradient'])
  return gradient === null ? link : { ...link, gradient }
}

function readRgba(value: unknown): Rgba | null {
  if (!Array.isArray(value)) return null
  const [r, g, b, a] = value as readonly unknown[]
  if (!isFiniteNumber(r) || !isFiniteNumber(g) || !isFiniteNumber(b) || !isFiniteNumber(a)) {
    return null
  }
  return { r, g, b, a }
}

function readGradient(value: unknown): Gradient | null {
  if (!isRecord(value)) return null
  const { angle, stops } = value
  const type = TYPES.find((each) => each === value['type'])
  if (type === undefined || !isFiniteNumber(angle) || !Array.isArray(stops)) return null
  const [center, radii] = [readPoint(value['center']), readPoint(value['radii'])]
  const read = stops.flatMap((stop: unknown) => {
    const [position, ...channels] = Array.isArray(stop) ? (stop as readonly unknown[]) : []
    const color = readRgba(channels)
    return isFiniteNumber(position) && color !== null ? [{ position, color }] : []
  })
  return { type, angle, ...(center && { center }), ...(radii && { radii }), stops: read }
}

const TYPES = ['linear', 'radial', 'angular'] as const

function readPoint(value: unknown): Vector | null {
  if (!Array.isArray(value)) return null
  const [x, y] = value as readonly unknown[]
  return isFiniteNumber(x) && isFiniteNumber(y) ? { x, y } : null
}

function channelsOf({ r, g, b, a }: Rgba): readonly number[] {
  return [r, g, b, a].map(round)
}

function round(number: number): number {
  return Math.round(number * DECIMALS) / DECIMALS
}
