const WORK_MS = 10

/** Lets long work give way to Figma, whose main thread the sandbox shares. */
export interface Pace {
  /** True once a slice of work has been done since the last rest. */
  readonly due: boolean
  rest(): Promise<void>
}

export function createPace(): Pace {
  let startedAt = Date.now()
  return {
    get due() {
      return Date.now() - startedAt >= WORK_MS
    },
    async rest() {
      await new Promise<void>((resolve) => setTimeout(resolve, 0))
      startedAt = Date.now()
    },
  }
}
