import { openWindowEnd, type WindowEnd } from '../shared/channel.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../shared/protocol.ts'

/** This iframe's end of the channel to the sandbox. */
export type Plugin = WindowEnd<PluginRequests, PluginEvents, UiEvents>

/**
 * Opens the channel over Figma's message envelope (see figma.com/plugin-docs/creating-ui). Only what
 * holds this iframe is heard: anyone else who has a hold of the window could answer for the sandbox.
 */
export function openPlugin(): Plugin {
  return openWindowEnd({
    send: (message) => parent.postMessage({ pluginMessage: message }, '*'),
    listen: (receive) => {
      addEventListener('message', (event: MessageEvent<unknown>) => {
        const { data, source } = event
        if (!isAncestor(source)) return
        if (typeof data === 'object' && data !== null && 'pluginMessage' in data) {
          receive(data.pluginMessage)
        }
      })
    },
  })
}

/** Figma's hosts differ in how many frames lie between the page and this one. */
function isAncestor(source: MessageEventSource | null): boolean {
  for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
    if (frame.parent === source) return true
  }
  return false
}
