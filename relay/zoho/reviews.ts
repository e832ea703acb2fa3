import type { SentReview, ReviewChannel, ReviewPart } from '../../shared/review.ts'
import type { Storage, Tables } from '../storage.ts'
import type { Budget } from './budget.ts'
import type {
  ChannelPage,
  Cliq,
  CliqAnswer,
  CliqRefusal,
  CliqToken,
  Message,
  Picture,
} from './cliq.ts'
import type { Access, Connections } from './connections.ts'

/** Designs on their way to channels, each part posted at most once. */
export interface Reviews {
  /**
   * Posts what is not posted yet of the review with this id. What Zoho may have already is not sent
   * again: it has no way to say "the same as before", and no scope of ours can look. Goes on
   * where nobody waits any more, until it is cancelled.
   */
  send(person: string, id: string, sent: ReviewToSend): Promise<Sent>
  /** Begins no other part of it; what is on its way is waited for by `send`. */
  cancel(person: string, id: string): void
  /** What became of it so far; null where the person has sent none with this id. */
  find(person: string, id: string): SentReview | null
  /** The person's channels, those that were sent to last first. */
  channels(person: string): Promise<Channels>
}

export interface ReviewToSend {
  /** The unique name. */
  readonly channel: string
  readonly message: Message
  readonly pictures: readonly Picture[]
}

export type Sent =
  | { readonly is: 'sent'; readonly review: SentReview }
  /** The id is that of something else. */
  | { readonly is: 'another'; readonly review: SentReview }
  /** `part`: which one it was about; none where it was about all. */
  | {
      readonly is: 'stopped'
      readonly by: Stop
      readonly part: number | null
      readonly review: SentReview
    }

export type Channels =
  | { readonly is: 'known'; readonly channels: readonly ReviewChannel[] }
  | { readonly is: 'stopped'; readonly by: Stop }

export type Stop =
  | CliqRefusal
  | { readonly is: 'in-doubt' | 'cancelled' }
  | NoAccess
  /** By the relay's own budget, for so many milliseconds. */
  | { readonly is: 'paused'; readonly milliseconds: number }

type NoAccess = Exclude<Access, { readonly is: 'granted' }>

export interface ReviewsOptions {
  readonly cliq: Cliq
  readonly connections: Connections
  readonly budget: Budget
  readonly storage: Storage
  readonly now: () => number
}

/** Longer than anybody presses Retry. */
const REMEMBERED_MS = 7 * 86_400_000
const CHANNELS_FRESH_MS = 5 * 60_000
/** Of 100 channels each. */
const MOST_PAGES = 10
const MOST_USED = 20

/** A review that is being sent. */
interface Flight {
  readonly controller: AbortController
  readonly promise: Promise<Sent>
}

