import { expect } from 'vitest'
import type { Rgba } from '../../../shared/brand.ts'
import type { Token } from '../../../shared/notation/token.ts'

/** A color as a reader found it. */
export interface ReadColor {
  readonly space: 'srgb' | 'display-p3'
  readonly rgba: Rgba
}

/** One step of 8 bits, and of Display P3 a tenth of a thousandth. */
const TOLERANCE = { srgb: 1 / 255, 'display-p3': 1e-4 }

/** Whether what was read is the token's color, as wide as the notation can say. */
export function expectSame(
  read: ReadColor | undefined,
  { name, value, wide }: Pick<Token, 'name' | 'value' | 'wide'>,
): void {
  expect(read, name).toBeDefined()
  if (read === undefined) return
  const expected = read.space === 'srgb' ? value : wide
  expect(expected, `${name} as ${read.space}`).toBeDefined()
  for (const key of ['r', 'g', 'b', 'a'] as const) {
    const off = Math.abs(read.rgba[key] - (expected?.[key] ?? NaN))
    expect(off, `${name}: ${key}`).toBeLessThanOrEqual(TOLERANCE[read.space])
  }
}
