import { decodeBase64, encodeBase64 } from './base64.ts'
import { utilMembers } from './color-api.ts'
import { codegenMembers, type Codegen } from './codegen.ts'
import { buzzMembers, canvasGridApi } from './canvas-grid.ts'
import { creationApi } from './creation.ts'
import { eventApi } from './events.ts'
import type { Listeners } from './events.ts'
import { imageApi } from './images.ts'
import { libraryApi } from './library-api.ts'
import type { Members } from './members.ts'
import { makePrototype } from './members.ts'
import { select } from './pages.ts'
import { MIXED } from './records.ts'
import { parameterMembers } from './parameters.ts'
import { expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import type { StoredValues } from './storage.ts'
import { storageMembers } from './storage.ts'
import { styleApi } from './styles.ts'
import { showUiApi, uiMembers } from './ui.ts'
import type { UiWindow } from './ui.ts'
import { variablesApi } from './variable-collections.ts'
import { viewportMembers } from './viewport.ts'
import type { View } from './viewport.ts'

export interface FigmaParts {
  readonly listeners: Listeners
  readonly window: UiWindow
  readonly inputs: Listeners
  /** Null where the plugin does not run for Dev Mode's code. */
  readonly codegen: Codegen | null
  readonly view: View
  readonly stored: StoredValues
  readonly onStorage: (values: StoredValues) => void
  readonly pluginId: string
  /** Of the manifest. */
  readonly permissions: readonly string[]
}

const NOTIFICATION_LENGTH = 100

/** Builds the global `figma` of one run. */
export function makeFigma(session: Session, parts: FigmaParts): PluginAPI {
  const { document, enter } = session
  const part = (owner: string, table: object): object =>
    Object.create(makePrototype(`figma.${owner}`, enter, () => undefined, [table])) as object
  const allPagesLoaded = (): boolean => session.loadedPages.has(document.rootId)
  const prototype = makePrototype('figma', enter, () => undefined, [
    {
      viewport: constant(part('viewport', viewportMembers(session, parts.view))),
      ui: constant(part('ui', uiMembers(session, parts.window))),
      util: constant(part('util', utilMembers)),
      clientStorage: constant(part('clientStorage', storageMembers(parts.stored, parts.onStorage))),
      buzz: constant(part('buzz', buzzMembers(session))),
      variables: constant(part('variables', variablesApi(session))),
      parameters: constant(part('parameters', parameterMembers(parts.inputs))),
      codegen: constant(part('codegen', codegenMembers(parts.codegen))),
      root: { get: () => session.nodes.of(document.rootId) },
      mixed: constant(MIXED),
    },
    fileApi(session, parts),
    treeApi(session),
    undoApi(session),
    creationApi(session),
    canvasGridApi(session),
    styleApi(session),
    libraryApi(session, parts.permissions),
    imageApi(session),
    showUiApi(session, parts.window),
    eventApi(parts.listeners, allPagesLoaded),
  ])
  return Object.create(prototype) as PluginAPI
}

function constant<V>(value: V): { get(): V } {
  return { get: () => value }
}

type FileOfApi = Pick<
  PluginAPI,
  | 'apiVersion'
  | 'command'
  | 'editorType'
  | 'fileKey'
  | 'mode'
  | 'pluginId'
  | 'skipInvisibleInstanceChildren'
  | 'closePlugin'
  | 'notify'
  | 'openExternal'
  | 'base64Encode'
  | 'base64Decode'
>

function fileApi(session: Session, { pluginId, codegen }: FigmaParts): Members<FileOfApi, void> {
  const { document } = session
  let skipInvisible = false
  return {
    apiVersion: { get: () => '1.0.0' },
    command: { get: () => session.command },
    editorType: { get: () => document.editor },
    // Told to private plugins alone.
    fileKey: { get: () => undefined },
    // A plugin that is started from the menu of Dev Mode takes the whole Inspect panel.
    mode: {
      get: () => (codegen !== null ? 'codegen' : document.editor === 'dev' ? 'inspect' : 'default'),
    },
    pluginId: { get: () => pluginId },
    skipInvisibleInstanceChildren: {
      get: () => skipInvisible,
      set(_self, value) {
        skipInvisible = expectType(value, 'skipInvisibleInstanceChildren', 'boolean')
      },
    },
    closePlugin(_self, message) {
      session.end(message === undefined ? undefined : expectType(message, 'message', 'string'))
    },
    notify(_self, message, options = {}) {
      const { error = false } = expectType(options, 'options', 'object') as NotificationOptions
      session.emit({
        type: 'notify',
        message: cut(expectType(message, 'message', 'string')),
        error,
      })
      return { cancel: () => undefined }
    },
    openExternal(_self, url) {
      session.emit({ type: 'open-external', url: expectType(url, 'url', 'string') })
    },
    base64Encode: (_self, data) => encodeBase64(data),
    base64Decode: (_self, data) => decodeBase64(expectType(data, 'data', 'string')),
  }
}

/** As much of a notification as Figma shows. */
export function cut(message: string): string {
  return message.slice(0, NOTIFICATION_LENGTH)
}

type TreeOfApi = Pick<
  PluginAPI,
  | 'currentPage'
  | 'setCurrentPageAsync'
  | 'getNodeById'
  | 'getNodeByIdAsync'
  | 'loadAllPagesAsync'
  | 'loadFontAsync'
>

function treeApi(session: Session): Members<TreeOfApi, void> {
  const { document } = session
  return {
    currentPage: {
      get: () => session.nodes.of(document.currentPageId) as PageNode,
      set() {
        throw new Refusal(
          'Cannot call with documentAccess: dynamic-page. Use figma.setCurrentPageAsync instead.',
        )
      },
    },
    async setCurrentPageAsync(_self, page) {
      const id = session.nodes.idOf(page)
      if (id === undefined || document.node(id).type !== 'PAGE') {
        throw new Refusal('Expected "page" to be a page of this file')
      }
      await Promise.resolve()
      session.loadedPages.add(id)
      if (document.currentPageId === id) return
      document.currentPageId = id
      session.announce('currentpagechange')
      select(session, id, document.node(id).selection)
    },
    getNodeById() {
      throw new Refusal(
        'Cannot call with documentAccess: dynamic-page. Use figma.getNodeByIdAsync instead.',
      )
    },
    async getNodeByIdAsync(_self, id) {
      const nodeId = expectType(id, 'id', 'string')
      await Promise.resolve()
      return document.nodes.has(nodeId) ? session.nodes.of(nodeId) : null
    },
    async loadAllPagesAsync() {
      await Promise.resolve()
      session.loadedPages.add(document.rootId)
      for (const page of document.node(document.rootId).children) session.loadedPages.add(page)
    },
    async loadFontAsync(_self, fontName) {
      const { family, style } = fontName
      expectType(family, 'family', 'string')
      expectType(style, 'style', 'string')
      await Promise.resolve()
      if (family !== 'Inter') {
        throw new Refusal(`The font "${family} ${String(style)}" could not be loaded`)
      }
      session.loadedFonts.add(`${family} ${String(style)}`)
    },
  }
}

type UndoOfApi = Pick<PluginAPI, 'commitUndo' | 'triggerUndo' | 'saveVersionHistoryAsync'>

function undoApi(session: Session): Members<UndoOfApi, void> {
  const { document } = session
  return {
    commitUndo: () => document.commitUndo(),
    triggerUndo: () => document.undo(),
    async saveVersionHistoryAsync(_self, title) {
      const name = expectType(title, 'title', 'string')
      await Promise.resolve()
      const id = document.newNodeId()
      document.write('saveVersionHistoryAsync', id, name, () => undefined)
      return { id }
    },
  }
}
