import type { Point, Shape } from './drawing.ts'
import { circle, curve, ellipse, line, linear, polygon, radial, rect, shape } from './drawing.ts'
import type { Random } from './random.ts'
import type { SceneColors } from './scene-colors.ts'

/** Draws inside width × height. */
export type Painter = (
  width: number,
  height: number,
  colors: SceneColors,
  random: Random,
) => Shape[]

function sky(width: number, height: number, { sky: [top, low] }: SceneColors): Shape {
  return shape(rect(0, 0, width, height), linear({ x: 0, y: 0 }, { x: 0, y: height }, top, low))
}

function sun(at: Point, radius: number, { light }: SceneColors): Shape[] {
  const glow = radial(
    at,
    radius * 4,
    { at: 0, color: light, opacity: 0.55 },
    { at: 1, color: light, opacity: 0 },
  )
  return [shape(circle(at.x, at.y, radius * 4), glow), shape(circle(at.x, at.y, radius), light)]
}

/** A filled ridge from edge to edge, closed along the bottom. */
function ridge(
  width: number,
  height: number,
  level: number,
  swing: number,
  bumps: number,
  random: Random,
): string {
  const points = Array.from({ length: bumps + 3 }, (_, i) => ({
    x: ((i - 1) * width) / bumps,
    y: level + random.between(-swing, swing),
  }))
  return `${curve(points)} L${width * 1.5} ${height + 40} L${-width * 0.5} ${height + 40} Z`
}

export const hills: Painter = (width, height, colors, random) => {
  const at = { x: width * random.between(0.2, 0.8), y: height * random.between(0.2, 0.42) }
  const layers = colors.ground.map((color, i) => {
    const level = height * (0.5 + i * 0.13)
    const fill = linear(
      { x: 0, y: level - 40 },
      { x: 0, y: level + height * 0.4 },
      color,
      colors.ground[Math.min(3, i + 1)] ?? color,
    )
    return shape(ridge(width, height, level, height * 0.07, 4 + i, random), fill)
  })
  return [
    sky(width, height, colors),
    ...sun(at, height * random.between(0.05, 0.1), colors),
    ...layers,
  ]
}

export const peaks: Painter = (width, height, colors, random) => {
  const shapes = [
    sky(width, height, colors),
    ...sun({ x: width * random.between(0.15, 0.85), y: height * 0.24 }, height * 0.06, colors),
  ]
  colors.ground.slice(0, 3).forEach((color, i) => {
    const base = height * (0.72 + i * 0.13)
    const count = 3 + i
    for (let k = 0; k < count; k++) {
      const x = (width * (k + random.between(0.1, 0.9))) / count
      const tall = height * random.between(0.26, 0.42) * (1 - i * 0.22)
      const half = tall * random.between(0.8, 1.1)
      const top = { x, y: base - tall }
      shapes.push(
        shape(polygon([top, { x: x + half, y: base }, { x: x - half, y: base }]), color),
        shape(
          polygon([
            top,
            { x: x + half * 0.3, y: base - tall * 0.7 },
            { x: x + half * 0.06, y: base - tall * 0.78 },
            { x: x - half * 0.12, y: base - tall * 0.66 },
            { x: x - half * 0.26, y: base - tall * 0.74 },
          ]),
          colors.light,
          0.85 - i * 0.25,
        ),
      )
    }
    shapes.push(shape(rect(0, base - 1, width, height), color))
  })
  return shapes
}

export const aurora: Painter = (width, height, colors, random) => {
  const bands = [colors.accent, colors.ground[0], colors.light, colors.accent].map((color, i) => {
    const level = height * (0.22 + i * 0.11)
    const drift = random.between(0, 6)
    const edge = (offset: number): Point[] =>
      Array.from({ length: 9 }, (_, k) => ({
        x: (width * (k - 0.5)) / 7.5,
        y: level + offset + Math.sin(k * 0.9 + drift) * height * 0.08,
      }))
    const tall = height * random.between(0.16, 0.3)
    const below = edge(tall).reverse()
    const d = `${curve(edge(0))} ${curve(below).replace('M', 'L')} Z`
    const fade = linear(
      { x: 0, y: level - height * 0.06 },
      { x: 0, y: level + tall },
      { at: 0, color, opacity: 0 },
      { at: 0.75, color, opacity: 0.5 },
      { at: 1, color, opacity: 0 },
    )
    return shape(d, fade)
  })
  const stars = Array.from({ length: 26 }, () =>
    shape(
      circle(random.between(0, width), random.between(0, height * 0.6), random.between(0.7, 1.9)),
      colors.light,
      random.between(0.3, 0.9),
    ),
  )
  const night = linear({ x: 0, y: 0 }, { x: 0, y: height }, colors.dark, colors.ground[2])
  return [
    shape(rect(0, 0, width, height), night),
    ...stars,
    ...bands,
    shape(ridge(width, height, height * 0.8, height * 0.05, 5, random), colors.ground[3]),
    shape(ridge(width, height, height * 0.9, height * 0.04, 6, random), colors.dark),
  ]
}

export const sea: Painter = (width, height, colors, random) => {
  const horizon = height * random.between(0.45, 0.58)
  const x = width * random.between(0.3, 0.7)
  const water = linear(
    { x: 0, y: horizon },
    { x: 0, y: height },
    colors.ground[1],
    colors.ground[3],
  )
  const glints = Array.from({ length: 12 }, (_, i) => {
    const y = horizon + 10 + i * i * 1.6
    const half = 14 + i * random.between(3, 9)
    const shift = random.between(-12, 12)
    return line(
      `M${x + shift - half} ${y} L${x + shift + half} ${y}`,
      2 + i * 0.35,
      colors.light,
      0.5 - i * 0.03,
    )
  })
  const sail = height * random.between(0.1, 0.16)
  const bx = width * random.between(0.12, 0.88)
  const by = horizon + height * 0.06
  return [
    sky(width, height, colors),
    ...sun({ x, y: horizon - height * 0.04 }, height * 0.11, colors),
    shape(rect(0, horizon, width, height - horizon), water),
    ...glints,
    shape(
      polygon([
        { x: bx, y: by - sail },
        { x: bx + sail * 0.5, y: by - 6 },
        { x: bx, y: by - 6 },
      ]),
      colors.light,
    ),
    shape(ellipse(bx + sail * 0.1, by, sail * 0.45, 5), colors.dark),
  ]
}

export const city: Painter = (width, height, colors, random) => {
  const shapes = [
    sky(width, height, colors),
    ...sun({ x: width * random.between(0.2, 0.8), y: height * 0.32 }, height * 0.1, colors),
  ]
  colors.ground.forEach((color, i) => {
    let x = -random.between(0, 40)
    while (x < width) {
      const wide = random.between(34, 74)
      const top = height * (0.36 + i * 0.13) + random.between(-0.1, 0.1) * height
      shapes.push(shape(rect(x, top, wide + 1, height - top), color))
      for (let wy = top + 12; i > 1 && wy < height - 14; wy += 20) {
        for (let wx = x + 8; wx < x + wide - 10; wx += 14) {
          if (random.between(0, 1) < 0.3) {
            shapes.push(shape(rect(wx, wy, 6, 9), random.pick([colors.light, colors.accent]), 0.8))
          }
        }
      }
      x += wide + random.between(0, 10)
    }
  })
  return shapes
}
