import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { takePicture } = await import('./picture.ts')
await takePicture()
