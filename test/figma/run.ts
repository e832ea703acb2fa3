import { Codegen } from './codegen.ts'
import type { FigmaDocument } from './document.ts'
import type { EventName } from './events.ts'
import { Listeners } from './events.ts'
import { makeFigma } from './figma.ts'
import type { FigmaParts } from './figma.ts'
import { cut } from './figma.ts'
import { nodeUnder, pointIn } from './geometry.ts'
import { Handles } from './handles.ts'
import type { CodegenChoice, HostDrop, HostEvent, HostInput } from './host-api.ts'
import type { Libraries } from './libraries.ts'
import { namingEnter } from './members.ts'
import type { Enter } from './members.ts'
import { NodeChanges } from './node-changes.ts'
import { nodePrototype } from './nodes.ts'
import { suggestionResults } from './parameters.ts'
import { copyPlain } from './plain-data.ts'
import { Refusal } from './refusal.ts'
import type { EmulatedType } from './records.ts'
import type { Clock, Session } from './session.ts'
import { stylePrototype } from './styles.ts'
import { UiWindow } from './ui.ts'
import { utf8Text } from './utf8-text.ts'
import type { Lacking } from './without.ts'
import { collectionPrototype, extensionPrototype } from './variable-collections.ts'
import { variablePrototype } from './variables.ts'

export interface RunOptions
  extends Lacking, Pick<FigmaParts, 'view' | 'stored' | 'onStorage' | 'pluginId' | 'permissions'> {
  readonly document: FigmaDocument
  readonly libraries: Libraries
  readonly clock: Clock
  readonly emit: (event: HostEvent) => void
  /** Told what the plugin's own code threw. */
  readonly uncaught: (error: unknown) => void
  readonly onCall: (operation: string) => void
  /** Told which member was asked for that is not emulated, also where the plugin catches that. */
  readonly onMissing: (error: Error) => void
  readonly command: string
  readonly html: string
  /** Whether parameters are to be typed before the `run` event. */
  readonly asking: boolean
  /** What is chosen in the code section of Dev Mode; null for any other run. */
  readonly codegen: CodegenChoice | null
}

/** One run of the plugin: its `figma`, its listeners, its timers, and its end. */
export class Run implements Session {
  readonly document: FigmaDocument
  readonly libraries: Libraries
  readonly lacking: readonly string[]
  readonly refusing: boolean
  readonly openPencil: boolean
  readonly command: string
  readonly html: string
  readonly figma: PluginAPI
  readonly enter: Enter
  readonly nodes: Handles<BaseNode>
  readonly nodeChanges = new NodeChanges(this)
  readonly styles: Handles<PaintStyle>
  readonly variables: Handles<Variable>
  readonly collections: Handles<VariableCollection>
  readonly loadedPages: Set<string>
  readonly loadedFonts = new Set<string>()
  alive = true
  asking: boolean
  /** Counts the `input` events: only the latest is answered. */
  private inputCount = 0
  private inputFailed = false
  private readonly options: RunOptions
  private readonly listeners = new Listeners()
  private readonly inputs = new Listeners()
  readonly window = new UiWindow()
  readonly codegen: Codegen | null
  private readonly timers = new Set<number>()
  private readonly announced = new Set<string>()

  constructor(options: RunOptions) {
    this.options = options
    this.document = options.document
    this.libraries = options.libraries
    this.lacking = options.lacking
    this.refusing = options.refusing
    this.openPencil = options.openPencil
    this.command = options.command
    this.html = options.html
    this.asking = options.asking
    this.codegen = options.codegen === null ? null : new Codegen(this, options.codegen)
    options.document.readOnly = options.asking ? 'parameters' : this.readOnlyFor()
    this.loadedPages = new Set([options.document.currentPageId])
    this.enter = namingEnter((operation) => {
      options.onCall(operation)
      if (!this.alive) throw new Error(`in ${operation}: The plugin has been closed`)
    }, options.onMissing)
    const prototypes = new Map<EmulatedType, object>()
    this.nodes = new Handles((id) => {
      const { type } = this.document.node(id)
      const prototype = prototypes.get(type) ?? nodePrototype(this, type)
      prototypes.set(type, prototype)
      return prototype
    })
    this.styles = new Handles(lazily(() => stylePrototype(this)))
    this.variables = new Handles(lazily(() => variablePrototype(this)))
    const [whole, extended] = [
      lazily(() => collectionPrototype(this)),
      lazily(() => extensionPrototype(this)),
    ]
    this.collections = new Handles((id) =>
      this.document.collection(id).extension === null ? whole() : extended(),
    )
    this.figma = makeFigma(this, {
      ...options,
      listeners: this.listeners,
      window: this.window,
      inputs: this.inputs,
      codegen: this.codegen,
    })
    if (!options.asking && this.codegen === null) this.defer(() => this.tellRun(undefined))
  }

