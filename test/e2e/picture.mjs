import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { takePictures } = await import('./picture.ts')
await takePictures()
