import { effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Host, HostEvent } from '../../figma/host-api.ts'
import type { Credentials } from '../server.ts'
import type { Log } from './log.ts'
import { readPluginDrop } from './plugin-drop.ts'
import { uiDocument, type Theme } from './ui-document.ts'
import { linkUi, type UiLink } from './ui-link.ts'
import { toCanvas, type Area, type Point, type View } from './view.ts'

export interface OpenWindow {
  /** Another one for each `showUI`. */
  readonly key: number
  readonly html: string
  readonly title: string
  /** Pixels, without the title bar. */
  readonly width: number
  readonly height: number
  readonly visible: boolean
  readonly themeColors: boolean
}

export interface PluginWindowState {
  /** Null while no plugin shows a window. */
  readonly open: ReadonlySignal<OpenWindow | null>
  onEvent(event: HostEvent): void
  /** Loads the UI into the frame; returns what ends it. */
  attach(frame: HTMLIFrameElement): () => void
  fillCredentials(): void
  /** Told where in the page the frame is. */
  placed(at: Point): void
}

interface Options {
  readonly host: Host
  readonly log: Log
  readonly theme: ReadonlySignal<Theme>
  /** The document around the UI, which carries the CSP. */
  readonly frame: string
  readonly agent: string
  readonly themeStyle: string
  readonly fill: Credentials | null
  readonly view: () => { readonly view: View; readonly area: Area }
  readonly onDrop: () => void
}

/** The plugin's window: what the sandbox asked for, and the messages to and from its UI. */
export function createPluginWindow(options: Options): PluginWindowState {
  const { host, log, theme } = options
  const open = signal<OpenWindow | null>(null)
  let link: UiLink | null = null
  /** What was sent before the window was on the page. */
  let early: unknown[] = []
  let lastKey = 0

  function change(part: Partial<OpenWindow>): void {
    if (open.value !== null) open.value = { ...open.value, ...part }
  }

  function receive(message: unknown): void {
    if (typeof message !== 'object' || message === null) return
    try {
      if ('pluginMessage' in message) host.messageFromUi(message.pluginMessage)
      if ('pluginDrop' in message) drop(message.pluginDrop)
    } catch (error) {
      log.add(
        'uncaught',
        error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      )
    }
    if ('previewAgent' in message) {
      const { previewAgent } = message
      if (typeof previewAgent === 'object' && previewAgent !== null && 'uncaught' in previewAgent) {
        log.add('uncaught', `UI: ${String(previewAgent.uncaught)}`)
      }
    }
  }

  function drop(value: unknown): void {
    const { client, items, dropMetadata } = readPluginDrop(value)
    const under = document.elementFromPoint(client.x, client.y)
    if (!under?.closest('[data-drop-target]')) return
    const { view, area } = options.view()
    const point = toCanvas(view, area, client)
    host.drop({ absoluteX: point.x, absoluteY: point.y, items, dropMetadata })
    options.onDrop()
  }

  function fillCredentials(keepFilling: boolean): void {
    if (options.fill === null) return
    const { clientId, clientSecret } = options.fill
    const fill = { 'Client ID': clientId, 'Client secret': clientSecret }
    link?.tellAgent({ fill, keepFilling })
  }

  return {
    open,
    onEvent(event) {
      switch (event.type) {
        case 'show-ui':
          early = []
          open.value = { ...event, key: ++lastKey }
          break
        case 'resize-ui':
          change({ width: event.width, height: event.height })
          break
        case 'ui-visible':
          change({ visible: event.visible })
          break
        case 'message-to-ui':
          if (link === null) early.push(event.message)
          else link.send({ pluginMessage: event.message })
          break
        case 'closed':
          open.value = null
          break
        case 'suggestions':
        case 'suggestions-loading':
        case 'suggestions-error':
        case 'notify':
        case 'console':
        case 'uncaught':
        case 'missing':
        case 'document-changed':
        case 'open-external':
        case 'codegen':
        case 'codegen-failed':
          break
      }
    },
    attach(frame) {
      const { html = '', themeColors = false } = open.value ?? {}
      const ui = uiDocument(html, {
        agent: options.agent,
        themeStyle: themeColors ? options.themeStyle : null,
        theme: theme.value,
      })
      const attached = linkUi(frame, options.frame, ui, receive)
      link = attached
      for (const message of early) link.send({ pluginMessage: message })
      early = []
      const stopFollowing = effect(() => {
        if (themeColors) attached.tellAgent({ theme: theme.value })
      })
      fillCredentials(true)
      return () => {
        stopFollowing()
        attached.close()
        if (link === attached) link = null
      }
    },
    fillCredentials: () => fillCredentials(false),
    placed(at) {
      const { view, area } = options.view()
      host.setWindowPlace({ windowSpace: at, canvasSpace: toCanvas(view, area, at) })
    },
  }
}
