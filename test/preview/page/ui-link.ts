import type { ToAgent } from './agent.ts'

/** The page's end of the way to the plugin's UI, through the frame that carries the CSP. */
export interface UiLink {
  /** Sent as it is; kept until the UI has loaded. */
  send(message: unknown): void
  tellAgent(message: ToAgent['previewAgent']): void
  close(): void
}

/**
 * Opens the document `ui` inside `frame`, around which stands the document `around`. That one comes
 * as a text, because in Figma opening a plugin needs no network.
 */
export function linkUi(
  frame: HTMLIFrameElement,
  around: string,
  ui: string,
  receive: (message: unknown) => void,
): UiLink {
  let queue: unknown[] | null = []
  const post = (message: unknown): void =>
    frame.contentWindow?.postMessage(message, location.origin)
  const send = (message: unknown): void => {
    if (queue === null) post({ toUi: message })
    else queue.push(message)
  }
  const onMessage = ({ data, source }: MessageEvent<unknown>): void => {
    if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return
    if ('ready' in data) post({ open: ui })
    if ('fromUi' in data) receive(data.fromUi)
    if ('loaded' in data && queue !== null) {
      const waiting = queue
      queue = null
      waiting.forEach(send)
    }
  }
  addEventListener('message', onMessage)
  frame.srcdoc = around
  return {
    send,
    tellAgent: (message) => send({ previewAgent: message }),
    close: () => removeEventListener('message', onMessage),
  }
}
