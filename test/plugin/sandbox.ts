import { expect, vi } from 'vitest'
import { openWindowEnd } from '../../shared/channel.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../../shared/protocol.ts'
import type { Plugin } from '../../ui/plugin.ts'
import { openFile, type FileOptions, type OpenFile } from '../figma/file.ts'
import type { HostEvent } from '../figma/host-api.ts'

const MAIN = new URL('../../plugin/main.ts', import.meta.url).pathname

interface Sandbox {
  readonly file: OpenFile
  readonly ui: Plugin
  readonly told: <T extends HostEvent['type']>(type: T) => readonly (HostEvent & { type: T })[]
}

/**
 * Runs the sandbox half on an emulated Figma, with the test as its UI; `missing`: what that lacks, or with
 * `refusing` throws on where it is read.
 */
export async function run(options: FileOptions = {}, missing?: keyof PluginAPI): Promise<Sandbox> {
  const file = openFile(options)
  const events: HostEvent[] = []
  file.onEvent((event) => events.push(event))
  const ui = connect(file)
  const figma = new Proxy(file.figma, {
    get(host, name: keyof PluginAPI) {
      if (name !== missing) return host[name]
      if (options.refusing) throw new Error(`not emulated: figma.${name}`)
      return undefined
    },
  })
  vi.stubGlobal('figma', figma)
  vi.stubGlobal('__html__', '<p>the window</p>')
  await import(MAIN)
  await vi.waitFor(() =>
    expect(events).toContainEqual(expect.objectContaining({ type: 'show-ui' })),
  )
  const told: Sandbox['told'] = (type) =>
    events.filter((event): event is HostEvent & { type: typeof type } => event.type === type)
  return { file, ui, told }
}

/** The test as the UI of a file. */
export function connect(file: OpenFile): Plugin {
  return openWindowEnd<PluginRequests, PluginEvents, UiEvents>({
    send: (message) => file.messageFromUi(message),
    listen: (receive) =>
      file.onEvent((event) => {
        if (event.type === 'message-to-ui') receive(event.message)
      }),
  })
}