export function openReviews({ cliq, connections, budget, storage, now }: ReviewsOptions): Reviews {
  const underWay = new Map<string, Flight>()

  function find(person: string, id: string): Tables['zoho-review'] | null {
    return storage.transact((rows) => rows.get('zoho-review', `${id} ${person}`))
  }

  function note(person: string, id: string, at: number, part: ReviewPart): void {
    storage.transact((rows) => {
      const key = `${id} ${person}`
      const found = rows.get('zoho-review', key)
      if (found === null) return
      const parts = found.parts.with(at, part)
      rows.put('zoho-review', key, { ...found, parts }, now() + REMEMBERED_MS)
    })
  }

  /** With a token in force, and once more where Zoho does not take it any more. */
  async function withToken<T>(
    person: string,
    call: (token: CliqToken) => Promise<CliqAnswer<T>>,
  ): Promise<CliqAnswer<T> | NoAccess> {
    const access = await connections.access(person)
    if (access.is !== 'granted') return access
    const answer = await call(access)
    if (answer.is !== 'signed-out') return answer
    const renewed = await connections.access(person, access.accessToken)
    return renewed.is === 'granted' ? call(renewed) : renewed
  }

  async function post(
    person: string,
    id: string,
    { channel, message, pictures }: ReviewToSend,
    cancelled: AbortSignal,
  ): Promise<Sent> {
    const parts = storage.transact((rows) => {
      const found = rows.get('zoho-review', `${id} ${person}`)
      if (found !== null) return found
      const waiting = Array<ReviewPart>(pictures.length + 1).fill('waiting')
      const review = { channel, parts: waiting }
      rows.put('zoho-review', `${id} ${person}`, review, now() + REMEMBERED_MS)
      return review
    })
    const review = (): SentReview => ({ id, ...(find(person, id) ?? parts) })
    if (parts.channel !== channel || parts.parts.length !== pictures.length + 1) {
      return { is: 'another', review: review() }
    }
    const stopped = (by: Stop, part: number | null): Sent => {
      return { is: 'stopped', by, part, review: review() }
    }
    const left = [...parts.parts.keys()].filter((at) => parts.parts[at] === 'waiting')
    if (left.length === 0) return { is: 'sent', review: review() }
    const access = await connections.access(person)
    if (access.is !== 'granted') return stopped(access, null)
    const messages = left[0] === 0 ? 1 : 0
    // All of it fits in, or nothing is begun.
    const wait = budget.take(person, { message: messages, picture: left.length - messages })
    if (wait > 0) return stopped({ is: 'paused', milliseconds: wait }, null)
    for (const at of left) {
      if (cancelled.aborted) return stopped({ is: 'cancelled' }, at)
      const picture = pictures[at - 1]
      // Before it is sent: where the relay is killed meanwhile, nobody knows.
      note(person, id, at, 'in-doubt')
      const answer = await withToken(person, (token) =>
        picture === undefined
          ? cliq.postMessage(token, channel, message)
          : cliq.postPicture(token, channel, picture),
      )
      if (answer.is === 'in-doubt') return stopped(answer, at)
      if (answer.is !== 'done') {
        note(person, id, at, 'waiting')
        if (answer.is === 'locked') {
          budget.lock(person, at === 0 ? 'message' : 'picture', answer.milliseconds)
        }
        if (answer.is === 'gone') storage.transact((rows) => rows.delete('zoho-channels', person))
        return stopped(answer, at)
      }
      note(person, id, at, 'posted')
      noteUsed(person, channel)
    }
    return { is: 'sent', review: review() }
  }

  function noteUsed(person: string, channel: string): void {
    storage.transact((rows) => {
      const before = rows.get('zoho-used', person)?.channels ?? []
      const channels = [channel, ...before.filter((each) => each !== channel)].slice(0, MOST_USED)
      rows.put('zoho-used', person, { channels }, null)
    })
  }

  async function load(person: string): Promise<Channels> {
    const channels: ReviewChannel[] = []
    let next: string | null = null
    for (let page = 0; page < MOST_PAGES; page++) {
      const wait = budget.take(person, { channels: 1 })
      if (wait > 0) return { is: 'stopped', by: { is: 'paused', milliseconds: wait } }
      const from: string | null = next
      const answer: CliqAnswer<ChannelPage> | NoAccess = await withToken(person, (token) =>
        cliq.channels(token, from),
      )
      if (answer.is !== 'done') {
        if (answer.is === 'locked') budget.lock(person, 'channels', answer.milliseconds)
        return { is: 'stopped', by: readingStoppedBy(answer) }
      }
      channels.push(...answer.value.channels)
      next = answer.value.next
      if (next === null) break
    }
    storage.transact((rows) => {
      rows.put('zoho-channels', person, { channels }, now() + CHANNELS_FRESH_MS)
    })
    return { is: 'known', channels }
  }

  return {
    async send(person, id, sent) {
      const key = `${id} ${person}`
      let running = underWay.get(key)
      while (running?.controller.signal.aborted === true) {
        await running.promise
        running = underWay.get(key)
      }
      if (running !== undefined) return running.promise
      const controller = new AbortController()
      const promise = post(person, id, sent, controller.signal)
      underWay.set(key, { controller, promise })
      return promise.finally(() => underWay.delete(key))
    },
    cancel(person, id) {
      underWay.get(`${id} ${person}`)?.controller.abort()
    },
    find(person, id) {
      const found = find(person, id)
      return found === null ? null : { id, ...found }
    },
    async channels(person) {
      if (!(await connections.isConnected(person))) {
        return { is: 'stopped', by: { is: 'not-connected' } }
      }
      const kept = storage.transact((rows) => rows.get('zoho-channels', person))
      const loaded: Channels = kept === null ? await load(person) : { is: 'known', ...kept }
      if (loaded.is !== 'known') return loaded
      const used = storage.transact((rows) => rows.get('zoho-used', person))?.channels ?? []
      const rank = ({ uniqueName }: ReviewChannel): number => {
        const at = used.indexOf(uniqueName)
        return at < 0 ? used.length : at
      }
      return { is: 'known', channels: loaded.channels.toSorted((a, b) => rank(a) - rank(b)) }
    },
  }
}

/** What it means that a list could not be read: there is no channel and no part that it is about. */
function readingStoppedBy(answer: Exclude<CliqAnswer<unknown>, { is: 'done' }> | NoAccess): Stop {
  // The account has no Cliq, or may not use it: another one may.
  if (answer.is === 'closed') return { is: 'signed-out' }
  return NO_LIST.includes(answer.is) ? { is: 'not-reached' } : answer
}

const NO_LIST: readonly Stop['is'][] = ['gone', 'too-large', 'invalid', 'in-doubt']
