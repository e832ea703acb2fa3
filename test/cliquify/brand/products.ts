import type { Shape } from './drawing.ts'
import {
  arc,
  circle,
  curve,
  ellipse,
  line,
  linear,
  polygon,
  radial,
  rect,
  roundRect,
  shape,
} from './drawing.ts'
import type { Painter } from './landscapes.ts'
import type { SceneColors } from './scene-colors.ts'

/** A wall, a table and a soft light: what every product stands in. */
function studio(width: number, height: number, colors: SceneColors, table: number): Shape[] {
  const glow = radial(
    { x: width * 0.4, y: height * 0.3 },
    width * 0.7,
    { at: 0, color: colors.light, opacity: 0.8 },
    { at: 1, color: colors.light, opacity: 0 },
  )
  const wall = linear({ x: 0, y: 0 }, { x: 0, y: height }, colors.sky[0], colors.sky[1])
  const top = linear({ x: 0, y: table }, { x: 0, y: height }, colors.ground[0], colors.ground[1])
  return [
    shape(rect(0, 0, width, height), wall),
    shape(rect(0, 0, width, height), glow),
    shape(rect(0, table, width, height - table), top),
  ]
}

function shadow(x: number, y: number, rx: number, { dark }: SceneColors): Shape {
  const fade = radial(
    { x, y },
    rx,
    { at: 0, color: dark, opacity: 0.45 },
    { at: 1, color: dark, opacity: 0 },
  )
  return shape(ellipse(x, y, rx, rx * 0.16), fade)
}

/** Left to right, as light falls on something round. */
function rounded(
  x: number,
  width: number,
  light: string,
  body: string,
  dark: string,
): Shape['fill'] {
  return linear({ x, y: 0 }, { x: x + width, y: 0 }, body, light, body, dark)
}

export const cup: Painter = (width, height, colors, random) => {
  const s = (Math.min(width, height) / 480) * random.between(0.85, 1.15)
  const x = width * random.between(0.4, 0.58)
  const y = height * 0.42
  const body = random.pick([colors.accent, colors.ground[2], colors.light, colors.ground[1]])
  const steam = [-28, 4, 34].map((dx, i) =>
    line(
      curve(
        Array.from({ length: 5 }, (_, k) => ({
          x: x + dx * s + Math.sin(k * 1.6 + i) * 10 * s,
          y: y - (22 + k * 26) * s,
        })),
      ),
      6 * s,
      colors.light,
      0.5,
    ),
  )
  const left = x - 92 * s
  const wall =
    `M${left} ${y} L${left + 184 * s} ${y} C${left + 182 * s} ${y + 120 * s} ` +
    `${left + 150 * s} ${y + 172 * s} ${x} ${y + 172 * s} ` +
    `C${left + 34 * s} ${y + 172 * s} ${left + 2 * s} ${y + 120 * s} ${left} ${y} Z`
  return [
    ...studio(width, height, colors, height * 0.62),
    shadow(x + 10 * s, y + 182 * s, 190 * s, colors),
    shape(ellipse(x, y + 172 * s, 150 * s, 22 * s), colors.light),
    shape(ellipse(x, y + 168 * s, 118 * s, 13 * s), colors.sky[1]),
    line(arc(x + 98 * s, y + 62 * s, 40 * s, -100, 110), 17 * s, body),
    shape(wall, rounded(left, 184 * s, mixed(body, '#ffffff'), body, mixed(body, colors.dark))),
    shape(ellipse(x, y, 92 * s, 21 * s), mixed(body, '#ffffff')),
    shape(ellipse(x, y + 2 * s, 82 * s, 16 * s), colors.ground[3]),
    shape(ellipse(x - 12 * s, y + 3 * s, 44 * s, 8 * s), colors.ground[0], 0.8),
    ...steam,
  ]
}

