/** Repeatable chance: the same seed always draws the same picture. */
export interface Random {
  /** A number in [from, to). */
  between(from: number, to: number): number
  pick<T>(from: readonly [T, ...T[]]): T
}

export function randomFrom(seed: number): Random {
  // mulberry32: small, and good enough for pictures.
  let state = (seed * 0x9e3779b1) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    between: (from, to) => from + next() * (to - from),
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
  }
}
