import { register } from 'node:module'

register('../../preview/typescript-loader.mjs', import.meta.url)
const { score } = await import('./score.ts')
process.exitCode = (await score()) ? 0 : 1
