const WORK_MS = 10
const WORK_STEPS = 50
/** The clock is not worth a look after each of thousands of tiny steps. */
const STEPS_BETWEEN_LOOKS = 32

/** When the sandbox last gave way: it is one thread, so whoever works next goes on from there. */
let restedAt = 0

/** Lets long work give way to Figma, whose main thread the sandbox shares. */
export interface Pace {
  /** Counts a step; true once a slice of work has been done since the last rest. */
  step(): boolean
  rest(): Promise<void>
}

export function createPace(): Pace {
  let steps = 0
  return {
    step: () => ++steps > WORK_STEPS || isDue(),
    async rest() {
      await rest()
      steps = 0
    },
  }
}

/**
 * Work that writes nothing, cut into steps by whoever wrote it: a pure function that can wait. It
 * yields LONG before a step that cannot be cut, such as a sort, so that it has a slice of its own.
 */
export type Steps<T> = Generator<typeof LONG | undefined, T, void>

export const LONG = 'long'

/** Does the steps, and gives way after each slice of them. */
export async function inSlices<T>(work: Steps<T>): Promise<T> {
  for (let steps = 1; ; steps++) {
    const step = work.next()
    if (step.done === true) return step.value
    if (step.value === LONG || (steps % STEPS_BETWEEN_LOOKS === 0 && isDue())) await rest()
  }
}

/** Does the steps without giving way: for the few. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/**
 * Takes the members out of a list that nothing else holds, in order. Thousands of colors are let go
 * one by one like this: the engine frees a whole list at one go, which takes it several slices.
 */
export function* drain<T extends object>(list: T[]): Generator<T, void> {
  list.reverse()
  for (let next = list.pop(); next !== undefined; next = list.pop()) yield next
}

function isDue(): boolean {
  return Date.now() - restedAt >= WORK_MS
}

async function rest(): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0))
  restedAt = Date.now()
}
