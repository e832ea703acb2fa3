import { render } from 'preact'
import type { Host } from '../../figma/host-api.ts'
import type { PageConfig } from '../server.ts'
import { App } from './app.tsx'
import { readClientStorage, writeClientStorage, type StoredValues } from './client-storage.ts'
import { createFiles, type FileName, type Files } from './files.ts'
import { fetchManifest, fetchOk } from './manifest.ts'
import { openDocument } from './open-document.ts'
import { createPreview, storeTheme, type Preview } from './preview.ts'
import { obey } from './remote.ts'
import { setNetwork } from './stand-in.ts'
import type { Theme } from './ui-document.ts'
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
  /** As a reload with what the browser keeps for the page as given: a new file, nothing left. */
  reopen(options: Reopening): Promise<void>
}

export interface Reopening {
  /** What runs then; null for no command. */
  readonly command: string | null
  readonly theme: Theme
  /** What the plugin's clientStorage holds. */
  readonly stored: StoredValues
}

declare global {
  interface Window {
    preview: PreviewHandle
  }
}

/** Page pixels, left free for the plugin's window at the start. */
const WINDOW_SPACE = 384

let preview: Preview | null = null
let files = newFiles()
let openedCount = 0
const parts = loadParts()

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
  async reopen({ command, theme, stored }) {
    const { manifest } = opened()
    files.dispose()
    files = newFiles()
    localStorage.clear()
    storeTheme(theme)
    writeClientStorage(manifest.value.id, stored)
    // What a reload would run.
    history.replaceState(null, '', command === null ? '/' : `/?autorun=${command}`)
    const next = await showFile('Sample file')
    if (command !== null) await next.run(command)
  },
}

async function start(): Promise<void> {
  const { config } = await parts
  // The stand-in outlives the page; the switch always begins at its first position.
  if (config.faults) await setNetwork('good')
  const first = await showFile('Sample file')
  new EventSource('/changes').addEventListener('rebuilt', () => void opened().reload())
  if (config.remote) void obey()
  const command = new URLSearchParams(location.search).get('autorun') ?? config.autorun
  if (command !== null) await first.run(command)
}

function newFiles(): Files<Preview> {
  return createFiles(openPreview, ({ manifest }) => readClientStorage(manifest.value.id))
}

async function openPreview(name: FileName): Promise<Preview> {
  const { config, manifest, emulator, ...assets } = await parts
  const host = await openDocument(emulator, manifest, name)
  const publish = (from: Preview): void => files.publish(from)
  return createPreview(name, host, config, manifest, assets, { showFile, publish })
}

/** In place of the file that is shown. */
async function showFile(name: FileName): Promise<Preview> {
  preview = await files.show(name)
  render(<App key={++openedCount} preview={preview} />, document.body)
  preview.zoomToFirst(innerWidth >= 1100 ? WINDOW_SPACE : 0)
  // What Dev Mode shows is a run of the plugin, which ended when the file was left.
  if (preview.document.value.editor === 'dev') await preview.reload()
  return preview
}

async function loadParts() {
  const text = async (path: string): Promise<string> => (await fetchOk(path)).text()
  const [config, manifest, emulator, frame, agent, themeStyle] = await Promise.all([
    fetchOk('/config.json').then((response) => response.json() as Promise<PageConfig>),
    fetchManifest(),
    text('/emulator.js'),
    text('/frame.html'),
    text('/agent.js'),
    text('/theme.css'),
  ])
  return { config, manifest, emulator, frame, agent, themeStyle }
}
