import type { DocumentSnapshot } from '../../figma/host-api.ts'

/** What a test asks of the page where its browser cannot be automated with a real pointer. */
export type Order =
  /** Where something in the plugin's window is, by its accessible name or its text. */
  { readonly type: 'find'; readonly name: string } | { readonly type: 'state' }

export interface Found {
  /** The middle of it on the screen; null where it is not there. */
  readonly at: { readonly x: number; readonly y: number } | null
}

export interface State {
  readonly document: DocumentSnapshot
  /** Where the page begins on the screen. */
  readonly origin: { readonly x: number; readonly y: number }
  /** Of the canvas point (0, 0) in the page, and of (100, 100). */
  readonly canvas: readonly { readonly x: number; readonly y: number }[]
  readonly log: string
}

/** Does what the server asks for, one after the other, for as long as the page is there. */
export async function obey(): Promise<void> {
  for (;;) {
    const order = (await (await fetch('/remote')).json()) as Order
    const answer = order.type === 'find' ? await find(order.name) : state()
    await fetch('/remote', { method: 'POST', body: JSON.stringify(answer) })
  }
}

function state(): State {
  return {
    document: window.preview.host.snapshot(),
    origin: pageOnScreen(),
    canvas: [window.preview.toScreen(0, 0), window.preview.toScreen(100, 100)],
    log: document.querySelector('[role=log]')?.textContent ?? '',
  }
}

async function find(name: string): Promise<Found> {
  const frame = document.querySelector('iframe')
  const inner = frame?.contentWindow?.frames[0]
  if (frame === null || inner === undefined) return { at: null }
  const told = new Promise<{ x: number; y: number } | null>((resolve) => {
    const listen = ({ data }: MessageEvent<unknown>): void => {
      if (typeof data !== 'object' || data === null || !('previewFound' in data)) return
      removeEventListener('message', listen)
      resolve(data.previewFound as { x: number; y: number } | null)
    }
    addEventListener('message', listen)
    setTimeout(() => resolve(null), 1_000)
  })
  inner.postMessage({ previewAgent: { find: name } }, '*')
  const middle = await told
  if (middle === null) return { at: null }
  const box = frame.getBoundingClientRect()
  const page = pageOnScreen()
  return { at: { x: page.x + box.x + middle.x, y: page.y + box.y + middle.y } }
}

/** Only Firefox tells it; elsewhere what is above the page is the browser's bars. */
function pageOnScreen(): { x: number; y: number } {
  if ('mozInnerScreenX' in window && 'mozInnerScreenY' in window) {
    return { x: Number(window.mozInnerScreenX), y: Number(window.mozInnerScreenY) }
  }
  return { x: screenX, y: screenY + outerHeight - innerHeight }
}
