/** Saves after a while, so that many changes are saved once. */
export interface LateSave {
  readonly soon: () => void
  /** Saves at once what would be saved soon; resolves when nothing is left to save. */
  readonly flush: () => Promise<void>
  /** What would be saved soon is not. */
  readonly drop: () => void
}

/** Milliseconds. */
export interface Pace {
  /** How long nothing has to change before it is saved. */
  readonly quiet: number
  /** How long from one saving to the next at least. */
  readonly apart: number
}

/** `save` must never reject. */
export function saveLater(save: () => Promise<void>, { quiet, apart }: Pace): LateSave {
  let timer: ReturnType<typeof setTimeout> | undefined
  let next = -Infinity
  let saving = Promise.resolve()

  function drop(): void {
    clearTimeout(timer)
    timer = undefined
  }

  function saveNow(): void {
    drop()
    next = Date.now() + apart
    saving = save()
  }

  return {
    soon() {
      drop()
      timer = setTimeout(saveNow, Math.max(quiet, next - Date.now()))
    },
    async flush() {
      if (timer !== undefined) saveNow()
      await saving
    },
    drop,
  }
}
