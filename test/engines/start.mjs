import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { tryEngines } = await import('./engines.ts')
await tryEngines()
