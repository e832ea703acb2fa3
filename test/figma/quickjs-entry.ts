import { openFile } from './file.ts'
import type { FileOptions, OpenFile } from './file.ts'
import type { CodegenChoice, HostDrop, HostEdit, HostInput, WindowPlace } from './host-api.ts'
import { pack, unpack } from './pack.ts'
import type { Packed } from './pack.ts'
import { installGlobals, ownGlobals } from './sandbox-globals.ts'

/** Runs inside QuickJS: what the outside calls, and what it is called with. */

/** Values as text, and buffers beside it; see pack.ts. */
type Border = (text: string, ...buffers: ArrayBuffer[]) => void

/** Opens a file. `outside` takes `[name, value]`; the answer takes calls of the same form. */
export function start(outside: Border, options: string, ...buffers: ArrayBuffer[]): Border {
  const own = ownGlobals(globalThis)
  const send = (name: string, value: unknown): void => {
    const packed = pack([name, value])
    outside(packed.text, ...packed.chunks.map(bufferOf))
  }
  const timers = new Map<number, () => void>()
  let lastTimer = 0
  const file = openFile({
    ...(unpack(packedFrom(options, buffers)) as FileOptions),
    onStorage: (values) => send('storage', values),
    onMissing: ({ message }) => send('event', { type: 'missing', text: message }),
    clock: {
      setTimer(call, milliseconds) {
        timers.set(++lastTimer, call)
        send('set-timer', { id: lastTimer, milliseconds })
        return lastTimer
      },
      clearTimer(id) {
        if (timers.delete(id)) send('clear-timer', id)
      },
    },
  })
  file.onEvent((event) => send('event', event))
  const calls = callsOf(file, (id) => {
    const call = timers.get(id)
    timers.delete(id)
    call?.()
  })
  const begin = (given: never): unknown => {
    installGlobals(globalThis, own, file.begin(given))
    return undefined
  }
  return (request, ...attached) => {
    const [name, value] = unpack(packedFrom(request, attached)) as [string, never]
    try {
      const call = name === 'begin' ? begin : calls[name]
      if (call === undefined) throw new Error(`no such call: ${name}`)
      send('reply', call(value))
    } catch (error) {
      send('refusal', error instanceof Error ? error.message : String(error))
    }
  }
}

function callsOf(
  file: OpenFile,
  fireTimer: (id: number) => void,
): Readonly<Record<string, ((value: never) => unknown) | undefined>> {
  return {
    timer: fireTimer,
    closePlugin: () => file.closePlugin(),
    messageFromUi: (message: unknown) => file.messageFromUi(message),
    type: (input: HostInput) => file.type(input),
    submit: (parameters: Readonly<Record<string, unknown>>) => file.submit(parameters),
    chooseCodegen: (choice: CodegenChoice) => file.chooseCodegen(choice),
    actCodegen: (propertyName: string) => file.actCodegen(propertyName),
    drop: (drop: HostDrop) => file.drop(drop),
    // As text: what is large and known to be JSON need not be searched for bytes.
    snapshot: () => JSON.stringify(file.snapshot()),
    writes: () => JSON.stringify(file.writes()),
    clearWrites: () => file.clearWrites(),
    imageBytes: (hash: string) => file.imageBytes(hash),
    undo: () => file.undo(),
    select: (ids: readonly string[]) => file.select(ids),
    setViewport: (view: Parameters<OpenFile['setViewport']>[0]) => file.setViewport(view),
    setWindowPlace: (place: WindowPlace) => file.setWindowPlace(place),
    setEditor: (editor: Parameters<OpenFile['setEditor']>[0]) => file.setEditor(editor),
    setModeLimit: (modes: number) => file.setModeLimit(modes),
    setColorProfile: (profile: Parameters<OpenFile['setColorProfile']>[0]) =>
      file.setColorProfile(profile),
    setPlan: (plan: Parameters<OpenFile['setPlan']>[0]) => file.setPlan(plan),
    edit: (edit: HostEdit) => file.edit(edit),
    publish: () => JSON.stringify(file.publish()),
    setLibraries: (libraries: Parameters<OpenFile['setLibraries']>[0]) =>
      file.setLibraries(libraries),
    failLibraryRequests: (k: number) => file.failLibraryRequests(k),
    acceptLibraryUpdates: () => file.acceptLibraryUpdates(),
    reopen: (stored: Readonly<Record<string, unknown>>) => file.reopen(stored),
    failWrite: (k: number) => file.failWrite(k),
  }
}

function packedFrom(text: string, buffers: readonly ArrayBuffer[]): Packed {
  return { text, chunks: buffers.map((buffer) => new Uint8Array(buffer)) }
}

/** A buffer of its own: a view may show only a part of a larger one. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
