import { signal, type ReadonlySignal } from '@preact/signals'

export interface Toast {
  readonly id: number
  readonly message: string
  readonly error: boolean
}

export interface Toasts {
  readonly shown: ReadonlySignal<readonly Toast[]>
  show(message: string, error: boolean): void
}

const SHOWN_MS = 5000

/** What `figma.notify` shows at the bottom of the canvas. */
export function createToasts(): Toasts {
  const shown = signal<readonly Toast[]>([])
  let lastId = 0
  return {
    shown,
    show(message, error) {
      const toast = { id: ++lastId, message, error }
      shown.value = [...shown.value, toast]
      setTimeout(() => {
        shown.value = shown.value.filter(({ id }) => id !== toast.id)
      }, SHOWN_MS)
    },
  }
}
