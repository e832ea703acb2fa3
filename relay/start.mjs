/** What `npm run relay` runs. */
import { pathToFileURL } from 'node:url'
import { buildRelay } from './build.mjs'

await import(pathToFileURL(await buildRelay()).href)
