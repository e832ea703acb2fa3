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

const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]

function times([one, two, three]: Matrix, [x, y, z]: Lab): Lab {
  const row = ([ofX, ofY, ofZ]: Lab): number => ofX * x + ofY * y + ofZ * z
  return [row(one), row(two), row(three)]
}
