/**
 * What crosses the border between the emulated Figma, which runs inside QuickJS together with the
 * plugin, and whoever drives it (a test in Node, the preview page). Plain data only.
 */
import type { Library, Publication } from './publication.ts'

/** One write that the plugin made on the document, in order. */
export interface Write {
  /** As in the API: `createPaintStyle`, `set name`, `set paints`, `appendChild`, `setSharedPluginData`… */
  readonly op: string
  /** The id of the node, style, variable or collection that was written. */
  readonly target: string
  /** The new value or the arguments, as plain data; bytes are told by their length only. */
  readonly value: unknown
}

export interface NodeSnapshot {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly visible: boolean
  readonly locked: boolean
  /** Relative to the parent, in canvas pixels. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** In degrees against the clock, about the upper left corner. */
  readonly rotation: number
  readonly absoluteX: number
  readonly absoluteY: number
  readonly opacity: number
  readonly cornerRadius: number
  readonly clipsContent: boolean
  readonly layoutMode: 'NONE' | 'HORIZONTAL' | 'VERTICAL' | 'GRID'
  /** Figma's paints as plain data. */
  readonly fills: readonly PaintSnapshot[]
  readonly strokes: readonly PaintSnapshot[]
  readonly strokeWeight: number
  readonly fillStyleId: string
  readonly strokeStyleId: string
  /** SVG path data, only on vectors. */
  readonly vectorPaths: readonly { readonly data: string; readonly windingRule: string }[]
  /** Only on text. */
  readonly characters: string
  readonly fontSize: number
  /** As Figma names it: `Regular`, `Bold`… */
  readonly fontStyle: string
  readonly sharedPluginData: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly relaunchData: Readonly<Record<string, string>>
  /** What Dev Mode links the layer to. */
  readonly devResources: readonly { readonly name: string; readonly url: string }[]
  readonly children: readonly NodeSnapshot[]
}

export interface PaintSnapshot {
  readonly type: string
  readonly visible: boolean
  readonly opacity: number
  readonly color: { readonly r: number; readonly g: number; readonly b: number } | null
  /** Of a gradient; positions from 0 to 1. */
  readonly gradientStops: readonly {
    readonly position: number
    readonly color: {
      readonly r: number
      readonly g: number
      readonly b: number
      readonly a: number
    }
  }[]
  readonly imageHash: string | null
  readonly videoHash: string | null
  readonly scaleMode: string | null
}

export interface StyleSnapshot {
  readonly id: string
  readonly key: string
  /** From a library. */
  readonly remote: boolean
  readonly name: string
  readonly description: string
  readonly paints: readonly PaintSnapshot[]
  readonly sharedPluginData: NodeSnapshot['sharedPluginData']
}

export interface VariableSnapshot {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly description: string
  readonly resolvedType: string
  readonly valuesByMode: Readonly<Record<string, unknown>>
  readonly scopes: readonly string[]
  readonly codeSyntax: Readonly<Record<string, string>>
  readonly sharedPluginData: NodeSnapshot['sharedPluginData']
}

export interface CollectionSnapshot {
  readonly id: string
  readonly key: string
  /** From a library. */
  readonly remote: boolean
  readonly name: string
  readonly modes: readonly { readonly modeId: string; readonly name: string }[]
  readonly variables: readonly VariableSnapshot[]
  readonly sharedPluginData: NodeSnapshot['sharedPluginData']
}

export interface DocumentSnapshot {
  /** Of the file. */
  readonly name: string
  /** `dev`: a design file in Dev Mode. */
  readonly editor: 'figma' | 'figjam' | 'slides' | 'buzz' | 'dev'
  readonly colorProfile: 'LEGACY' | 'SRGB' | 'DISPLAY_P3'
  /** Of the team that the file belongs to: `starter` adds no videos, `enterprise` alone extends collections. */
  readonly plan: 'starter' | 'paid' | 'enterprise'
  readonly currentPageId: string
  readonly pages: readonly NodeSnapshot[]
  readonly paintStyles: readonly StyleSnapshot[]
  readonly collections: readonly CollectionSnapshot[]
  readonly selection: readonly string[]
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number }
  readonly sharedPluginData: NodeSnapshot['sharedPluginData']
  readonly undoSteps: number
}

