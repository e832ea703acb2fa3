import type { Transport } from '../shared/channel.ts'

/**
 * To the sandbox and back in Figma's message envelope (see figma.com/plugin-docs/creating-ui). Only what
 * holds this iframe is heard: anyone else who has a hold of the window could answer for the sandbox.
 */
export const figmaTransport: Transport = {
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
}

/** Figma's hosts differ in how many frames lie between the page and this one. */
function isAncestor(source: MessageEventSource | null): boolean {
  for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
    if (frame.parent === source) return true
  }
  return false
}
