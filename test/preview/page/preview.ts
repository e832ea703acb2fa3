import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { DocumentSnapshot, Host, HostEdit, NodeSnapshot, Write } from '../../figma/host-api.ts'
import type { PageConfig } from '../server.ts'
import type { FileName } from './files.ts'
import { imageUrls } from './images.ts'
import { createInspect, type Inspect } from './inspect-state.ts'
import { createLog, type Log } from './log.ts'
import {
  fetchManifest,
  fetchPlugin,
  parametersOf,
  type Manifest,
  type PluginFiles,
} from './manifest.ts'
import { createPluginWindow, type PluginWindowState } from './plugin-window-state.ts'
import { createQuickActions, type QuickActions } from './quick-actions-state.ts'
import { createToasts, type Toasts } from './toasts-state.ts'
import type { Theme } from './ui-document.ts'
import { bounds, fit, toScreen, type Area, type Point, type View } from './view.ts'

/** Everything that the page shows, and everything that can be done on it. */
export interface Preview {
  readonly file: FileName
  readonly host: Host
  readonly config: PageConfig
  readonly manifest: ReadonlySignal<Manifest>
  readonly document: ReadonlySignal<DocumentSnapshot>
  readonly currentPage: ReadonlySignal<NodeSnapshot | null>
  readonly writes: ReadonlySignal<readonly Write[]>
  readonly view: ReadonlySignal<View>
  readonly area: ReadonlySignal<Area>
  readonly theme: ReadonlySignal<Theme>
  readonly pluginWindow: PluginWindowState
  readonly quickActions: QuickActions
  readonly inspect: Inspect
  readonly toasts: Toasts
  readonly log: Log
  readonly imageUrl: (hash: string) => string | null
  /** Runs a command of the manifest with the plugin as it was built last. */
  run(command: string): Promise<void>
  /** Runs the last command again, if the plugin is running, with the plugin as it is built now. */
  reload(): Promise<void>
  closePlugin(): void
  /** Shows another file of the team's, or this one again. */
  showFile(name: FileName): void
  /** Publishes the file as it is, as a library. */
  publish(): void
  /** Takes what libraries have published since it came into this file. */
  readonly acceptUpdates: () => void
  /** Nothing of it can be used after that. */
  close(): void
  readonly setTheme: (theme: Theme) => void
  readonly setEditor: (editor: DocumentSnapshot['editor']) => void
  readonly setColorProfile: (profile: DocumentSnapshot['colorProfile']) => void
  readonly setPlan: (plan: DocumentSnapshot['plan']) => void
  select(ids: readonly string[]): void
  edit(edit: HostEdit): void
  readonly undo: () => void
  setView(view: View): void
  setArea(area: Area): void
  /** Shows all of the page. */
  zoomToFit(): void
  /** Shows what lies lowest on the page beside `right` page pixels that the window may cover. */
  zoomToFirst(right: number): void
  /** Canvas coordinates to page pixels. */
  toScreen(x: number, y: number): Point
}

/** What every part of the page is handed. */
export interface PreviewProps {
  readonly preview: Preview
}

interface UiAssets {
  readonly frame: string
  readonly agent: string
  readonly themeStyle: string
}

/** Where the page goes from a file. */
interface Ways {
  readonly showFile: (name: FileName) => Promise<unknown>
  readonly publish: (preview: Preview) => void
}

