import { followComponent } from './components.ts'
import { FigmaDocument } from './document.ts'
import { applyEdit } from './edits.ts'
import type { CodegenChoice, DocumentSnapshot, Host, HostEvent, WindowPlace } from './host-api.ts'
import { pageOf } from './geometry.ts'
import { Libraries, publish } from './libraries.ts'
import { copyPlain } from './plain-data.ts'
import type { Library } from './publication.ts'
import { Refusal } from './refusal.ts'
import { Run } from './run.ts'
import { drawSample } from './sample-document.ts'
import type { Clock } from './session.ts'
import { takeSnapshot } from './snapshot.ts'
import type { StoredValues } from './storage.ts'

/** All members may be left out. */
export interface FileOptions {
  /** `Untitled` by default. */
  readonly name?: string
  readonly editor?: DocumentSnapshot['editor']
  readonly colorProfile?: DocumentSnapshot['colorProfile']
  readonly document?: 'empty' | 'sample'
  readonly plan?: DocumentSnapshot['plan']
  readonly command?: string
  readonly pluginId?: string
  /** Of the manifest: `teamlibrary` for one; none by default. */
  readonly permissions?: readonly string[]
  readonly libraries?: readonly Library[]
  /** Members that nodes and styles do not have: some editors that run plugins have a part of Figma’s API. */
  readonly lacking?: readonly string[]
  /** Whether those are there all the same, and throw when they are read. */
  readonly refusing?: boolean
  /** Whether pages and the document have the types that OpenPencil gives them, and all nodes have children. */
  readonly openPencil?: boolean
  /** How many modes the plan lets a collection have: 1 on Starter, 10 on Professional. */
  readonly modeLimit?: number
  /** What clientStorage holds at first; it is copied. */
  readonly storage?: StoredValues
  /** Told the whole of clientStorage after each change. */
  readonly onStorage?: (values: StoredValues) => void
  readonly clock?: Clock
  /** Told each call of the API and each look at one of its properties. */
  readonly onCall?: (operation: string) => void
  /** Told of all that was asked for and is not emulated; left out, it ends the test. */
  readonly onMissing?: (error: Error) => void
}

/** What a run begins with; `asking` where parameters are typed before it. */
export interface RunStart {
  readonly command: string
  readonly html: string
  readonly asking?: boolean
  /** What is chosen in the code section of Dev Mode, where the plugin runs for that. */
  readonly codegen?: CodegenChoice
}

/** One open file in the same realm: the handle of `Host`, with the API itself instead of `run`. */
export interface OpenFile extends Omit<Host, 'run' | 'ask' | 'generate'> {
  /** Another file in the state of this one, for tests that begin many times alike. */
  copy(): OpenFile
  /** The API of the latest run; the first one begins when it is asked for. */
  readonly figma: PluginAPI
  /** Ends the run under way and begins the next one. */
  begin(start: RunStart): Run
  /** Refuses every write from now on, as in a file that one may only view. */
  refuseWrites(message: string): void
}

export function openFile(options: FileOptions = {}): OpenFile {
  const { editor = 'figma', colorProfile = 'SRGB', modeLimit = 10, plan = 'paid' } = options
  const { name = 'Untitled' } = options
  return openDocument(new FigmaDocument({ name, editor, colorProfile, modeLimit, plan }), options)
}

