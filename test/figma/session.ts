import type { FigmaDocument } from './document.ts'
import type { Handles } from './handles.ts'
import type { HostEvent } from './host-api.ts'
import type { Libraries } from './libraries.ts'
import type { Enter } from './members.ts'
import type { NodeChanges } from './node-changes.ts'
import type { Lacking } from './without.ts'

/** What the sandbox's timers are made of; Node's and the browser's fit. */
export interface Clock {
  setTimer(call: () => void, milliseconds: number): number
  clearTimer(id: number): void
}

/** One run of the plugin, as the rooms of the API see it. */
export interface Session extends Lacking {
  readonly document: FigmaDocument
  readonly libraries: Libraries
  readonly enter: Enter
  readonly command: string
  readonly html: string
  readonly nodes: Handles<BaseNode>
  readonly nodeChanges: NodeChanges
  readonly styles: Handles<PaintStyle>
  readonly variables: Handles<Variable>
  readonly collections: Handles<VariableCollection>
  /** The document's own id is among them once all pages were asked for. */
  readonly loadedPages: Set<string>
  /** As `Inter Regular`. */
  readonly loadedFonts: Set<string>
  readonly alive: boolean
  /** Whether a person is still entering parameters: Figma calls that query mode. */
  readonly asking: boolean
  /** Whether the plugin is at work on the code for Dev Mode. */
  readonly generating: boolean
  emit(event: HostEvent): void
  /** Runs later, at once by default, unless the run is over by then. */
  defer(call: () => void, milliseconds?: number): void
  /** Runs the plugin's own code: what it throws or rejects with is told as `uncaught`. */
  callPlugin(call: () => unknown): unknown
  /** A change of the selection or the current page, told to the plugin later and once. */
  announce(event: 'selectionchange' | 'currentpagechange'): void
  end(message?: string): void
}
