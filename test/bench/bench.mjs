import { register } from 'node:module'

register('../preview/typescript-loader.mjs', import.meta.url)
const { benchColorSync } = await import('./color-sync.ts')
const { benchStretches } = await import('./stretches.ts')
const { benchOpenWindow } = await import('./open-window.ts')
await benchColorSync()
await benchStretches()
await benchOpenWindow()
