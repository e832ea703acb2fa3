import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { benchColorSync } = await import('./color-sync.ts')
await benchColorSync()
