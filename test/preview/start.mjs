import { register } from 'node:module'

register('./typescript-loader.mjs', import.meta.url)
const { start } = await import('./start.ts')
await start()
