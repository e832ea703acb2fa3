import { openSandboxEnd } from '../shared/channel.ts'
import { fromJson, toJson } from '../shared/json.ts'
import type {
  Command,
  Editor,
  PluginEvents,
  PluginRequests,
  Preferences,
  UiEvents,
} from '../shared/protocol.ts'
import { followChanges } from './changes.ts'
import { fixColors } from './check/fix.ts'
import { ignore } from './check/ignored.ts'
import { lookForColors } from './check/look.ts'
import { mendAssets } from './check/mend.ts'
import { makeReport } from './check/report.ts'
import { setRules } from './check/rules.ts'
import { applyToLayers } from './colors/apply-to-layers.ts'
import { countUses } from './colors/count-uses.ts'
import { readLastSync } from './colors/last-sync.ts'
import { applySync, planSync, type SyncLibraries } from './colors/sync.ts'
import { createLibraries } from './libraries/libraries.ts'
import { openStyleNotes } from './libraries/style-notes.ts'
import { newsOf } from './libraries/news.ts'
import { moveToLibrary } from './libraries/move-over.ts'
import { toPublish } from './libraries/publishing.ts'
import { editorOf } from './editor-of.ts'
import { ifAble } from './if-able.ts'
import { memberOf } from './member-of.ts'
import { notice } from './notice.ts'
import { readProvenance } from './placement/provenance.ts'
import { servePlacement } from './placement/serve.ts'
import { editInCliquify } from './placement/template.ts'
import { chosenKey, createSuggest } from './quick-insert/suggest.ts'
import { readDesigns } from './review/designs.ts'
import { noteReview } from './review/note.ts'
import { drawDesign } from './review/picture.ts'
import { openStorage } from './storage.ts'
import { whenSelected } from './when-selected.ts'
import { createResizer, windowPlace, windowSize } from './window.ts'
import { createWriteQueue, unlessCancelled } from './write-queue.ts'

const DEFAULTS: Preferences = { kitId: null, tab: 'colors' }

/** Those of `manifest.json`; empty where Figma runs the plugin itself. */
const command = ((memberOf(figma, 'command') ?? '') || 'open') as Command
/** What was chosen in the quick-actions bar. */
let chosen: string | null = null
/** Whether a person is still typing there. */
let asking = false
let hasWindow = false
const storage = openStorage(figma)
const queue = createWriteQueue(figma)
const notes = openStyleNotes(storage)
const libraries = createLibraries(figma, notes)
const syncLibraries: SyncLibraries = {
  ...libraries,
  toPublish: (kit, options, removed) => toPublish(figma, notes, kit, options, removed),
}
const suggest = createSuggest(storage)
const changes = followChanges(figma)

const channel = openSandboxEnd<PluginRequests, UiEvents, PluginEvents>({
  // Without a window there is nobody to tell; it asks for what it has to know.
  send(message) {
    if (hasWindow) figma.ui.postMessage(message)
  },
  listen: (receive) => figma.ui.on('message', (message: unknown) => receive(message)),
})

