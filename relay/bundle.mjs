/** What the Dockerfile runs: leaves `dist/relay.mjs`. */
import { buildRelay } from './build.mjs'

console.log(await buildRelay())
