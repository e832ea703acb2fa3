import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { tryMedia } = await import('./try-media.ts')
process.exitCode = (await tryMedia()) ? 0 : 1
