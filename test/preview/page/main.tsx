import { render } from 'preact'
import type { Host } from '../../figma/host-api.ts'
import type { PageConfig } from '../server.ts'
import { App } from './app.tsx'
import { fetchManifest, fetchOk } from './manifest.ts'
import { openDocument } from './open-document.ts'
import { createPreview, type Preview } from './preview.ts'
import { setNetwork } from './stand-in.ts'
import type { Point } from './view.ts'
import './page.css'

/** What tests find on the page as `window.preview`. */
export interface PreviewHandle {
  /** Resolves once the page can be used; with `?autorun=`, once that command was started. */
  readonly ready: Promise<void>
  /** Throws before the page can be used, as do the others. */
  readonly host: Host
  /** Canvas coordinates to page pixels. */
  toScreen(x: number, y: number): Point
  run(command: string): Promise<void>
}

declare global {
  interface Window {
    preview: PreviewHandle
  }
}

/** Page pixels, left free for the plugin's window at the start. */
const WINDOW_SPACE = 384

let preview: Preview | null = null

function opened(): Preview {
  if (preview === null) throw new Error('The preview is not ready: await preview.ready first.')
  return preview
}

window.preview = {
  ready: start(),
  get host() {
    return opened().host
  },
  toScreen: (x, y) => opened().toScreen(x, y),
  run: (command) => opened().run(command),
}

async function start(): Promise<void> {
  const [config, manifest, frame, agent, themeStyle] = await Promise.all([
    fetchOk('/config.json').then((response) => response.json() as Promise<PageConfig>),
    fetchManifest(),
    fetchOk('/frame.html').then((response) => response.text()),
    fetchOk('/agent.js').then((response) => response.text()),
    fetchOk('/theme.css').then((response) => response.text()),
  ])
  // The stand-in outlives the page; the switch always begins at its first position.
  if (config.faults) await setNetwork('good')
  const host = await openDocument(manifest.id)
  preview = createPreview(host, config, manifest, { frame, agent, themeStyle })
  render(<App preview={preview} />, document.body)
  preview.zoomToFirst(innerWidth >= 1100 ? WINDOW_SPACE : 0)
  followRebuilds(preview)
  const command = new URLSearchParams(location.search).get('autorun') ?? config.autorun
  if (command !== null) await preview.run(command)
}

function followRebuilds(preview: Preview): void {
  const changes = new EventSource('/changes')
  changes.addEventListener('rebuilt', () => void preview.reload())
}
