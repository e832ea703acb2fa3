/** Does one thing after a while, so that many reasons for it lead to it once. */
export interface Later {
  /** Does it at the latest after so many milliseconds. */
  readonly within: (milliseconds: number) => void
  /** Does at once what would be done later; resolves when it is done. */
  readonly flush: () => Promise<void>
  /** What would be done later is not. */
  readonly drop: () => void
}

/** `work` must never reject. */
export function openLater(work: () => Promise<void>): Later {
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = Infinity
  let working = Promise.resolve()

  function drop(): void {
    clearTimeout(timer)
    due = Infinity
  }

  function workNow(): void {
    drop()
    working = work()
  }

  return {
    within(milliseconds) {
      const next = Date.now() + milliseconds
      if (next >= due) return
      drop()
      due = next
      timer = setTimeout(workNow, milliseconds)
    },
    async flush() {
      if (due < Infinity) workNow()
      await working
    },
    drop,
  }
}
