import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { takeListingPictures } = await import('./listing-pictures.ts')
await takeListingPictures()
