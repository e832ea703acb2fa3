import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { tryTokens } = await import('./try-tokens.ts')
process.exitCode = (await tryTokens()) ? 0 : 1
