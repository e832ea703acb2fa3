const WORK_MS = 10
const WORK_STEPS = 50

/** Lets long work give way to Figma, whose main thread the sandbox shares. */
export interface Pace {
  /** Counts a step; true once a slice of work has been done since the last rest. */
  step(): boolean
  rest(): Promise<void>
}

export function createPace(): Pace {
  let startedAt = Date.now()
  let steps = 0
  return {
    step: () => ++steps > WORK_STEPS || Date.now() - startedAt >= WORK_MS,
    async rest() {
      await new Promise<void>((resolve) => setTimeout(resolve, 0))
      startedAt = Date.now()
      steps = 0
    },
  }
}
