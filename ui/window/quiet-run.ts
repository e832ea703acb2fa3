import type { Plugin } from '../plugin.ts'

/** A run that began without a window, and has none until it needs a person. */
export interface QuietRun {
  /** Whether nobody sees the window. */
  readonly active: boolean
  /** Shows the window; nothing where it is on screen already. */
  show(): void
  /** Ends the plugin with what to tell; nothing where somebody is looking at the window. */
  finish(message: string): void
}

/** Nobody should wonder for longer whether anything goes on. */
export const SHOW_AFTER_MS = 8_000

export function createQuietRun(plugin: Pick<Plugin, 'emit'>, begins: boolean): QuietRun {
  let active = begins
  const show = (): void => {
    if (!active) return
    active = false
    plugin.emit('window:show', null)
  }
  if (begins) setTimeout(show, SHOW_AFTER_MS)
  return {
    get active() {
      return active
    },
    show,
    finish(message) {
      if (!active) return
      active = false
      plugin.emit('window:close', { message })
    },
  }
}
