import { openChannel, type Channel } from '../shared/channel.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../shared/protocol.ts'

/** This iframe's end of the channel to the sandbox. */
export type Plugin = Channel<PluginRequests, PluginEvents, object, UiEvents>

/** Opens the channel over Figma's message envelope (see figma.com/plugin-docs/creating-ui). */
export function openPlugin(): Plugin {
  return openChannel({
    send: (message) => parent.postMessage({ pluginMessage: message }, '*'),
    listen: (receive) => {
      addEventListener('message', (event: MessageEvent<unknown>) => {
        const { data } = event
        if (typeof data === 'object' && data !== null && 'pluginMessage' in data) {
          receive(data.pluginMessage)
        }
      })
    },
  })
}
