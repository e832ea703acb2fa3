import { pauseAskedBy, type Reply } from '../../shared/cliquify/reply.ts'
import { firstOf, isRecord, own } from '../../shared/cliquify/value.ts'
import type { ReviewChannel } from '../../shared/review.ts'
import { ask, type Unanswered } from './ask.ts'
import { cliqOf, type Centre } from './centres.ts'

/** Cliq's API, version 2 (zoho.com/cliq/help/restapi/v2). */
export interface Cliq {
  /** A page of the channels that the person is in; `next`: where the one after it begins. */
  channels(token: CliqToken, from: string | null): Promise<CliqAnswer<ChannelPage>>
  postMessage(token: CliqToken, channel: string, message: Message): Promise<CliqAnswer<null>>
  postPicture(token: CliqToken, channel: string, picture: Picture): Promise<CliqAnswer<null>>
}

export interface CliqToken {
  readonly centre: Centre
  readonly accessToken: string
}

export interface ChannelPage {
  readonly channels: readonly ReviewChannel[]
  readonly next: string | null
}

export interface Message {
  readonly text: string
  /** Where its button leads. */
  readonly link: string | null
}

export interface Picture {
  /** As the file is called in the channel. */
  readonly name: string
  readonly png: Blob
}

export type CliqAnswer<T> =
  | { readonly is: 'done'; readonly value: T }
  | CliqRefusal
  /** Zoho may have done it. */
  | { readonly is: 'in-doubt' }

/** Zoho has not done it. */
export type CliqRefusal =
  | { readonly is: 'signed-out' | 'gone' | 'closed' | 'too-large' | 'not-reached' }
  | { readonly is: 'locked'; readonly milliseconds: number }
  /** `code`: Zoho's word for it. */
  | { readonly is: 'invalid'; readonly code: string }

const PAGE_SIZE = 100
const PATIENCE_MS = 20_000
const UPLOAD_PATIENCE_MS = 60_000
/** What Zoho documents of its locks. */
const LOCK_MS = 10 * 60_000

/** `standIn`: as in `centres.ts`. */
export function openCliq(standIn: string | null, now: () => number): Cliq {
  const call = (
    { centre, accessToken }: CliqToken,
    path: string,
    init: RequestInit,
    patienceMs: number,
  ): Promise<Reply | Unanswered> => {
    const headers = new Headers(init.headers)
    headers.set('Authorization', `Zoho-oauthtoken ${accessToken}`)
    return ask(`${cliqOf(centre, standIn)}/api/v2/${path}`, { ...init, headers }, patienceMs)
  }
  const byName = (channel: string): string => `channelsbyname/${encodeURIComponent(channel)}`

  return {
    async channels(token, from) {
      const query = new URLSearchParams({ joined: 'true', limit: String(PAGE_SIZE) })
      if (from !== null) query.set('next_token', from)
      const reply = await call(token, `channels?${query}`, {}, PATIENCE_MS)
      const answer = answerOf(reply, now())
      if (answer.is !== 'done') return answer
      const page = typeof reply === 'string' ? null : pageOf(reply.body)
      return page === null ? { is: 'not-reached' } : { is: 'done', value: page }
    },
    async postMessage(token, channel, { text, link }) {
      const button = { label: 'Open in Figma', type: '+' }
      const body = {
        text,
        ...(link === null
          ? {}
          : {
              card: { title: 'Design for review', theme: 'modern-inline' },
              buttons: [{ ...button, action: { type: 'open.url', data: { web: link } } }],
            }),
      }
      const headers = { 'Content-Type': 'application/json' }
      const init = { method: 'POST', headers, body: JSON.stringify(body) }
      return answerOf(await call(token, `${byName(channel)}/message`, init, PATIENCE_MS), now())
    },
    async postPicture(token, channel, { name, png }) {
      const body = new FormData()
      body.append('files', png.slice(0, png.size, 'image/png'), name)
      const init = { method: 'POST', body }
      return answerOf(
        await call(token, `${byName(channel)}/files`, init, UPLOAD_PATIENCE_MS),
        now(),
      )
    },
  }
}

function answerOf(reply: Reply | Unanswered, now: number): CliqAnswer<null> {
  if (typeof reply === 'string') return { is: reply }
  const { status } = reply
  if (status >= 200 && status <= 299) return { is: 'done', value: null }
  const told = isRecord(reply.body) ? firstOf(reply.body, ['code', 'error_code']) : undefined
  const code = typeof told === 'string' ? told.toLowerCase() : ''
  // Over the limit it is 429 by the documentation, and was seen to be 400.
  if (status === 429 || code === 'request_limit_exceeded') {
    return { is: 'locked', milliseconds: pauseAskedBy(reply, now) ?? LOCK_MS }
  }
  if (status === 401) return { is: 'signed-out' }
  if (status === 413 || /too_large|size/.test(code)) return { is: 'too-large' }
  if (status === 404 || /not_(?:found|exists?)$/.test(code)) return { is: 'gone' }
  if (status === 403 || /denied|permission|not_allowed|archived/.test(code)) {
    return { is: 'closed' }
  }
  if (status >= 400 && status <= 499) return { is: 'invalid', code }
  // It may have failed after it was done.
  return { is: 'in-doubt' }
}

/** Null where it is none. */
function pageOf(body: unknown): ChannelPage | null {
  const listed = isRecord(body) ? own(body, 'channels') : undefined
  if (!isRecord(body) || !Array.isArray(listed)) return null
  const channels = listed.filter(isRecord).flatMap((channel): ReviewChannel[] => {
    const uniqueName = own(channel, 'unique_name')
    if (typeof uniqueName !== 'string' || uniqueName === '') return []
    const name = own(channel, 'name')
    return [{ uniqueName, name: typeof name === 'string' ? name.replace(/^#/, '') : uniqueName }]
  })
  const next = own(body, 'next_token')
  return { channels, next: typeof next === 'string' && next !== '' ? next : null }
}