/** What the emulated Figma tells the driver. */
export type HostEvent =
  | {
      readonly type: 'show-ui'
      readonly html: string
      readonly visible: boolean
      readonly width: number
      readonly height: number
      readonly title: string
      readonly themeColors: boolean
    }
  | { readonly type: 'ui-visible'; readonly visible: boolean }
  | { readonly type: 'resize-ui'; readonly width: number; readonly height: number }
  /** `figma.ui.postMessage`: to be delivered to the iframe as `{ pluginMessage }`. */
  | { readonly type: 'message-to-ui'; readonly message: unknown }
  | { readonly type: 'notify'; readonly message: string; readonly error: boolean }
  /** `figma.openExternal`: the browser opens this address. */
  | { readonly type: 'open-external'; readonly url: string }
  | { readonly type: 'console'; readonly level: string; readonly text: string }
  | { readonly type: 'document-changed' }
  | { readonly type: 'closed' }
  /** What the quick-actions bar shows below a parameter. */
  | {
      readonly type: 'suggestions'
      readonly key: string
      readonly suggestions: readonly Suggestion[]
    }
  | { readonly type: 'suggestions-loading'; readonly key: string; readonly message: string }
  | { readonly type: 'suggestions-error'; readonly key: string; readonly message: string }
  /** What the code section of Dev Mode shows for the selected layer. */
  | {
      readonly type: 'codegen'
      readonly nodeId: string
      readonly language: string
      readonly blocks: readonly CodeBlock[]
    }
  /** The code section says that the plugin ran into an issue. */
  | { readonly type: 'codegen-failed'; readonly nodeId: string }
  /** Something was asked for that is not emulated, whatever the plugin makes of that. */
  | { readonly type: 'missing'; readonly text: string }
  /** An exception that nothing in the plugin caught. */
  | { readonly type: 'uncaught'; readonly text: string }

/** See `CodegenResult` in plugin-api.d.ts. */
export interface CodeBlock {
  readonly title: string
  readonly code: string
  readonly language: string
}

/** What a person has chosen in the code section of Dev Mode. */
export interface CodegenChoice {
  /** The value of one of the manifest's `codegenLanguages`. */
  readonly language: string
  readonly unit: 'PIXEL' | 'SCALED'
  /** Pixels of one scaled unit. */
  readonly scaleFactor: number
  /** The chosen value of each preference of the type `select`. */
  readonly settings: Readonly<Record<string, string>>
}

/** One key typed into the quick-actions bar while it asks for a parameter. */
export interface HostInput {
  readonly key: string
  readonly query: string
  /** The values of the parameters before this one. */
  readonly parameters: Readonly<Record<string, unknown>>
}

export interface Suggestion {
  readonly name: string
  readonly data: unknown
  /** SVG as text, or PNG or JPEG bytes. */
  readonly icon: string | Uint8Array | null
  readonly iconUrl: string | null
}

export interface HostStart {
  readonly command: string
  readonly html: string
  readonly code: string
}

/** A run in the code section of Dev Mode, which has no command. */
export interface CodegenStart {
  readonly html: string
  readonly code: string
  readonly choice: CodegenChoice
}

interface Place {
  readonly x: number
  readonly y: number
}

/** See "getPosition" in plugin-api.d.ts; that the frame is meant, without the title bar, is a guess. */
export interface WindowPlace {
  readonly windowSpace: Place
  readonly canvasSpace: Place
}

/** A drop as the iframe posts it, `{ pluginDrop }`, after the driver found what lies under it. */
export interface HostDrop {
  /** Canvas coordinates. */
  readonly absoluteX: number
  readonly absoluteY: number
  readonly items: readonly { readonly type: string; readonly data: string }[]
  /** None where it is left out. */
  readonly files?: readonly {
    readonly name: string
    readonly type: string
    readonly bytes: Uint8Array
  }[]
  readonly dropMetadata: unknown
  /** What the event names: what holds other layers, as the docs say, or any layer; the former by default. */
  readonly names?: 'containers' | 'shapes'
}

