import variant from '@jitl/quickjs-singlefile-mjs-release-sync'
import { newQuickJSWASMModuleFromVariant, newVariant } from 'quickjs-emscripten-core'
import type {
  CustomizeVariantOptions,
  QuickJSContext,
  QuickJSHandle,
  QuickJSWASMModule,
} from 'quickjs-emscripten-core'
import type { FileOptions, RunStart } from './file.ts'
import type { DocumentSnapshot, Host, HostEvent, Write } from './host-api.ts'
import type { Publication } from './publication.ts'
import { pack, unpack } from './pack.ts'
import { copyPlain } from './plain-data.ts'

/** Everything but `emulator` may be left out. */
export interface QuickJsHostOptions extends Omit<FileOptions, 'clock' | 'command'> {
  /** The script that `bundleEmulator()` makes. */
  readonly emulator: string
  /** Told around each stretch of work inside QuickJS, which nothing interrupts; for measurements. */
  readonly onStretch?: (edge: 'begins' | 'ends') => void
}

let engine: Promise<QuickJSWASMModule> | undefined

/** What it gives up over is thrown as well, and `dispose` catches it: the console need not tell. */
const quiet: NonNullable<CustomizeVariantOptions['emscriptenModule']> & { printErr: () => void } = {
  printErr: ignore,
}

/** Opens a file in QuickJS; works in Node and in a browser. */
export async function createQuickJsHost(options: QuickJsHostOptions): Promise<Host> {
  engine ??= newQuickJSWASMModuleFromVariant(newVariant(variant, { emscriptenModule: quiet }))
  const vm = (await engine).newContext()
  const { emulator, onStorage, onStretch, ...file } = options
  const inside = new Inside(vm, emulator, file, onStorage ?? ignore, onStretch ?? ignore)
  const begin = (code: string, start: RunStart): void => {
    if (code.includes('import(')) {
      throw new Error('Figma would not load this plugin: its code has the text "import("')
    }
    inside.call('begin', start)
    inside.evaluate(code)
  }
  return {
    run: ({ code, ...start }) => begin(code, start),
    ask: ({ code, ...start }) => begin(code, { ...start, asking: true }),
    generate: ({ code, html, choice }) => begin(code, { command: '', html, codegen: choice }),
    chooseCodegen: (choice) => void inside.call('chooseCodegen', choice),
    actCodegen: (propertyName) => void inside.call('actCodegen', propertyName),
    type: (input) => void inside.call('type', copyPlain(input)),
    submit: (parameters) => void inside.call('submit', copyPlain(parameters)),
    closePlugin: () => void inside.call('closePlugin', null),
    messageFromUi: (message) => void inside.call('messageFromUi', copyPlain(message)),
    drop: (drop) => void inside.call('drop', copyPlain(drop)),
    snapshot: () => JSON.parse(String(inside.call('snapshot', null))) as DocumentSnapshot,
    writes: () => JSON.parse(String(inside.call('writes', null))) as readonly Write[],
    clearWrites: () => void inside.call('clearWrites', null),
    imageBytes: (hash) => inside.call('imageBytes', hash) as Uint8Array | null,
    undo: () => void inside.call('undo', null),
    select: (ids) => void inside.call('select', ids),
    setViewport: (view) => void inside.call('setViewport', view),
    setWindowPlace: (place) => void inside.call('setWindowPlace', place),
    setEditor: (editor) => void inside.call('setEditor', editor),
    setModeLimit: (modes) => void inside.call('setModeLimit', modes),
    setColorProfile: (profile) => void inside.call('setColorProfile', profile),
    setPlan: (plan) => void inside.call('setPlan', plan),
    edit: (edit) => void inside.call('edit', edit),
    publish: () => JSON.parse(String(inside.call('publish', null))) as Publication,
    setLibraries: (libraries) => void inside.call('setLibraries', libraries),
    failLibraryRequests: (k) => void inside.call('failLibraryRequests', k),
    acceptLibraryUpdates: () => void inside.call('acceptLibraryUpdates', null),
    reopen: (stored) => void inside.call('reopen', stored),
    failWrite: (k) => void inside.call('failWrite', k),
    onEvent: (listener) => inside.listeners.push(listener),
    dispose: () => inside.dispose(),
  }
}

function ignore(): void {
  // Nothing is to be told.
}

/** The QuickJS side as seen from outside: calls go in, and what happened there comes out. */
class Inside {
  readonly listeners: ((event: HostEvent) => void)[] = []
  private readonly vm: QuickJSContext
  private readonly border: QuickJSHandle
  private readonly onStorage: (values: Record<string, unknown>) => void
  private readonly onStretch: (edge: 'begins' | 'ends') => void
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>()
  /** What came out during a call; told after it, so that no listener calls in while it runs. */
  private readonly outbox: (() => void)[] = []
  private reply: { value: unknown } | { refusal: string } | null = null
  private disposed = false

