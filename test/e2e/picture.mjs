import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { takePictures } = await import('./picture.ts')
const { takeFilms } = await import('./films.ts')
await takePictures()
await takeFilms()
