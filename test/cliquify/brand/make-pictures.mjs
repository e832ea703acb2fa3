import { register } from 'node:module'

register('../../preview/typescript-loader.mjs', import.meta.url)
const { makePictures } = await import('./make-pictures.ts')
await makePictures()
