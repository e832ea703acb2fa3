/** A value as Cliquify told it last. */
export interface Known<T> {
  readonly value: T
  /** Milliseconds since the epoch. */
  readonly asOf: number
}

/** Where one list is remembered. */
export interface Memory<T> {
  /** Null where nothing usable is remembered. */
  recall(): Known<T> | null
  /** Gives back what to show: the remembered value itself where the new one is the same. */
  keep(value: T): T
}
