/** What went wrong, one kind for each thing that a person, or the code, would do about it. */
export type TroubleKind =
  // Whatever was asked for
  | 'cancelled'
  | 'no-handler'
  /** Nobody foresaw it. */
  | 'failed'
  // Connecting to Cliquify
  | 'wrong-credentials'
  | 'missing-credentials'
  | 'connection-refused'
  | 'inactive-account'
  | 'connection-expired'
  | 'missing-scope'
  | 'no-company'
  // Reading from it
  | 'not-offered'
  /** What was asked about has been deleted. */
  | 'deleted'
  | 'invalid-request'
  | 'rate-limited'
  | 'server-down'
  | 'not-json'
  | 'unexpected-reply'
  | 'offline'
  | 'unreachable'
  | 'blocked'
  | 'out-of-reach'
  | 'timeout'
  // Sending designs for review
  | 'connect-zoho'
  // Files
  /** Its address no longer works: signed ones do for some time only. */
  | 'expired-link'
  | 'unusable-file'
  // What Figma refuses
  | 'image-refused'
  | 'svg-refused'
  | 'video-refused'
  | 'place-failed'
  | 'fill-failed'
  | 'replace-failed'
  | 'draw-failed'
  | 'use-failed'
  | 'collection'
  | 'mode-limit'
  | 'version'
  | 'storage'
  | 'wrong-editor'
  /** Of the team, with published colors. */
  | 'library'
  // The state of the document
  | 'gone'
  | 'locked'
  | 'in-instance'
  | 'edited'
  | 'picture-only'

/** What the window offers as a button beside the sentence. */
export type TroubleAction = 'retry' | 'connect' | 'settings' | 'none'

/** A trouble as plain data, as it crosses the channel. */
export type TroubleData = Pick<Trouble, 'kind' | 'message' | 'action' | 'details' | 'link'>

/** What a person is told when something failed. Everything that is thrown for people to read is one. */
export class Trouble extends Error {
  readonly kind: TroubleKind
  /** `retry` unless told otherwise. */
  readonly action: TroubleAction
  /** For engineers, without secrets and tokens; null where there is nothing to add. */
  readonly details: string | null
  /** What a person can open to help themselves, https; null where there is nothing. */
  readonly link: string | null

  /** `message`: one plain sentence, and what to do next. */
  constructor({ kind, message, action = 'retry', details = null, link = null }: TroubleInit) {
    super(message)
    this.name = 'Trouble'
    this.kind = kind
    this.action = action
    this.details = details
    this.link = link
  }
}

export type TroubleInit = Pick<TroubleData, 'kind' | 'message'> & Partial<TroubleData>

/** Makes any thrown value presentable. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof Trouble) return thrown
  if (thrown instanceof Error && thrown.name === 'AbortError') return cancelled()
  return new Trouble({
    kind: 'failed',
    message: 'Something went wrong. Try again.',
    details: detailsOf(thrown),
  })
}

export function dataOf(trouble: Trouble): TroubleData {
  // The message of an error is the one thing of it that no copy takes along.
  return Object.assign({ message: trouble.message }, trouble)
}

/** What was thrown, in its own words. */
function detailsOf(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
}

export function cancelled(): Trouble {
  return new Trouble({ kind: 'cancelled', message: 'Cancelled.', action: 'none' })
}

/** Whether the failure is only that somebody, or a screen that went away, cancelled. */
export function isCancelled(thrown: unknown): boolean {
  return troubleOf(thrown).kind === 'cancelled'
}