export const bag: Painter = (width, height, colors, random) => {
  const s = (Math.min(width, height) / 480) * random.between(0.9, 1.1)
  const x = width * random.between(0.42, 0.58)
  const top = height * 0.5 - 170 * s
  const body = random.pick([colors.ground[2], colors.accent, colors.ground[3], colors.ground[1]])
  const [left, wide, tall] = [x - 105 * s, 210 * s, 330 * s]
  const front = polygon([
    { x: left + 8 * s, y: top },
    { x: left + wide - 8 * s, y: top },
    { x: left + wide, y: top + tall },
    { x: left, y: top + tall },
  ])
  const beans = Array.from({ length: 7 }, () => {
    const bx = x + random.between(-220, 220) * s
    const by = top + tall + random.between(6, 42) * s
    const turn = random.between(0, 3)
    return [
      shape(ellipse(bx, by, 13 * s, 9 * s, turn), colors.ground[3]),
      line(
        `M${bx - 9 * s * Math.cos(turn)} ${by - 9 * s * Math.sin(turn)} ` +
          `L${bx + 9 * s * Math.cos(turn)} ${by + 9 * s * Math.sin(turn)}`,
        2 * s,
        colors.ground[1],
      ),
    ]
  }).flat()
  return [
    ...studio(width, height, colors, height * 0.7),
    shadow(x, top + tall + 4 * s, 200 * s, colors),
    shape(front, rounded(left, wide, mixed(body, '#ffffff'), body, mixed(body, colors.dark))),
    shape(rect(left + 8 * s, top, wide - 16 * s, 34 * s), mixed(body, colors.dark)),
    shape(roundRect(x - 70 * s, top + 96 * s, 140 * s, 150 * s, 10 * s), colors.light),
    line(circle(x, top + 150 * s, 28 * s), 6 * s, body),
    ...[0, 1, 2].map((i) =>
      shape(
        roundRect(x - (46 - i * 12) * s, top + (196 + i * 14) * s, (92 - i * 24) * s, 6 * s, 3 * s),
        colors.ground[3],
        0.8,
      ),
    ),
    ...beans,
  ]
}

export const bottle: Painter = (width, height, colors, random) => {
  const s = (Math.min(width, height) / 480) * random.between(0.85, 1)
  const shapes = studio(width, height, colors, height * 0.72)
  const inks = [colors.accent, colors.ground[2], colors.ground[1]]
  const count = random.pick([1, 2, 3])
  for (let i = 0; i < count; i++) {
    const x = width / 2 + (i - (count - 1) / 2) * 130 * s
    const tall = random.between(230, 310) * s
    const bottom = height * 0.84 + (i % 2) * 8
    const body = inks[i] ?? colors.accent
    const fill = rounded(x - 46 * s, 92 * s, mixed(body, '#ffffff'), body, mixed(body, colors.dark))
    shapes.push(
      shadow(x + 8 * s, bottom, 110 * s, colors),
      shape(roundRect(x - 17 * s, bottom - tall - 44 * s, 34 * s, 60 * s, 6 * s), colors.dark),
      shape(roundRect(x - 46 * s, bottom - tall, 92 * s, tall, 26 * s), fill),
      shape(rect(x - 46 * s, bottom - tall * 0.62, 92 * s, tall * 0.34), colors.light, 0.92),
      shape(circle(x, bottom - tall * 0.45, 15 * s), body),
    )
  }
  return shapes
}

export const poster: Painter = (width, height, colors, random) => {
  const tall = height * 0.78
  const wide = tall * 0.72
  const x = width * 0.5 - wide / 2 + random.between(-0.06, 0.06) * width
  const y = height * 0.09
  const r = wide * random.between(0.2, 0.32)
  const [cx, cy] = [x + wide * random.between(0.4, 0.6), y + tall * 0.36]
  return [
    ...studio(width, height, colors, height * 0.93),
    shape(roundRect(x + 10, y + 14, wide, tall, 3), colors.dark, 0.18),
    shape(rect(x, y, wide, tall), colors.light),
    shape(
      rect(x + 14, y + 14, wide - 28, tall - 28),
      linear({ x, y }, { x: x + wide, y: y + tall }, colors.ground[0], colors.ground[2]),
    ),
    shape(circle(cx, cy, r), colors.accent),
    shape(circle(cx + r * 0.5, cy + r * 0.5, r * 0.7), colors.light, 0.7),
    line(arc(cx, cy, r * 1.35, random.between(0, 90), random.between(180, 300)), 7, colors.light),
    ...[0, 1, 2].map((i) =>
      shape(
        roundRect(x + 36, y + tall * (0.72 + i * 0.065), (wide - 72) * (1 - i * 0.28), 12, 6),
        colors.light,
        1 - i * 0.25,
      ),
    ),
  ]
}

/** A third of the way towards the other color. */
function mixed(color: string, other: string): string {
  const read = (hex: string): number[] =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const to = read(other)
  const channels = read(color).map((part, i) => Math.round(part + ((to[i] ?? part) - part) * 0.33))
  return `#${channels.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