channel.handle({
  start: async () => ({
    command: asking ? 'suggest' : command,
    chosen,
    editor: toEditor(editorOf(figma)),
    session: await storage.get('session'),
    preferences: (await storage.get('preferences')) ?? DEFAULTS,
  }),
  'session:save': (session) => storage.set('session', session),
  'session:forget': () => storage.forget(),
  'sign-in:load': () => storage.get('sign-in'),
  'sign-in:save': (pending) => storage.set('sign-in', pending),
  'preferences:save': (preferences) => storage.set('preferences', preferences),
  'brand:load': () => storage.get('brand'),
  'brand:save': async (brand) => {
    await storage.setBrand(brand)
    if (asking) void suggest.again()
  },
  'colors:plan': async (sync) => toJson(await planSync(figma, syncLibraries, fromJson(sync))),
  'colors:uses': (sync, job) => countUses(figma, fromJson(sync), job),
  'colors:last': (kit) => readLastSync(figma.root, kit.id),
  'colors:apply': (sync, job) =>
    queue.run(async () => toJson(await applySync(figma, syncLibraries, fromJson(sync), job))),
  'colors:library': async (sync) => {
    const asked = fromJson(sync)
    const library = await libraries.of(asked.kit, asked.colors).catch(() => null)
    return library && { library, news: await newsOf(figma, storage, asked, library) }
  },
  'styles:noted': (kitId) => notes.read(kitId),
  'styles:note': ({ kitId, styles }) => notes.add(kitId, styles),
  'colors:move': (move, job) =>
    queue.run(() => moveToLibrary(figma, libraries, fromJson(move), job)),
  'check:look': async ({ sync, scope }, job) =>
    toJson(await lookForColors(figma, libraries, changes, fromJson(sync), scope, job)),
  'check:ignore': ({ kitId, ignored, undo }) =>
    queue.run(() => ignore(figma.root, kitId, ignored, undo)),
  'check:rules': ({ kitId, rules }) => queue.run(() => setRules(figma.root, kitId, rules)),
  'check:report': (report) => queue.run(() => makeReport(figma, report)),
  'check:mend': (assets) => queue.run(() => mendAssets(figma, assets)),
  'check:fix': (fix, job) => queue.run(() => fixColors(figma, libraries, fromJson(fix), job)),
  'colors:use': (use, job) => {
    // Meant for what is selected now, not once it is its turn.
    const { selection } = figma.currentPage
    const selectedText = memberOf(figma.currentPage, 'selectedTextRange')
    return queue.run(
      unlessCancelled(job, () => applyToLayers(figma, libraries, selection, use, selectedText)),
    )
  },
  'review:designs': () => readDesigns(figma),
  'review:picture': (wanted) => drawDesign(figma, wanted),
  'review:note': (note) => queue.run(() => noteReview(figma, note)),
  undo: async () => {
    // Else it would take back a part of what is being written.
    await queue.written()
    figma.triggerUndo()
  },
  'window:place': () => windowPlace(figma.ui),
})
servePlacement(figma, channel, queue, changes)

channel.on('window:resize', createResizer(figma.ui, storage))
channel.on('open-page', ({ url }) => figma.openExternal(url))
channel.on('window:show', () => figma.ui.show())
channel.on('window:close', ({ message }) => {
  figma.closePlugin(message === null ? undefined : notice(message))
})
channel.on('notify', ({ message, error }) => {
  figma.notify(notice(message), { error })
})

whenSelected(figma, () => channel.emit('selected', null))
ifAble(() => figma.on('close', () => channel.close()))

if (command === 'edit-template') {
  const [selected] = figma.currentPage.selection
  editInCliquify(figma, selected ? readProvenance(selected) : null)
} else if (command !== 'insert-asset' || !ifAble(askWhich)) {
  void openWindow()
}

/** Has Figma ask which asset; true, unless the editor does not ask: then the library is there to choose from. */
function askWhich(): true {
  // Figma lets only a window out of sight be there while a person types; `run` comes after that.
  figma.parameters.on('input', ({ query, result }) => {
    void suggest.answer(query, result)
    if (asking) return
    asking = true
    void openWindow()
  })
  figma.on('run', ({ parameters }) => {
    asking = false
    chosen = chosenKey(parameters)
    void openWindow()
  })
  return true
}

async function openWindow(): Promise<void> {
  const size = await windowSize(storage)
  figma.showUI(__html__, {
    ...size,
    title: 'Cliquify',
    themeColors: true,
    // Both need the network, which only the UI has; it shows itself where there is something to see.
    visible: command !== 'disconnect' && command !== 'sync-colors' && chosen === null && !asking,
  })
  hasWindow = true
}

function toEditor(editor: PluginAPI['editorType']): Editor {
  return editor === 'dev' ? 'figma' : editor
}
