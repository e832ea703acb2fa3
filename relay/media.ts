import type { MediaLinks } from './media-links.ts'

/** Fetches a file for a designer; nothing of it is kept. */
export type Media = (request: MediaRequest) => Promise<MediaReply>

export interface MediaRequest {
  readonly id: string
  /** Of the designer's request. */
  readonly headers: Headers
  /** Cliquify's token, for files at its own origin; null for who has not signed in. */
  readonly token: () => Promise<string | null>
  readonly signal: AbortSignal
}

export type MediaReply =
  | { readonly is: 'file'; readonly response: Response }
  | { readonly is: 'unknown' }
  /** Not fetched, or not passed on. */
  | { readonly is: 'refused'; readonly reason: 'address' | 'redirect' | 'too-large' }
  | { readonly is: 'failed' }

export interface MediaOptions {
  readonly links: MediaLinks
  readonly cliquifyOrigin: string
  readonly fetchFile: FetchFile
}

/**
 * Asks one host, and follows it nowhere; `not-public` where that is one of the network that the relay
 * stands in. Rejects where it does not answer.
 */
export type FetchFile = (url: URL, request: FileRequest) => Promise<Response | 'not-public'>

export interface FileRequest {
  readonly headers: Headers
  readonly signal: AbortSignal
}

/** Bytes; what Figma takes at most of a video. */
const LARGEST_FILE = 100 * 1024 * 1024
/** Until the reply begins, and for each part of it. */
const PATIENCE_MS = 20_000
const MOST_REDIRECTS = 3

const ASKED_HEADERS = ['range', 'if-range', 'if-none-match', 'if-modified-since']
const PASSED_HEADERS = [
  'content-type',
  'content-length',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
]

export function openMedia({ links, cliquifyOrigin, fetchFile }: MediaOptions): Media {
  return async ({ id, headers, token, signal }) => {
    const address = await links.addressOf(id)
    if (address === null) return { is: 'unknown' }
    const stalled = new AbortController()
    const stall = (): void => stalled.abort()
    let timer = setTimeout(stall, PATIENCE_MS)
    const alive = (): void => {
      clearTimeout(timer)
      timer = setTimeout(stall, PATIENCE_MS)
    }
    const end = (): void => clearTimeout(timer)
    try {
      const found = await follow(address, AbortSignal.any([signal, stalled.signal]))
      if (!('is' in found)) return passOn(found, alive, end)
      end()
      return found
    } catch {
      end()
      return { is: 'failed' }
    }

    async function follow(first: URL, until: AbortSignal): Promise<Response | MediaReply> {
      let url = first
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        if (!links.isAllowed(url)) return { is: 'refused', reason: 'redirect' }
        const asked = new Headers({ 'Accept-Encoding': 'identity' })
        for (const name of ASKED_HEADERS) {
          const value = headers.get(name)
          if (value !== null) asked.set(name, value)
        }
        const given = url.origin === cliquifyOrigin ? await token() : null
        if (given !== null) asked.set('Authorization', `Bearer ${given}`)
        const response = await fetchFile(url, { headers: asked, signal: until })
        if (response === 'not-public') return { is: 'refused', reason: 'address' }
        const location = response.headers.get('location')
        if (response.status < 300 || response.status === 304 || location === null) return response
        await response.body?.cancel()
        if (!URL.canParse(location, url)) return { is: 'refused', reason: 'redirect' }
        url = new URL(location, url)
      }
      return { is: 'refused', reason: 'redirect' }
    }
  }
}

function passOn(response: Response, alive: () => void, end: () => void): MediaReply {
  const { status, body } = response
  if (status !== 200 && status !== 206 && status !== 304 && status !== 416) {
    end()
    void body?.cancel()
    return status === 404 || status === 403 || status === 410 ? { is: 'unknown' } : { is: 'failed' }
  }
  if (Number(response.headers.get('content-length')) > LARGEST_FILE) {
    end()
    void body?.cancel()
    return { is: 'refused', reason: 'too-large' }
  }
  const headers = new Headers({
    'Cache-Control': 'private, max-age=300',
    // Files come from outside: opened by themselves they must not act as pages of the relay.
    'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'X-Content-Type-Options': 'nosniff',
  })
  // What arrives unpacked is longer than what was announced.
  const isPacked = response.headers.has('content-encoding')
  for (const name of PASSED_HEADERS) {
    const value = response.headers.get(name)
    if (value !== null && !(isPacked && name === 'content-length')) headers.set(name, value)
  }
  if (body === null) {
    end()
    return { is: 'file', response: new Response(null, { status, headers }) }
  }
  return { is: 'file', response: new Response(bounded(body, alive, end), { status, headers }) }
}

/** Breaks off what is larger than it may be. */
function bounded(
  body: ReadableStream<Uint8Array>,
  alive: () => void,
  end: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let length = 0
  return new ReadableStream({
    async pull(controller) {
      alive()
      try {
        const { done, value } = await reader.read()
        length += value?.byteLength ?? 0
        if (length > LARGEST_FILE) throw new Error('The file is too large.')
        if (value !== undefined) controller.enqueue(value)
        if (!done) return
        end()
        controller.close()
      } catch (error) {
        end()
        controller.error(error)
        await reader.cancel().catch(() => undefined)
      }
    },
    async cancel() {
      end()
      await reader.cancel()
    },
  })
}