  constructor(
    vm: QuickJSContext,
    emulator: string,
    file: object,
    onStorage: (values: Record<string, unknown>) => void,
    onStretch: (edge: 'begins' | 'ends') => void,
  ) {
    this.vm = vm
    this.onStretch = onStretch
    this.onStorage = onStorage
    const start = this.unwrap(
      vm.evalCode(`(function () {\n${emulator}\nreturn emulator.start })()`, 'emulator.js'),
    )
    const outside = vm.newFunction('outside', (text, ...buffers) =>
      this.receive(vm.getString(text), buffers),
    )
    const options = this.packIn(file)
    this.border = this.unwrap(vm.callFunction(start, vm.undefined, outside, ...options))
    for (const handle of [start, outside, ...options]) handle.dispose()
    this.settle()
  }

  /** Calls the emulator; throws what it refuses. */
  call(name: string, value: unknown): unknown {
    if (this.disposed) throw new Error('This file has been closed')
    this.onStretch('begins')
    const handles = this.packIn([name, value])
    this.reply = null
    const result = this.vm.callFunction(this.border, this.vm.undefined, ...handles)
    for (const handle of handles) handle.dispose()
    this.unwrap(result).dispose()
    const reply = this.takeReply()
    this.settle()
    if (reply === null) throw new Error(`The emulated Figma did not answer "${name}"`)
    if ('refusal' in reply) throw new Error(reply.refusal)
    return reply.value
  }

  private packIn(value: unknown): QuickJSHandle[] {
    const { text, chunks } = pack(value)
    const buffers = chunks.map((chunk) => this.vm.newArrayBuffer(new Uint8Array(chunk).buffer))
    return [this.vm.newString(text), ...buffers]
  }

  private takeReply(): { value: unknown } | { refusal: string } | null {
    return this.reply
  }

  /** Runs the plugin's code as a script of its own. */
  evaluate(code: string): void {
    const result = this.vm.evalCode(`(function () {${code}\n})()`, 'plugin.js')
    if (result.error) this.tellUncaught(result.error)
    else result.value.dispose()
    this.settle()
  }

  dispose(): void {
    if (this.disposed) return
    this.call('closePlugin', null)
    this.disposed = true
    this.listeners.length = 0
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    this.border.dispose()
    try {
      this.vm.dispose()
    } catch {
      // QuickJS asserts that nothing is left, and what a plugin was in the midst of may be: its
      // module cannot be used any more, and the next file gets a new one.
      engine = undefined
    }
  }

  /** Runs the promises' jobs, then tells what happened meanwhile. */
  private settle(): void {
    for (;;) {
      const jobs = this.vm.runtime.executePendingJobs()
      if (!jobs.error) break
      this.tellUncaught(jobs.error)
    }
    this.onStretch('ends')
    for (let tell = this.outbox.shift(); tell !== undefined; tell = this.outbox.shift()) tell()
  }

  private receive(text: string, buffers: readonly QuickJSHandle[]): void {
    const chunks = buffers.map((buffer) => {
      const view = this.vm.getArrayBuffer(buffer)
      const copy = new Uint8Array(view.value)
      view.dispose()
      return copy
    })
    const [name, value] = unpack({ text, chunks }) as [string, unknown]
    switch (name) {
      case 'reply':
        this.reply = { value }
        break
      case 'refusal':
        this.reply = { refusal: String(value) }
        break
      case 'event':
        this.tell(value as HostEvent)
        break
      case 'storage':
        this.outbox.push(() => this.onStorage(value as Record<string, unknown>))
        break
      case 'set-timer':
        this.setTimer(value as { id: number; milliseconds: number })
        break
      case 'clear-timer':
        clearTimeout(this.timers.get(Number(value)))
        this.timers.delete(Number(value))
    }
  }

  private setTimer({ id, milliseconds }: { id: number; milliseconds: number }): void {
    const timer = setTimeout(() => {
      this.timers.delete(id)
      this.call('timer', id)
    }, milliseconds)
    this.timers.set(id, timer)
  }

  private tell(event: HostEvent): void {
    this.outbox.push(() => {
      for (const listener of this.listeners) listener(event)
    })
  }

  private tellUncaught(error: QuickJSHandle): void {
    this.tell({ type: 'uncaught', text: this.describe(error) })
  }

  private describe(error: QuickJSHandle): string {
    const dumped: unknown = this.vm.dump(error)
    error.dispose()
    if (typeof dumped !== 'object' || dumped === null || !('message' in dumped)) {
      return String(dumped)
    }
    const { name = 'Error', message, stack = '' } = dumped as Partial<Record<string, string>>
    return `${name}: ${message ?? ''}\n${stack}`.trimEnd()
  }

  private unwrap(result: ReturnType<QuickJSContext['evalCode']>): QuickJSHandle {
    if (result.error) throw new Error(this.describe(result.error))
    return result.value
  }
}
