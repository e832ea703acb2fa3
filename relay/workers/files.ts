import type { Hono } from 'hono'
import type { Configuration } from '../configuration.ts'
import { openCounts } from '../counts.ts'
import { openFront } from '../front.ts'
import { openKeyring } from '../keys.ts'
import type { Log } from '../log.ts'
import { openMediaLinks } from '../media-links.ts'
import { mediaRoutes, type MediaRoutesOptions } from '../media-routes.ts'
import { openFetchFile } from './public-names.ts'

export interface FilesOptions {
  readonly configuration: Configuration
  readonly log: Log
  readonly tokenFor: MediaRoutesOptions['tokenFor']
}

/**
 * `/media` without the Durable Object: who may fetch a file is in its signed id, and the object is
 * one thread in one place, which the pictures of a whole company would keep busy. What is refused
 * here is in the log, not in the counts.
 */
export async function openFiles({ configuration, log, tokenFor }: FilesOptions): Promise<Hono> {
  const cliquifyOrigin = configuration.cliquify.origin
  const trusted = new URL(cliquifyOrigin).hostname
  const keyring = await openKeyring(configuration.secret)
  const app = openFront({ log, counts: openCounts(), now: Date.now })
  app.route(
    '/media',
    mediaRoutes({
      links: openMediaLinks({ cliquifyOrigin, relayOrigin: configuration.origin, keyring }),
      cliquifyOrigin,
      fetchFile: openFetchFile(trusted),
      tokenFor,
      log,
    }),
  )
  return app
}
