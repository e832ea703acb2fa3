import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { readyBrowser } = await import('./ready.ts')
await readyBrowser()