  private readOnlyFor(): 'dev-mode' | null {
    return this.document.editor === 'dev' ? 'dev-mode' : null
  }

  get generating(): boolean {
    return this.codegen?.isGenerating === true
  }

  emit(event: HostEvent): void {
    this.options.emit(event)
  }

  defer(call: () => void, milliseconds = 0): void {
    this.setTimer(call, milliseconds)
  }

  /** A timer that ends with the run; the plugin's own come here too. */
  setTimer(call: () => void, milliseconds: number): number {
    const { clock } = this.options
    const id = clock.setTimer(() => {
      this.timers.delete(id)
      if (this.alive) call()
    }, milliseconds)
    this.timers.add(id)
    return id
  }

  clearTimer(id: number): void {
    this.timers.delete(id)
    this.options.clock.clearTimer(id)
  }

  callPlugin(call: () => unknown): unknown {
    try {
      const result = call()
      if (result instanceof Promise) result.catch((error: unknown) => this.fail(error))
      return result
    } catch (error) {
      this.fail(error)
      return undefined
    }
  }

  fail(error: unknown): void {
    this.options.uncaught(error)
  }

  announce(event: 'selectionchange' | 'currentpagechange'): void {
    if (event === 'selectionchange') this.codegen?.ask()
    if (this.announced.has(event)) return
    this.announced.add(event)
    this.defer(() => {
      this.announced.delete(event)
      this.fire(event, undefined)
    })
  }

  private fire(event: EventName, value: unknown): readonly unknown[] {
    return this.listeners
      .take(event)
      .map((callback) =>
        this.callPlugin(() => (value === undefined ? callback(undefined) : callback(value))),
      )
  }

  drop(drop: HostDrop): void {
    const { absoluteX, absoluteY, items, dropMetadata, files = [] } = drop
    const data = copyPlain(dropMetadata)
    this.defer(() => {
      const { document } = this
      const { names = 'containers' } = drop
      const node = nodeUnder(
        document,
        absoluteX,
        absoluteY,
        (each) => names === 'shapes' || HOLDERS.has(each.type),
      )
      this.fire('drop', {
        node: this.nodes.of(node.id),
        ...pointIn(document, node, absoluteX, absoluteY),
        absoluteX,
        absoluteY,
        items: items.map(({ type, data: text }) => ({ type, data: text })),
        files: files.map(dropFile),
        dropMetadata: data,
      })
    })
  }

  type({ key, query, parameters }: HostInput): void {
    if (!this.asking) throw new Refusal('The plugin is not accepting parameters')
    const values = copyPlain(parameters)
    const count = ++this.inputCount
    this.inputFailed = false
    this.defer(() => {
      const result = suggestionResults(this, key, {
        isLatest: () => this.asking && count === this.inputCount,
        onAnswer: (isError) => {
          this.inputFailed = isError
        },
      })
      for (const callback of this.inputs.take('input')) {
        this.callPlugin(() => callback({ key, query, parameters: values, result }))
      }
    })
  }

  submit(parameters: Readonly<Record<string, unknown>>): void {
    if (!this.asking) throw new Refusal('The plugin is not accepting parameters')
    if (this.inputFailed) throw new Refusal('The plugin has set an error for this parameter')
    const values = copyPlain(parameters)
    this.asking = false
    this.document.readOnly = this.readOnlyFor()
    this.defer(() => this.tellRun(values))
  }

  private tellRun(parameters: unknown): void {
    this.fire('run', { command: this.command, parameters })
  }

  messageFromUi(message: unknown): void {
    const copy = copyPlain(message)
    if (this.window.open) this.window.deliver(this, copy)
  }

  end(message?: string): void {
    if (!this.alive) return
    this.fire('close', undefined)
    this.alive = false
    this.document.readOnly = null
    this.document.commitUndo()
    for (const id of this.timers) this.options.clock.clearTimer(id)
    this.timers.clear()
    if (message !== undefined && message !== '') {
      this.emit({ type: 'notify', message: cut(message), error: false })
    }
    this.emit({ type: 'closed' })
  }
}

/** What can be a parent of another layer, and so is named by a drop. */
const HOLDERS: ReadonlySet<string> = new Set(['FRAME', 'SECTION', 'COMPONENT', 'SLIDE'])

/** See DropFile in plugin-api.d.ts. */
function dropFile({ name, type, bytes }: NonNullable<HostDrop['files']>[number]): DropFile {
  return Object.freeze({
    name,
    type,
    getBytesAsync: () => Promise.resolve(new Uint8Array(bytes)),
    getTextAsync: () => Promise.resolve(utf8Text(bytes)),
  })
}

function lazily(make: () => object): () => object {
  let made: object | undefined
  return () => (made ??= make())
}
