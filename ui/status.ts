import { computed, signal, type ReadonlySignal } from '@preact/signals'

/** What the one status region says: the latest result, or a wait for as long as it lasts. */
export interface Status {
  readonly text: ReadonlySignal<string>
  readonly announce: (message: string) => void
  /** Milliseconds until the rate limit lets the next request through; 0 ends the wait. */
  readonly wait: (milliseconds: number) => void
}

export function createStatus(): Status {
  const message = signal('')
  /** Seconds. */
  const left = signal(0)
  return {
    text: computed(() =>
      left.value > 0 ? `Cliquify asks to wait ${left.value} s. Going on by itself.` : message.value,
    ),
    announce(text) {
      message.value = text
    },
    wait(milliseconds) {
      left.value = nextShown(left.value, Math.ceil(milliseconds / 1000))
    },
  }
}

/** Counts down in steps of five, so that a screen reader is not interrupted every second. */
function nextShown(shown: number, seconds: number): number {
  const sameStep = seconds <= shown && Math.ceil(seconds / 5) === Math.ceil(shown / 5)
  return sameStep && seconds > 5 ? shown : Math.max(0, seconds)
}
