import { signal, type ReadonlySignal } from '@preact/signals'
import type { Host, HostEvent, HostStart, Suggestion } from '../../figma/host-api.ts'
import type { Parameter } from './manifest.ts'

/** What stands below the field of the quick-actions bar. */
export type Answer =
  | { readonly type: 'loading'; readonly message: string }
  | { readonly type: 'error'; readonly message: string }
  | { readonly type: 'suggestions'; readonly suggestions: readonly Suggestion[] }

/** The bar while it asks for one parameter after the other. */
export interface Asking {
  readonly parameter: Parameter
  readonly query: string
  readonly answer: Answer
}

export interface QuickActions {
  /** Null while the bar is not on screen. */
  readonly asking: ReadonlySignal<Asking | null>
  /** Starts the plugin and asks for what its command wants to know. */
  ask(start: HostStart, parameters: readonly Parameter[]): void
  type(query: string): void
  choose(suggestion: Suggestion): void
  /** Ends the plugin, as Escape does. */
  cancel(): void
  onEvent(event: HostEvent): void
}

/** As Figma says it until the plugin answers. */
const LOADING: Answer = { type: 'loading', message: 'Loading suggestions…' }

export function createQuickActions(host: Host): QuickActions {
  const asking = signal<Asking | null>(null)
  let open: readonly Parameter[] = []
  let values: Readonly<Record<string, unknown>> = {}

  function askNext(): void {
    const [parameter] = open
    asking.value = parameter === undefined ? null : { parameter, query: '', answer: LOADING }
    if (parameter === undefined) host.submit(values)
    else host.type({ key: parameter.key, query: '', parameters: values })
  }

  function answer(key: string, next: Answer): void {
    const current = asking.value
    if (current?.parameter.key === key) asking.value = { ...current, answer: next }
  }

  return {
    asking,
    ask(start, parameters) {
      host.ask(start)
      open = parameters
      values = {}
      askNext()
    },
    type(query) {
      const current = asking.value
      if (current === null) return
      asking.value = { ...current, query }
      host.type({ key: current.parameter.key, query, parameters: values })
    },
    choose({ data }) {
      const current = asking.value
      if (current === null) return
      values = { ...values, [current.parameter.key]: data }
      open = open.slice(1)
      askNext()
    },
    cancel: () => host.closePlugin(),
    onEvent(event) {
      if (event.type === 'suggestions') {
        answer(event.key, { type: 'suggestions', suggestions: event.suggestions })
      }
      if (event.type === 'suggestions-loading') {
        answer(event.key, { type: 'loading', message: event.message })
      }
      if (event.type === 'suggestions-error') {
        answer(event.key, { type: 'error', message: event.message })
      }
      if (event.type === 'closed') asking.value = null
    },
  }
}
