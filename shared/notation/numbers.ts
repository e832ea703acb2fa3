import type { Rgba } from '../brand.ts'

/** To five places: far finer than 8 bits, and than the eye. */
export function rounded(number: number): number {
  return Math.round(number * 1e5) / 1e5
}

/** Within 0 to 1, rounded. */
export function channel(value: number): number {
  return rounded(Math.min(1, Math.max(0, value)))
}

export function channels({ r, g, b }: Rgba): readonly [number, number, number] {
  return [channel(r), channel(g), channel(b)]
}
