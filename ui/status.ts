import { computed, signal, type ReadonlySignal } from '@preact/signals'
import { troubleOf } from '../shared/trouble.ts'

/** What a person can do about a result, as a button beside it. */
export interface StatusAction {
  readonly label: string
  readonly run: () => void
}

/**
 * Whether a result is an undo step that has just ended; what to do once that is taken back. `asks`: it is
 * none, but asks for another selection.
 */
export type Wrote = boolean | 'asks' | (() => void)

export type Announce = (message: string, action?: StatusAction | null, wrote?: Wrote) => void

/** What the one status region says: the latest result, or a wait for as long as it lasts. */
export interface Status {
  readonly text: ReadonlySignal<string>
  /** Null where there is nothing to do about what is said. */
  readonly action: ReadonlySignal<StatusAction | null>
  /** Whether what is said can be undone. */
  readonly canUndo: ReadonlySignal<boolean>
  /** Says nothing more, where the message is empty; what can be undone stays. */
  readonly announce: Announce
  /** What is said while there is nothing else to say; null ends it. */
  readonly stand: (note: StandingNote | null) => void
  /** Something is selected now: what asks for that has been heard. */
  readonly selected: () => void
  /** Takes back the last undo step of the file. */
  readonly undo: () => void
  /** Milliseconds until the rate limit lets the next request through; 0 ends the wait. */
  readonly wait: (milliseconds: number) => void
}

export interface StandingNote {
  readonly message: string
  readonly action: StatusAction
}

interface Latest {
  readonly message: string
  readonly action: StatusAction | null
  readonly wrote: Wrote
}

const NOTHING: Latest = { message: '', action: null, wrote: false }

/** `onUndo`: has Figma take back its last undo step, and settles once it has. */
export function createStatus(onUndo: () => Promise<void>): Status {
  const latest = signal(NOTHING)
  const standing = signal<StandingNote | null>(null)
  const said = computed(() => {
    const { message, action } = latest.value
    return message === '' && standing.value !== null ? standing.value : { message, action }
  })
  /** Seconds. */
  const left = signal(0)
  const announce: Announce = (message, action = null, wrote = false) => {
    if (message !== '' || !canUndo(latest.peek())) latest.value = { message, action, wrote }
  }
  return {
    text: computed(() =>
      left.value > 0 ? `Cliquify is busy. Continuing in ${left.value} s…` : said.value.message,
    ),
    action: computed(() => (left.value > 0 ? null : said.value.action)),
    canUndo: computed(() => canUndo(latest.value)),
    announce,
    stand(note) {
      standing.value = note
    },
    selected() {
      if (latest.value.wrote === 'asks') latest.value = NOTHING
    },
    undo() {
      const { wrote } = latest.value
      // Nobody means to take back the step before as well, by a second click.
      latest.value = NOTHING
      onUndo().then(
        () => {
          announce('Undone.')
          if (typeof wrote === 'function') wrote()
        },
        (error: unknown) => announce(troubleOf(error).message),
      )
    },
    wait(milliseconds) {
      left.value = nextShown(left.value, Math.ceil(milliseconds / 1000))
    },
  }
}

function canUndo({ wrote }: Latest): boolean {
  return wrote !== false && wrote !== 'asks'
}

/** Counts down in steps of five, so that a screen reader is not interrupted every second. */
function nextShown(shown: number, seconds: number): number {
  const sameStep = seconds <= shown && Math.ceil(seconds / 5) === Math.ceil(shown / 5)
  return sameStep && seconds > 5 ? shown : Math.max(0, seconds)
}