/** Opens the page's model on a document. */
export function createPreview(
  file: FileName,
  host: Host,
  config: PageConfig,
  firstManifest: Manifest,
  assets: UiAssets,
  ways: Ways,
): Preview {
  const manifest = signal(firstManifest)
  const document = signal(host.snapshot())
  const writes: Signal<readonly Write[]> = signal([])
  const area = signal<Area>({ left: 0, top: 0, width: innerWidth, height: innerHeight })
  const view = signal<View>(document.value.viewport)
  const chosenTheme = signal<Theme>(storedTheme())
  // FigJam has no dark theme.
  const theme = computed(() => (document.value.editor === 'figjam' ? 'light' : chosenTheme.value))
  const log = createLog()
  const toasts = createToasts()
  let lastCommand: string | null = null
  let installed: PluginFiles | null = null
  /** Of the frame in which the page is drawn anew; null where nothing has changed. */
  let frame: number | null = null

  function refresh(): void {
    const snapshot = host.snapshot()
    const { viewport } = snapshot
    if (!sameView(viewport, document.value.viewport)) view.value = viewport
    document.value = snapshot
    writes.value = host.writes()
  }

  function refreshSoon(): void {
    frame ??= requestAnimationFrame(() => {
      frame = null
      refresh()
    })
  }

  const pluginWindow = createPluginWindow({
    host,
    log,
    theme,
    ...assets,
    fill: config.credentials,
    view: () => ({ view: view.value, area: area.value }),
    onDrop: refreshSoon,
  })

  const quickActions = createQuickActions(host)
  const inspect = createInspect(host)

  host.onEvent((event) => {
    pluginWindow.onEvent(event)
    quickActions.onEvent(event)
    inspect.onEvent(event)
    if (event.type === 'notify') toasts.show(event.message, event.error)
    if (event.type === 'open-external') open(event.url, '_blank', 'noopener')
    if (event.type === 'console') log.add(event.level, event.text)
    if (event.type === 'uncaught' || event.type === 'missing') log.add('uncaught', event.text)
    if (event.type === 'document-changed') refreshSoon()
  })

  function tellViewport(): void {
    const { x, y, zoom } = view.value
    const { width, height } = area.value
    host.setViewport({ x, y, zoom, width: width / zoom, height: height / zoom })
    document.value = { ...document.value, viewport: { x, y, zoom } }
  }

  function change(what: () => void): void {
    what()
    refresh()
  }

  function zoomTo(nodes: readonly NodeSnapshot[], right: number): void {
    const all = bounds(
      nodes.map(({ absoluteX: x, absoluteY: y, width, height }) => ({ x, y, width, height })),
    )
    if (all === null) return
    const fitted = fit({ ...area.value, width: area.value.width - right }, all, MARGIN)
    preview.setView({ ...fitted, x: fitted.x + right / 2 / fitted.zoom })
  }

  const preview: Preview = {
    file,
    host,
    config,
    manifest,
    document,
    currentPage: computed(
      () => document.value.pages.find(({ id }) => id === document.value.currentPageId) ?? null,
    ),
    writes,
    view,
    area,
    theme,
    pluginWindow,
    quickActions,
    inspect,
    toasts,
    log,
    imageUrl: imageUrls(host),
    async run(command) {
      lastCommand = command
      // Offline, what was loaded last runs on: in Figma, too, an installed plugin needs no network.
      if (installed === null || navigator.onLine) {
        const [files, newManifest] = await Promise.all([fetchPlugin(), fetchManifest()])
        installed = files
        manifest.value = newManifest
      }
      const parameters = parametersOf(manifest.value, command)
      if (parameters.length === 0) host.run({ command, ...installed })
      else quickActions.ask({ command, ...installed }, parameters)
      refreshSoon()
    },
    async reload() {
      if (document.value.editor === 'dev') await inspect.open()
      else if (lastCommand !== null && pluginWindow.open.value !== null)
        await preview.run(lastCommand)
    },
    closePlugin() {
      host.closePlugin()
      // The code section asks for code as before (a guess: Figma's documentation does not say).
      if (document.value.editor === 'dev') void inspect.open()
    },
    showFile(name) {
      host.closePlugin()
      void ways.showFile(name)
    },
    publish() {
      ways.publish(preview)
      toasts.show(`${file} is published. Other files of the team can use it.`, false)
    },
    acceptUpdates: () => change(() => host.acceptLibraryUpdates()),
    close() {
      if (frame !== null) cancelAnimationFrame(frame)
      host.dispose()
    },
    setTheme(value) {
      storeTheme(value)
      chosenTheme.value = value
    },
    setEditor(editor) {
      change(() => host.setEditor(editor))
      if (editor === 'dev') void inspect.open()
    },
    setColorProfile: (profile) => change(() => host.setColorProfile(profile)),
    setPlan: (plan) => change(() => host.setPlan(plan)),
    select: (ids) => change(() => host.select(ids)),
    edit: (edit) => change(() => host.edit(edit)),
    undo: () => change(() => host.undo()),
    setView(value) {
      view.value = value
      tellViewport()
    },
    setArea(value) {
      area.value = value
      tellViewport()
    },
    zoomToFit: () => zoomTo(preview.currentPage.value?.children ?? [], 0),
    zoomToFirst: (right) => zoomTo(preview.currentPage.value?.children.slice(0, 1) ?? [], right),
    toScreen: (x, y) => toScreen(view.value, area.value, { x, y }),
  }
  return preview
}

/** Page pixels around what is fitted. */
const MARGIN = 24
const THEME_KEY = 'preview:theme'

function storedTheme(): Theme {
  return localStorage.getItem(THEME_KEY) === 'dark' ? 'dark' : 'light'
}

export function storeTheme(theme: Theme): void {
  localStorage.setItem(THEME_KEY, theme)
}

function sameView(one: View, other: View): boolean {
  return one.x === other.x && one.y === other.y && one.zoom === other.zoom
}
