import { signal, type ReadonlySignal } from '@preact/signals'

const count = signal(0)

/** How often the device has come back online since the window was opened. */
export const comebacks: ReadonlySignal<number> = count

addEventListener('online', () => {
  count.value++
})
