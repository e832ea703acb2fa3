import type { Init } from '../../shared/cliquify/api-request.ts'
import { Trouble, troubleOf } from '../../shared/trouble.ts'
import type { Connection } from './connection.ts'
import { urlOf, withoutQuery } from './decode/url.ts'
import { isWithin } from './domains.ts'
import { NO_ACCESS, outOfReach, rateLimited, type Call } from '../../shared/cliquify/errors.ts'
import { isOutage, pauseAskedBy } from '../../shared/cliquify/reply.ts'
import { errorOf } from '../../shared/cliquify/reply-errors.ts'
import { fetchFile, type FileReply } from './fetch-reply.ts'
import type { Limits } from './limits.ts'
import { shareInFlight } from '../../shared/cliquify/share.ts'
import { openMediaMemory } from './media-memory.ts'
import { openPool } from './pool.ts'
import { backoff, sleep } from '../../shared/cliquify/timing.ts'

const REPEATS = 2
const LONGEST_PAUSE_MS = 30_000

/**
 * Downloads files; the token goes to the API's own origin only. Files outside the domains are
 * refused without a request; null leaves that to the browser.
 */
export function openMedia(
  origin: string,
  domains: readonly string[] | null,
  connection: Connection,
  limits: Limits,
): (url: string, signal: AbortSignal) => Promise<Uint8Array> {
  const share = shareInFlight<Uint8Array>()
  const pool = openPool(limits.parallelDownloads)
  const memory = openMediaMemory()
  const { redact } = connection
  const readable = new Set<string>()

  function fetchOnce(
    call: Call,
    url: string,
    token: string | null,
    signal: AbortSignal,
  ): Promise<FileReply> {
    const init: Init = token === null ? {} : { headers: { Authorization: `Bearer ${token}` } }
    const timeoutMs = limits.mediaTimeoutMs
    // With the token it is not the last try.
    const asksWhy = token === null
    const exchange = { call, url, init, timeoutMs, signal, redact, readable, asksWhy }
    return pool(signal, () => fetchFile(exchange))
  }

  async function fetchAny(call: Call, url: string, signal: AbortSignal): Promise<FileReply> {
    if (new URL(url).origin !== origin) return fetchOnce(call, url, null, signal)
    try {
      return await connection.authorised(signal, (token) => fetchOnce(call, url, token, signal))
    } catch (error) {
      // A plain file server may not allow the header across origins, nor need it.
      if (troubleOf(error).kind !== 'unreachable') throw error
      return fetchOnce(call, url, null, signal)
    }
  }

  async function download(call: Call, url: string, signal: AbortSignal): Promise<Uint8Array> {
    for (let repeats = 0; ; repeats++) {
      const result = await fetchAny(call, url, signal)
      const { status, bytes } = result
      if (bytes !== undefined) return bytes
      const asked = pauseAskedBy(result, Date.now())
      const mayHelp = status === 429 || isOutage(status)
      const wait = asked ?? backoff(limits.backoffMs * 2, repeats)
      if (!mayHelp || repeats >= REPEATS || wait > LONGEST_PAUSE_MS) {
        const error = errorOf(call, result, redact)
        throw status === 429 ? rateLimited(asked, error.details) : error
      }
      await sleep(wait, signal)
    }
  }

  return async (url, signal) => {
    const address = urlOf(url, origin)
    if (address === null) {
      throw new Trouble({
        kind: 'invalid-request',
        message: 'This file has no secure address. Replace it in Cliquify.',
        action: 'none',
        details: redact(lineOf(url)),
      })
    }
    const call = callTo(address)
    if (domains !== null && !isWithin(domains, address)) throw outOfReach(call, redact(call.line))
    return share(address, signal, (shared) =>
      memory.fetch(address, () => download(call, address, shared)),
    )
  }
}

function callTo(url: string): Call {
  return { type: 'media', what: 'this file', line: lineOf(url), blocked: NO_ACCESS, link: url }
}

/** Signed URLs carry their signature in the query. */
function lineOf(url: string): string {
  return `GET ${withoutQuery(url).slice(0, 300)}`
}
