import { Hono, type Context } from 'hono'
import { fold } from '../../shared/fold.ts'
import {
  LARGEST_PICTURE,
  LARGEST_REVIEW,
  LONGEST_MESSAGE,
  MOST_PICTURES,
  type ReviewChannel,
  type ReviewChannels,
  type ReviewConnection,
  type ReviewRefusal,
  type ReviewRefused,
} from '../../shared/review.ts'
import type { Log } from '../log.ts'
import type { Visitor } from '../people.ts'
import { readForm } from '../read-form.ts'
import { readBody } from '../read-text.ts'
import { refused, tooMany } from '../refusals.ts'
import type { Connections } from './connections.ts'
import { connectAddress } from './pages.ts'
import type { Reviews, ReviewToSend, Stop } from './reviews.ts'

export interface ReviewRoutesOptions {
  readonly connections: Connections
  readonly reviews: Reviews
  readonly log: Log
  /** The relay's. */
  readonly origin: string
  readonly visitor: (c: Context) => Promise<Visitor | null>
  /** For who is none. */
  readonly unauthenticated: (c: Context) => Response
}

/** Characters. */
const LONGEST_LINK = 1_000
const LONGEST_NAME = 80
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** The plugin's half of sending designs for review, under `/zoho`. */
export function reviewRoutes(options: ReviewRoutesOptions): Hono {
  const { connections, reviews, log, origin, visitor, unauthenticated } = options
  const app = new Hono()

  /** Answers who is signed in. */
  const forVisitor =
    (answer: (c: Context, person: string) => Response | Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      c.header('Cache-Control', 'no-store')
      const found = await visitor(c)
      if (found !== null) return answer(c, found.name)
      if (!c.req.raw.bodyUsed) await readBody(c.req.raw, 0)
      return unauthenticated(c)
    }

  app.get(
    '/status',
    forVisitor(async (c, person) => {
      const status: ReviewConnection = { isConnected: await connections.isConnected(person) }
      return c.json(status)
    }),
  )

  app.post(
    '/connect',
    forVisitor(async (c, person) =>
      c.json({ url: connectAddress(origin, await connections.invite(person)) }),
    ),
  )

  app.post(
    '/disconnect',
    forVisitor(async (c, person) => {
      const isRevoked = await connections.disconnect(person)
      log.info('zoho-disconnected', { person })
      return c.json({ success: true, message: isRevoked ? DISCONNECTED : NOT_REVOKED })
    }),
  )

  app.get(
    '/channels',
    forVisitor(async (c, person) => {
      const found = await reviews.channels(person)
      if (found.is === 'stopped') return stopped(c, found.by, {})
      const wanted = fold(c.req.query('search') ?? '').replace(/^#/, '')
      const isWanted = (name: string): boolean => fold(name).includes(wanted)
      const channels = found.channels
        .map((each) => toldApart(each, found.channels))
        .filter(({ name, uniqueName }) => isWanted(name) || isWanted(uniqueName))
      const answer: ReviewChannels = { channels }
      return c.json(answer)
    }),
  )

  function review(c: Context, person: string): Response {
    const found = reviews.find(person, c.req.param('id') ?? '')
    return found === null ? refusedAs(c, 404, 'invalid', UNKNOWN) : c.json(found)
  }

  app.get(
    '/reviews/:id',
    forVisitor((c, person) => review(c, person)),
  )

  app.post(
    '/reviews/:id/cancel',
    forVisitor((c, person) => {
      reviews.cancel(person, c.req.param('id') ?? '')
      return review(c, person)
    }),
  )

  app.post(
    '/reviews/:id',
    forVisitor(async (c, person) => {
      const id = c.req.param('id') ?? ''
      const form = await readForm(c.req.raw, LARGEST_REVIEW)
      if (form === 'too-large') return refusedAs(c, 413, 'picture-too-large', REVIEW_TOO_LARGE)
      const sent = form === 'none' ? 'invalid' : await reviewIn(form)
      if (sent === 'too-large') return refusedAs(c, 413, 'picture-too-large', PICTURE_TOO_LARGE)
      if (sent === 'invalid' || !/^[\w-]{16,64}$/.test(id)) {
        return refusedAs(c, 422, 'invalid', INVALID)
      }
      const result = await reviews.send(person, id, sent)
      const { review } = result
      switch (result.is) {
        case 'sent':
          log.info('review-sent', { person, parts: review.parts.length })
          return c.json(review)
        case 'another':
          return refusedAs(c, 409, 'another-review', ANOTHER, { review })
        case 'stopped':
          log.info('review-stopped', { person, because: result.by.is, part: result.part })
          return stopped(c, result.by, { part: result.part, review })
      }
    }),
  )

  /** `part`: as in `Sent`. */
  function stopped(
    c: Context,
    by: Stop,
    { part = null, ...more }: Pick<ReviewRefused, 'review'> & { readonly part?: number | null },
  ): Response {
    const what = part === null || part === 0 ? 'The note' : `Picture ${part}`
    const paused = (milliseconds: number): Response => {
      const message = `Zoho Cliq takes no more for ${duration(milliseconds)}. Try again then.`
      return tooMany(c, milliseconds, message, { code: 'paused', ...more })
    }
    switch (by.is) {
      case 'not-connected':
      // A new token was not taken either: it is not good for this.
      case 'signed-out':
        return refusedAs(c, 409, 'connect-zoho', CONNECT, more)
      case 'paused':
      case 'locked':
        return paused(by.milliseconds)
      case 'busy':
        return paused(BUSY_MS)
      case 'unknown-client':
        return refusedAs(c, 503, 'relay', RELAY, more)
      case 'gone':
        return refusedAs(c, 404, 'channel-gone', GONE, more)
      case 'closed':
        return refusedAs(c, 403, 'channel-closed', CLOSED, more)
      case 'too-large':
        return refusedAs(
          c,
          413,
          'picture-too-large',
          `${what} is too large for Zoho Cliq.${SMALLER}`,
          more,
        )
      case 'invalid':
        log.info('zoho-refused', { code: /^\w{1,60}$/.test(by.code) ? by.code : 'other' })
        return refusedAs(
          c,
          422,
          'invalid',
          `${what} was not taken by Zoho Cliq. Change it, then try again.`,
          more,
        )
      case 'cancelled':
        return refusedAs(c, 409, 'cancelled', CANCELLED, more)
      case 'not-reached':
      case 'unreachable':
        return refusedAs(c, 502, 'unreachable', UNREACHABLE, more)
      case 'in-doubt':
        return refusedAs(
          c,
          502,
          'in-doubt',
          `The connection to Zoho Cliq broke. ${what} may have arrived, and is not sent again: look in the channel. Press Retry for the rest.`,
          more,
        )
    }
  }

  return app
}

function refusedAs(
  c: Context,
  status: 403 | 404 | 409 | 413 | 422 | 502 | 503,
  code: ReviewRefusal,
  message: string,
  more: Pick<ReviewRefused, 'review'> = {},
): Response {
  return refused(c, status, message, { code, ...more })
}

/** How long Zoho gives no more tokens. */
const BUSY_MS = 10 * 60_000

const DISCONNECTED = 'Zoho Cliq is disconnected.'
const NOT_REVOKED =
  'Zoho Cliq is disconnected here, but Zoho did not answer: remove this app in your Zoho account, too, under connected apps.'
const CONNECT = 'Zoho Cliq is not connected. Press “Connect Zoho Cliq”.'
const RELAY =
  'Your team’s relay can no longer sign in to Zoho. Tell whoever looks after it in your team.'
const GONE = 'This channel is no longer in Zoho Cliq, or you are not in it. Choose another.'
const CLOSED = 'You may not post in this channel. Choose another, or ask who looks after it.'
const SMALLER = ' Choose a smaller size, then try again.'
const PICTURE_TOO_LARGE = `A picture has more than ${LARGEST_PICTURE / 1e6} MB.${SMALLER}`
const REVIEW_TOO_LARGE = `All pictures together have more than ${LARGEST_REVIEW / 1e6} MB.${SMALLER}`
const UNREACHABLE = 'Zoho Cliq does not answer. Press Retry in a moment.'
const CANCELLED = 'This was cancelled. Press Retry for the rest.'
const ANOTHER = 'This is not what was sent before. Send it as another review.'
const UNKNOWN = 'There is no such review.'
const INVALID = `A review has a channel, a note of up to ${LONGEST_MESSAGE} characters, and up to ${MOST_PICTURES} PNG pictures.`
/** A message has a text. */
const NO_NOTE = 'A design for review.'

function duration(milliseconds: number): string {
  if (milliseconds <= 60_000) return `${Math.max(1, Math.ceil(milliseconds / 1000))} seconds`
  const minutes = Math.ceil(milliseconds / 60_000)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}

async function reviewIn(form: FormData): Promise<ReviewToSend | 'invalid' | 'too-large'> {
  const field = (name: string): string => {
    const value = form.get(name)
    // Forms are sent with the line ends of Windows.
    return typeof value === 'string' ? value.trim().replaceAll('\r\n', '\n') : ''
  }
  const [channel, text, link] = [field('channel'), field('note'), field('link')]
  const pictures = form.getAll('pictures').filter((value) => value instanceof File)
  if (pictures.some(({ size }) => size > LARGEST_PICTURE)) return 'too-large'
  const isGood =
    isUniqueName(channel) &&
    text.length <= LONGEST_MESSAGE &&
    (link === '' || isFigmaLink(link)) &&
    pictures.length > 0 &&
    pictures.length <= MOST_PICTURES &&
    (await Promise.all(pictures.map(isPng))).every(Boolean)
  if (!isGood) return 'invalid'
  const message = { text: text === '' ? NO_NOTE : text, link: link === '' ? null : link }
  return { channel, message, pictures: pictures.map((png) => ({ name: nameOf(png), png })) }
}

/** With its unique name, where others have its name, too, but for case and accents. */
function toldApart(
  { name, uniqueName }: ReviewChannel,
  all: readonly ReviewChannel[],
): ReviewChannel {
  const isShared = all.some(
    (other) => fold(other.name) === fold(name) && other.uniqueName !== uniqueName,
  )
  return { uniqueName, name: isShared ? `${name} (${uniqueName})` : name }
}

/** Not what a server might read as another path. */
function isUniqueName(text: string): boolean {
  return text !== '' && text.length <= 200 && !/[/\\%?#\p{Cc}]|^\.+$/u.test(text)
}

function isFigmaLink(text: string): boolean {
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return false
  const { protocol, host, username } = new URL(text)
  return protocol === 'https:' && username === '' && /^(?:www\.)?figma\.com$/.test(host)
}

async function isPng(picture: File): Promise<boolean> {
  const bytes = new Uint8Array(await picture.slice(0, PNG.length).arrayBuffer())
  return PNG.every((byte, at) => bytes[at] === byte)
}

/** The name of a file anywhere. */
function nameOf({ name }: File): string {
  const plain = name
    .replace(/\.png$/i, '')
    .replace(/[\p{C}"*/:<>?\\|]/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
  return `${plain === '' ? 'Design' : plain}.png`
}
