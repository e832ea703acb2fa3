/**
 * What the plugin and a team's relay say to each other about designs that are sent for review in
 * Zoho Cliq; the routes are in docs/relay.md. A relay without Zoho Cliq answers them with 404.
 */

/** What a relay takes of a review. */
export const MOST_PICTURES = 10
/** Bytes of a picture, and of all that is sent: an object of Workers has 128 MB for all that it does. */
export const LARGEST_PICTURE = 10_000_000
export const LARGEST_REVIEW = 40_000_000
/** Characters of the note, with what the plugin adds to it; a message of Zoho's has at most 10,000. */
export const LONGEST_MESSAGE = 4_000

/** Of `GET /zoho/status`. */
export interface ReviewConnection {
  readonly isConnected: boolean
}

/** Of `GET /zoho/channels`: those that were sent to last come first. */
export interface ReviewChannels {
  readonly channels: readonly ReviewChannel[]
}

export interface ReviewChannel {
  /** What it is sent to by. */
  readonly uniqueName: string
  /** As people know it, without a `#`; no two have the same, whatever their case and accents. */
  readonly name: string
}

/** What became of the parts of a review, by `GET /zoho/reviews/{id}`, and when it is sent. */
export interface SentReview {
  readonly id: string
  /** The unique name. */
  readonly channel: string
  /** The note first, then each picture in its order. */
  readonly parts: readonly ReviewPart[]
}

/**
 * `in-doubt`: it is on its way, or the connection broke before Zoho said whether it has it. As it is
 * never sent a second time, people have to look.
 */
export type ReviewPart = 'waiting' | 'posted' | 'in-doubt'

/** What the relay says where it did not do it. */
export interface ReviewRefused {
  readonly success: false
  /** One sentence for people. */
  readonly message: string
  readonly code: ReviewRefusal
  /** Where it was about one. */
  readonly review?: SentReview
}

export type ReviewRefusal =
  /** Nobody has connected, or Zoho no longer knows the connection: “Connect Zoho Cliq”. */
  | 'connect-zoho'
  /** Too many requests; `Retry-After` has the seconds. */
  | 'paused'
  /** It was cut off: what is in doubt is not sent again, Retry sends the rest. */
  | 'in-doubt'
  /** By `POST /zoho/reviews/{id}/cancel`; Retry sends the rest. */
  | 'cancelled'
  /** It is sure that nothing was posted by this; Retry may help. */
  | 'unreachable'
  /** Only whoever looks after the relay can mend it; its log says how. */
  | 'relay'
  | 'channel-gone'
  | 'channel-closed'
  | 'picture-too-large'
  /** The id is that of a review in another channel, or with more or fewer pictures. */
  | 'another-review'
  /** Fields that are missing or malformed, or what Zoho does not take. */
  | 'invalid'
