import { Listeners } from './events.ts'
import type { WindowPlace } from './host-api.ts'
import type { Members } from './members.ts'
import { copyPlain } from './plain-data.ts'
import { expectAtLeast, expectKeys, expectType, NotEmulated, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

const LEAST_WIDTH = 70
const LEAST_HEIGHT = 0

/** The plugin's window as the sandbox knows it. */
export class UiWindow {
  readonly listeners = new Listeners()
  onmessage: MessageEventHandler | undefined = undefined
  open = false
  place: WindowPlace = { windowSpace: { x: 0, y: 0 }, canvasSpace: { x: 0, y: 0 } }

  /** Delivers what the iframe posted; the copy is made before, so that it throws at the sender. */
  deliver(session: Session, message: unknown): void {
    session.defer(() => {
      const handlers = [
        ...(this.onmessage === undefined ? [] : [this.onmessage]),
        ...this.listeners.take('message'),
      ]
      for (const handler of handlers) {
        session.callPlugin(() => (handler as MessageEventHandler)(message, { origin: 'null' }))
      }
    })
  }
}

/** Refuses a window that is seen, which Figma does while a person enters parameters. */
function refuserOf(session: Session): () => void {
  return () => {
    if (!session.asking) return
    throw new Refusal('Cannot show UI while the plugin is accepting parameters')
  }
}

/** See "codegen.on" in plugin-api.d.ts: several `generate` events may be answered at once. */
function refuseInGenerate(session: Session): void {
  if (!session.generating) return
  throw new Refusal('showUI is not allowed within the generate callback')
}

export function showUiApi(
  session: Session,
  window: UiWindow,
): Members<Pick<PluginAPI, 'showUI'>, void> {
  const refuseWhileAsking = refuserOf(session)
  return {
    showUI(_self, html, options = {}) {
      const given = expectType(options, 'options', 'object') as ShowUIOptions
      const keys = ['visible', 'title', 'width', 'height', 'position', 'themeColors']
      expectKeys(given, 'options', keys)
      const { width = 300, height = 200, title = '', visible = true, themeColors = false } = given
      if (visible) refuseWhileAsking()
      refuseInGenerate(session)
      session.emit({
        type: 'show-ui',
        html: expectType(html, 'html', 'string'),
        visible: expectType(visible, 'visible', 'boolean'),
        width: Math.max(LEAST_WIDTH, expectType(width, 'width', 'number')),
        height: Math.max(LEAST_HEIGHT, expectType(height, 'height', 'number')),
        title: expectType(title, 'title', 'string'),
        themeColors: expectType(themeColors, 'themeColors', 'boolean'),
      })
      window.open = true
    },
  }
}

export function uiMembers(session: Session, window: UiWindow): Members<UIAPI, void> {
  const requireWindow = (): void => {
    if (!window.open) throw new Refusal('No UI has been shown: call figma.showUI() first')
  }
  const checkType = (type: unknown): void => {
    if (type !== 'message') throw new Refusal(`"${String(type)}" is not an event of figma.ui`)
  }
  const refuseWhileAsking = refuserOf(session)
  const show = (visible: boolean): void => {
    requireWindow()
    if (visible) refuseWhileAsking()
    session.emit({ type: 'ui-visible', visible })
  }
  return {
    show: () => show(true),
    hide: () => show(false),
    resize(_self, width, height) {
      requireWindow()
      session.emit({
        type: 'resize-ui',
        width: Math.max(LEAST_WIDTH, expectAtLeast(width, 'width', 0)),
        height: Math.max(LEAST_HEIGHT, expectAtLeast(height, 'height', 0)),
      })
    },
    reposition() {
      throw new NotEmulated('figma.ui.reposition')
    },
    getPosition() {
      requireWindow()
      return window.place
    },
    close() {
      show(false)
      window.open = false
    },
    postMessage(_self, message: unknown) {
      requireWindow()
      session.emit({ type: 'message-to-ui', message: copyPlain(message) })
    },
    onmessage: {
      get: () => window.onmessage,
      set(_self, value) {
        if (value === undefined || value === null) window.onmessage = undefined
        else window.onmessage = expectType(value, 'onmessage', 'function') as MessageEventHandler
      },
    },
    on(_self, type, callback) {
      checkType(type)
      window.listeners.add('message', expectType(callback, 'callback', 'function') as never, false)
    },
    once(_self, type, callback) {
      checkType(type)
      window.listeners.add('message', expectType(callback, 'callback', 'function') as never, true)
    },
    off(_self, type, callback) {
      checkType(type)
      window.listeners.remove('message', callback as never)
    },
  }
}