/** The driver's handle on one open file. Plugin runs come and go; the document stays. */
export interface Host {
  /** Runs the plugin; ends a run that is under way first, as Figma does. */
  run(start: HostStart): void
  /** Runs the plugin for a command that asks for parameters; its `run` event waits for `submit`. */
  ask(start: HostStart): void
  /** Runs the plugin for the code of what is selected, from now on; only in Dev Mode. */
  generate(start: CodegenStart): void
  /** Chooses anew while it runs. */
  chooseCodegen(choice: CodegenChoice): void
  /** A click on a preference of the type `action`. */
  actCodegen(propertyName: string): void
  type(input: HostInput): void
  submit(parameters: Readonly<Record<string, unknown>>): void
  /** Ends the run, as a person who closes the window does; `close` handlers run. */
  closePlugin(): void
  /** Delivers `{ pluginMessage }` from the iframe. Throws for what Figma does not let cross. */
  messageFromUi(message: unknown): void
  /** Finds the node under the point and fires `drop`. */
  drop(drop: HostDrop): void
  snapshot(): DocumentSnapshot
  /** All writes since the file was opened or the log was cleared. */
  writes(): readonly Write[]
  clearWrites(): void
  /** The bytes of an image or a video in the document, by hash; null where there is none. */
  imageBytes(hash: string): Uint8Array | null
  undo(): void
  select(ids: readonly string[]): void
  /** Sets the centre of the view, and its size through zoom, in canvas pixels. */
  setViewport(view: { x: number; y: number; zoom: number; width: number; height: number }): void
  /** Where the driver shows the plugin's window: in its page, and over the canvas. */
  setWindowPlace(place: WindowPlace): void
  setEditor(editor: DocumentSnapshot['editor']): void
  /** What the plan of the team allows. */
  setModeLimit(modes: number): void
  setColorProfile(profile: DocumentSnapshot['colorProfile']): void
  setPlan(plan: DocumentSnapshot['plan']): void
  /** What another person in the same file does; never in the log of writes. */
  edit(edit: HostEdit): void
  /** What a person does in the Libraries panel of this file: publishes it, as other files get it. */
  publish(): Publication
  /** What other files have published, and whether it is enabled here: for the list from the next opening on. */
  setLibraries(libraries: readonly Library[]): void
  /** The k-th next request for something of a library fails, and all after it; `Infinity` for none. */
  failLibraryRequests(k: number): void
  /** What the file has of libraries becomes as it was published last, as a person is offered to do. */
  acceptLibraryUpdates(): void
  /** Closes the file and opens it again: no run, nothing to undo, nothing logged; `stored` is what clientStorage holds by then. */
  reopen(stored: Readonly<Record<string, unknown>>): void
  /** Makes the k-th next write throw, for tests of what is left behind. */
  failWrite(k: number): void
  onEvent(listener: (event: HostEvent) => void): void
  dispose(): void
}

export type HostEdit =
  | { readonly type: 'rename-style'; readonly id: string; readonly name: string }
  | {
      readonly type: 'paint-style'
      readonly id: string
      readonly color: { readonly r: number; readonly g: number; readonly b: number }
    }
  | { readonly type: 'remove-style'; readonly id: string }
  /** As "Duplicate" in Figma's panel: with what plugins noted on it. */
  | { readonly type: 'duplicate-style'; readonly id: string; readonly name: string }
  /** Fills a layer with a style. */
  | { readonly type: 'use-style'; readonly id: string; readonly styleId: string }
  | {
      readonly type: 'create-style'
      readonly name: string
      readonly color: { readonly r: number; readonly g: number; readonly b: number }
    }
  | { readonly type: 'move-node'; readonly id: string; readonly x: number; readonly y: number }
  | { readonly type: 'rename-node'; readonly id: string; readonly name: string }
  /** The copy lies where the layer is, on the page itself. */
  | { readonly type: 'duplicate-node'; readonly id: string }
  | { readonly type: 'remove-node'; readonly id: string }
  /** Uses what a library has: it is in the file then, but not the file's own. */
  | {
      readonly type: 'use-library-style'
      readonly name: string
      readonly color: { readonly r: number; readonly g: number; readonly b: number }
    }
  | {
      readonly type: 'use-library-variable'
      readonly collection: string
      readonly name: string
      readonly color: { readonly r: number; readonly g: number; readonly b: number }
    }
  /** Gives a variable an expression for its value, which no plugin can. */
  | {
      readonly type: 'set-expression'
      readonly id: string
      readonly modeId: string
      readonly expression: Expression
    }
  /** Writes into the shared plugin data of a layer or style, as any plugin of theirs can. */
  | {
      readonly type: 'note'
      readonly id: string
      readonly namespace: string
      readonly key: string
      readonly value: string
    }
