import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { benchColorSync } = await import('./color-sync.ts')
const { benchStretches } = await import('./stretches.ts')
const { benchOpenWindow } = await import('./open-window.ts')
const { benchLibraryGrid } = await import('./library-grid.ts')
const { benchPlacePicture } = await import('./place-picture.ts')
await benchColorSync()
await benchStretches()
await benchOpenWindow()
await benchLibraryGrid()
await benchPlacePicture()
