import type { Rgba } from '../../shared/brand.ts'
import { linear } from '../../shared/color.ts'

/** Lightness, a and b. */
export type Lab = readonly [number, number, number]

/** A color in OKLab, where a distance is what people see; see bottosson.github.io/posts/oklab. */
export function oklabOf({ r, g, b }: Rgba): Lab {
  const [l, m, s] = times(TO_CONES, [linear(r), linear(g), linear(b)])
  return times(TO_LAB, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)])
}

type Matrix = readonly [Lab, Lab, Lab]

/** Five digits of ten: no distance is off by a thousandth of what tells colors apart, and greys stay grey. */
const TO_CONES: Matrix = [
  [0.41222, 0.53633, 0.05145],
  [0.2119, 0.6807, 0.1074],
  [0.0883, 0.28172, 0.62998],
]
const TO_LAB: Matrix = [
  [0.21045, 0.79362, -0.00407],
  [1.978, -2.42859, 0.45059],
  [0.0259, 0.78277, -0.80867],
]

function times([one, two, three]: Matrix, [x, y, z]: Lab): Lab {
  const row = ([ofX, ofY, ofZ]: Lab): number => ofX * x + ofY * y + ofZ * z
  return [row(one), row(two), row(three)]
}