function openDocument(document: FigmaDocument, options: FileOptions): OpenFile {
  const view = { x: 0, y: 0, zoom: 1, width: 1280, height: 800 }
  let stored = copyPlain(options.storage ?? {}) as StoredValues
  const clock = options.clock ?? OUTSIDE
  const libraries = new Libraries(document, options.libraries ?? [])
  const listeners: ((event: HostEvent) => void)[] = []
  const emit = (event: HostEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const begin = (start: RunStart): Run =>
    new Run({
      asking: false,
      codegen: null,
      ...start,
      document,
      libraries,
      lacking: options.lacking ?? [],
      refusing: options.refusing ?? false,
      openPencil: options.openPencil ?? false,
      view,
      stored,
      clock,
      emit,
      onStorage: options.onStorage ?? (() => undefined),
      onCall: options.onCall ?? (() => undefined),
      onMissing: options.onMissing ?? throwLater,
      pluginId: options.pluginId ?? 'cliquify-for-figma',
      permissions: options.permissions ?? [],
      uncaught(error) {
        if (listeners.length === 0) throw error
        emit({ type: 'uncaught', text: describe(error) })
      },
    })

  if (options.document === 'sample') {
    const { editor } = document
    // What is looked at in Dev Mode has been drawn in design.
    if (editor === 'dev') document.editor = 'figma'
    const painter = begin({ command: '', html: '' })
    painter.loadedFonts.add('Inter Regular').add('Inter Bold')
    drawSample(painter.figma)
    painter.end()
    document.editor = editor
    document.forgetHistory()
  }
  document.onComponent = (id) => followComponent(document, id)
  const selectionNow = (): string => document.node(document.currentPageId).selection.join()
  let changeTold = true
  let selected = selectionNow()
  document.onChange = () => {
    run?.nodeChanges.gather()
    // Whoever has deleted what was selected, an undo as well.
    if (selectionNow() !== selected) run?.announce('selectionchange')
    selected = selectionNow()
    if (!changeTold) return
    changeTold = false
    clock.setTimer(() => {
      changeTold = true
      emit({ type: 'document-changed' })
    }, A_FRAME_MS)
  }
  let run: Run | null = null
  let place: WindowPlace | null = null

  return {
    get figma() {
      run ??= begin({ command: options.command ?? 'open', html: '' })
      return run.figma
    },
    begin(start) {
      if (start.codegen !== undefined && document.editor !== 'dev') {
        throw new Refusal('The code section is only in Dev Mode')
      }
      run?.end()
      run = begin(start)
      if (place !== null) run.window.place = place
      return run
    },
    closePlugin: () => run?.end(),
    messageFromUi(message) {
      run?.messageFromUi(message)
    },
    chooseCodegen(choice) {
      run?.codegen?.choose(choice)
    },
    actCodegen(propertyName) {
      run?.codegen?.act(propertyName)
    },
    type(input) {
      run?.type(input)
    },
    submit(parameters) {
      run?.submit(parameters)
    },
    drop(drop) {
      run?.drop(drop)
    },
    snapshot: () => takeSnapshot(document, view),
    writes: () => document.writes(),
    clearWrites: () => document.clearWrites(),
    imageBytes(hash) {
      const bytes = document.images.get(hash) ?? document.videos.get(hash)
      return bytes === undefined ? null : new Uint8Array(bytes)
    },
    undo: () => document.undo(),
    select(ids) {
      for (const id of ids) {
        if (pageOf(document, id)?.id !== document.currentPageId) {
          throw new Refusal(`The layer ${id} is not on the current page`)
        }
      }
      document.patchNode(document.currentPageId, { selection: [...ids], selectedText: null })
      run?.announce('selectionchange')
      document.onChange()
    },
    setViewport: (next) => Object.assign(view, next),
    setWindowPlace(next) {
      place = next
      if (run !== null) run.window.place = next
    },
    setEditor(editor) {
      // Design and Dev Mode each have plugins of their own.
      if ((editor === 'dev') !== (document.editor === 'dev')) {
        run?.end()
        run = null
      }
      document.editor = editor
      document.onChange()
    },
    setModeLimit(modes) {
      document.modeLimit = modes
    },
    setColorProfile(profile) {
      document.colorProfile = profile
      document.onChange()
    },
    setPlan(plan) {
      document.plan = plan
      document.onChange()
    },
    edit: (edit) => applyEdit(document, edit),
    publish: () => publish(document),
    setLibraries: (next) => libraries.set(next),
    failLibraryRequests: (k) => libraries.failRequests(k),
    acceptLibraryUpdates: () => libraries.acceptUpdates(),
    reopen(next) {
      run?.end()
      run = null
      stored = copyPlain(next) as StoredValues
      document.forgetHistory()
      libraries.reopen()
      document.onChange()
    },
    failWrite: (k) => document.failWrite(k),
    refuseWrites(message) {
      document.refusal = message
    },
    onEvent(listener) {
      listeners.push(listener)
    },
    copy() {
      return openDocument(document.copy(), { ...options, document: 'empty' })
    },
    dispose() {
      run?.end()
      listeners.length = 0
    },
  }
}

/** With the stack, as the console of Figma shows it. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const head = `${error.name}: ${error.message}`
  const { stack } = error
  return stack === undefined || stack === '' || stack.startsWith(head)
    ? (stack ?? head) || head
    : `${head}\n${stack}`
}

/** Changes that follow each other faster than they could be drawn are told once. */
const A_FRAME_MS = 16

/** Where no `catch` of the plugin is in the way. */
function throwLater(error: Error): void {
  setTimeout(() => {
    throw error
  })
}

const OUTSIDE: Clock = {
  setTimer: (call, milliseconds) => Number(setTimeout(call, milliseconds)),
  clearTimer: (id) => clearTimeout(id),
}
