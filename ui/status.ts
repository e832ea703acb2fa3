import { computed, signal, type ReadonlySignal } from '@preact/signals'

/** What the one status region says: the latest result, or a wait for as long as it lasts. */
export interface Status {
  readonly text: ReadonlySignal<string>
  announce(message: string): void
  /** Milliseconds until the rate limit lets the next request through; 0 ends the wait. */
  wait(milliseconds: number): void
}

export function createStatus(): Status {
  const message = signal('')
  const left = signal(0)
  let until = 0
  let timer: ReturnType<typeof setInterval> | undefined

  function tick(): void {
    left.value = Math.max(0, until - Date.now())
    if (left.value > 0) return
    clearInterval(timer)
    timer = undefined
  }

  return {
    text: computed(() => waitText(left.value) ?? message.value),
    announce(text) {
      message.value = text
    },
    wait(milliseconds) {
      until = Date.now() + milliseconds
      tick()
      if (left.value > 0) timer ??= setInterval(tick, 1000)
    },
  }
}

/** Counts in steps of five seconds, so that a screen reader is not interrupted every second. */
function waitText(milliseconds: number): string | null {
  if (milliseconds <= 0) return null
  const seconds = Math.ceil(milliseconds / 1000)
  const shown = seconds > 5 ? Math.ceil(seconds / 5) * 5 : seconds
  return `Cliquify asks to wait ${shown} s. Going on by itself.`
}
