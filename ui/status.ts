import { computed, signal, type ReadonlySignal } from '@preact/signals'

/** What the one status region says: what is under way or has just ended, or a wait. */
export interface Status {
  readonly text: ReadonlySignal<string>
  readonly announce: (message: string) => void
  /** Milliseconds until the rate limit lets the next request through; 0 ends the wait. */
  readonly wait: (milliseconds: number) => void
}

/** Long enough to read the longest of them. */
const READ_MS = 10_000

export function createStatus(): Status {
  const message = signal('')
  /** Seconds. */
  const left = signal(0)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** A result goes once it could be read; what is under way is told until it is over. */
  function letGo(): void {
    clearTimeout(timer)
    if (left.value > 0 || message.value.endsWith('…')) return
    timer = setTimeout(() => {
      message.value = ''
    }, READ_MS)
  }

  return {
    text: computed(() =>
      left.value > 0 ? `Cliquify asks to wait ${left.value} s. Going on by itself.` : message.value,
    ),
    announce(text) {
      message.value = text
      letGo()
    },
    wait(milliseconds) {
      const before = left.value
      left.value = nextShown(before, Math.ceil(milliseconds / 1000))
      if (left.value !== before) letGo()
    },
  }
}

/** Counts down in steps of five, so that a screen reader is not interrupted every second. */
function nextShown(shown: number, seconds: number): number {
  const sameStep = seconds <= shown && Math.ceil(seconds / 5) === Math.ceil(shown / 5)
  return sameStep && seconds > 5 ? shown : Math.max(0, seconds)
}
