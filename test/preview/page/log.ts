import { signal, type ReadonlySignal } from '@preact/signals'

export interface LogEntry {
  readonly id: number
  /** A level of `console`, or `uncaught`. */
  readonly level: string
  readonly text: string
}

export interface Log {
  readonly entries: ReadonlySignal<readonly LogEntry[]>
  /** What nothing caught also goes to the page's own console, where tests look. */
  add(level: string, text: string): void
  clear(): void
}

const LIMIT = 500

/** What the plugin wrote to its console, and the errors that nothing in it caught. */
export function createLog(): Log {
  const entries = signal<readonly LogEntry[]>([])
  let lastId = 0
  return {
    entries,
    add(level, text) {
      entries.value = [...entries.value.slice(1 - LIMIT), { id: ++lastId, level, text }]
      if (level === 'uncaught') console.error(`Uncaught in the plugin: ${text}`)
    },
    clear() {
      entries.value = []
    },
  }
}
