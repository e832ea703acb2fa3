import { lookup } from 'node:dns/promises'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline, Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { FetchFile, FileRequest } from '../media.ts'
import { isPublicAddress } from './public-addresses.ts'

export interface FetchFileOptions {
  /** A host that an administrator named: it may stand in the network of the relay. */
  readonly trusted: string
  /** All addresses of a host; rejects where there are none. */
  readonly resolve?: (host: string) => Promise<readonly Address[]>
}

export interface Address {
  readonly address: string
  readonly family: number
}

/** A host of the network that the relay stands in. */
class NotPublic extends Error {}

/**
 * Fetches from hosts of the public internet. A name is looked up once and connected to at the
 * addresses that were looked at: asked a second time it could lead elsewhere.
 */
export function openFetchFile({ trusted, resolve = resolveAll }: FetchFileOptions): FetchFile {
  async function checked(host: string): Promise<readonly Address[]> {
    const found = await resolve(host)
    const isPublic = host === trusted || found.every(({ address }) => isPublicAddress(address))
    if (found.length === 0 || !isPublic) throw new NotPublic()
    return found
  }

  const lookUp: LookupFunction = (host, { all }, callback) => {
    checked(host).then(
      (found) => {
        const [first] = found
        if (all === true) callback(null, [...found])
        else callback(null, first?.address ?? '', first?.family)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''),
    )
  }

  return async (url, request) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // An address is connected to without being looked up.
    if (isIP(host) !== 0 && host !== trusted && !isPublicAddress(host)) return 'not-public'
    try {
      return responseOf(await answerTo(url, request, lookUp))
    } catch (error) {
      if (error instanceof NotPublic) return 'not-public'
      throw error
    }
  }
}

function resolveAll(host: string): Promise<readonly Address[]> {
  return lookup(host, { all: true })
}

function answerTo(
  url: URL,
  { headers, signal }: FileRequest,
  lookUp: LookupFunction,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    request(url, { headers: Object.fromEntries(headers), lookup: lookUp, signal })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
}

const NO_BODY = [204, 205, 304]

function responseOf(message: IncomingMessage): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  const { statusCode: status = 0 } = message
  if (NO_BODY.includes(status)) {
    message.resume()
    return new Response(null, { status, headers })
  }
  return new Response(Readable.toWeb(unpacked(message)) as ReadableStream, { status, headers })
}

/** A body as `fetch` gives it. */
function unpacked(message: IncomingMessage): Readable {
  const unpack = UNPACK[message.headers['content-encoding'] ?? '']
  // What fails, fails in the stream that is read.
  return unpack === undefined ? message : pipeline(message, unpack(), () => undefined)
}

const UNPACK: Readonly<Record<string, typeof createGunzip | undefined>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}
