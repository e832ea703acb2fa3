import { Hono } from 'hono'
import { bearerOf } from './bearer.ts'
import type { Log } from './log.ts'
import { openMedia, type FetchFile } from './media.ts'
import type { MediaLinks } from './media-links.ts'
import { refused } from './refusals.ts'

export interface MediaRoutesOptions {
  readonly links: MediaLinks
  readonly cliquifyOrigin: string
  readonly fetchFile: FetchFile
  /** Cliquify's token for files at its own origin; null where the bearer has not signed in. */
  readonly tokenFor: (bearer: string | null) => Promise<string | null>
  readonly log: Log
}

/** Files by their signed id, under `/media`. They need nothing that is kept but the token. */
export function mediaRoutes(options: MediaRoutesOptions): Hono {
  const { tokenFor, log } = options
  const media = openMedia(options)
  const app = new Hono()
  app.on('GET', ['/:id', '/:id/:name'], async (c) => {
    const found = await media({
      id: c.req.param('id'),
      headers: c.req.raw.headers,
      token: () => tokenFor(bearerOf(c)),
      signal: c.req.raw.signal,
    })
    switch (found.is) {
      case 'file':
        if (c.req.method !== 'HEAD') return found.response
        // Hono answers it as a GET, and would leave the file on its way.
        await found.response.body?.cancel()
        return new Response(null, found.response)
      case 'unknown':
        return refused(c, 404, 'There is no such file.')
      case 'refused':
        log.info('file-refused', { reason: found.reason })
        return found.reason === 'too-large'
          ? refused(c, 413, 'This file is larger than 100 MB.')
          : refused(c, 403, 'The relay does not fetch files from there.')
      case 'failed':
        return refused(c, 502, 'The file could not be fetched.')
    }
  })
  return app
}
