/** Whether two numbers are the same but for rounding; by default that of Figma's 32-bit floats. */
export function isNear(one: number, other: number, tolerance = 1e-3): boolean {
  return Math.abs(one - other) < tolerance
}
