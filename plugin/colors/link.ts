import { GRADIENT_TYPES, type Gradient, type Rgba } from '../../shared/brand.ts'
import { memberOf } from '../member-of.ts'
import { noteText, writeNoteText } from '../notes.ts'
import {
  allOf,
  finite,
  listOf,
  membersOf,
  oneOf,
  parseNote,
  plain,
  recordOf,
  text,
  type Read,
} from '../read.ts'

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
  readonly gradient?: Gradient | undefined
}

/** A link as it is noted. */
export interface NotedLink {
  /** Null where it was never synced. */
  readonly link: Link | null
  /** Set where this plugin itself has noted the link as it is. */
  readonly isOwnLink?: true
  /** Set where this editor can note none. */
  readonly takesNoLink?: true
}

/** A style or variable, and the link that it carries. */
export interface WithLink<T extends PaintStyle | Variable = PaintStyle | Variable> {
  readonly item: T
  readonly link: Link
}

/** What bears links: a paint style or a variable. */
export type LinkBearer = Partial<
  Pick<
    PluginDataMixin,
    'getSharedPluginData' | 'setSharedPluginData' | 'getPluginData' | 'setPluginData'
  >
>

type NamedBearer = LinkBearer & { readonly name: string }

/** The link under a key; null where there is none, or a damaged one. */
export function linkUnder(key: string, bearer: LinkBearer): Link | null {
  return readLink(noteText(bearer, key))
}

/** With whether this plugin has noted it: nobody else writes private plugin data. */
export function notedUnder(key: string, bearer: LinkBearer): NotedLink {
  if (!memberOf(bearer, 'setSharedPluginData')) return { link: null, takesNoLink: true }
  const text = noteText(bearer, key)
  const link = readLink(text)
  return link && memberOf(bearer, 'getPluginData')?.(key) === text
    ? { link, isOwnLink: true }
    : { link }
}

/** With the name as Figma has it, should it have made another of it. Writes only where it differs. */
export function noteLink(key: string, bearer: NamedBearer, link: Link): void {
  const text = linkText({ ...link, name: bearer.name })
  if (noteText(bearer, key) === text) return
  // The shared one last: a sync that was broken off in between notes both again.
  memberOf(bearer, 'setPluginData')?.(key, text)
  writeNoteText(bearer, key, text)
}

export function removeLink(key: string, bearer: LinkBearer): void {
  writeNoteText(bearer, key, '')
  memberOf(bearer, 'setPluginData')?.(key, '')
}

/** Far finer than what a color's 8 bits can tell. */
const DECIMALS = 1e5

export function linkText({ kitId, color, name, wanted, value, gradient }: Link): string {
  const link = { kit: kitId, color, name, wanted, value: channelsOf(value) }
  const turned = gradient && {
    type: gradient.type,
    angle: gradient.angle,
    center: coordinatesOf(gradient.center),
    radii: coordinatesOf(gradient.radii),
    stops: gradient.stops.map(({ position, color: of }) => [position, ...channelsOf(of)]),
  }
  return JSON.stringify({ ...link, gradient: turned }, (_, member: unknown) =>
    typeof member === 'number' ? Math.round(member * DECIMALS) / DECIMALS : member,
  )
}

/** Null for damaged data: what bears it then counts as never synced. */
export function readLink(note: string): Link | null {
  const data = parseNote(note)
  const link = readNoted(data)
  if (!link) return null
  const { kit, ...rest } = link
  return { kitId: kit, ...rest, gradient: readGradient(data?.['gradient']) }
}

const readNumbers = allOf(finite)

// Where a list has its last number, it has all of those before it.

const readRgba: Read<Rgba> = (value) => {
  const [r = 0, g = 0, b = 0, a] = readNumbers(value) ?? []
  return a === undefined ? undefined : { r, g, b, a }
}

const readPoint: Read<Vector> = (value) => {
  const [x = 0, y] = readNumbers(value) ?? []
  return y === undefined ? undefined : { x, y }
}

const readStop: Read<Gradient['stops'][number]> = (value) => {
  const [position = 0, ...channels] = readNumbers(value) ?? []
  const color = readRgba(channels)
  return color && { position, color }
}

const readNoted = recordOf({ kit: text, color: text, name: plain, wanted: plain, value: readRgba })

const readTurned = recordOf({
  type: oneOf(...GRADIENT_TYPES),
  angle: finite,
  stops: listOf(readStop),
})

function readGradient(value: unknown): Gradient | undefined {
  const read = readTurned(value)
  if (!read) return undefined
  const members = membersOf(value)
  const [center, radii] = [readPoint(members['center']), readPoint(members['radii'])]
  return { ...read, ...(center && { center }), ...(radii && { radii }) }
}

function coordinatesOf(point: Vector | undefined): readonly number[] | undefined {
  return point && [point.x, point.y]
}

function channelsOf({ r, g, b, a }: Rgba): readonly number[] {
  return [r, g, b, a]
}
