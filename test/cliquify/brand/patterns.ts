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

export const orbs: Painter = (width, height, colors, random) => {
  const inks: [string, ...string[]] = [colors.accent, colors.light, ...colors.ground.slice(0, 3)]
  const ground = linear({ x: 0, y: 0 }, { x: width, y: height }, colors.sky[0], colors.ground[1])
  const shapes = [shape(rect(0, 0, width, height), ground)]
  for (let i = 0; i < 7; i++) {
    const at = { x: random.between(0, width), y: random.between(0, height) }
    const r = random.between(0.12, 0.38) * height
    const color = random.pick(inks)
    const fill = radial(
      { x: at.x - r * 0.3, y: at.y - r * 0.3 },
      r * 1.4,
      { at: 0, color, opacity: 0.95 },
      { at: 1, color, opacity: 0.25 },
    )
    shapes.push(shape(circle(at.x, at.y, r), fill))
  }
  return shapes
}

export const arches: Painter = (width, height, colors, random) => {
  const shapes = [shape(rect(0, 0, width, height), colors.sky[0])]
  const inks = [...colors.ground].reverse()
  const count = random.pick([2, 3, 4])
  const step = width / count
  for (let i = 0; i < count; i++) {
    const cx = step * (i + 0.5)
    const top = height * random.between(0.45, 0.7)
    inks.forEach((ink, k) => {
      const r = step * 0.46 * (1 - k * 0.23)
      shapes.push(
        shape(
          `${arc(cx, top, r, 180, 360)} L${cx + r} ${height + 1} L${cx - r} ${height + 1} Z`,
          k === i % 4 ? colors.accent : ink,
        ),
      )
    })
    shapes.push(shape(circle(cx, top - step * 0.62, step * 0.1), colors.accent, 0.9))
  }
  return shapes
}

export const tiles: Painter = (width, height, colors, random) => {
  const inks: [string, ...string[]] = [colors.light, colors.accent, ...colors.ground]
  const size = random.pick([80, 106.7, 160])
  const shapes: Shape[] = [shape(rect(0, 0, width, height), colors.sky[1])]
  for (let y = 0; y < height; y += size) {
    for (let x = 0; x < width; x += size) {
      shapes.push(shape(rect(x, y, size + 0.5, size + 0.5), random.pick(inks)))
      const ink = random.pick(inks)
      const form = random.pick(['quarter', 'disc', 'leaf', 'half', 'ring'])
      if (form === 'disc') shapes.push(shape(circle(x + size / 2, y + size / 2, size * 0.32), ink))
      else if (form === 'ring') {
        shapes.push(line(circle(x + size / 2, y + size / 2, size * 0.28), size * 0.1, ink))
      } else if (form === 'half') {
        shapes.push(shape(`${arc(x + size / 2, y + size, size / 2, 180, 360)} Z`, ink))
      } else if (form === 'quarter') {
        shapes.push(shape(`${arc(x, y, size, 0, 90)} L${x} ${y} Z`, ink))
      } else {
        const d =
          `M${x} ${y} C${x + size} ${y} ${x + size} ${y} ${x + size} ${y + size} ` +
          `C${x} ${y + size} ${x} ${y + size} ${x} ${y} Z`
        shapes.push(shape(d, ink))
      }
    }
  }
  return shapes
}

export const waves: Painter = (width, height, colors, random) => {
  const inks = [colors.sky[0], colors.sky[1], ...colors.ground]
  const shapes = [shape(rect(0, 0, width, height), colors.light)]
  const long = random.between(0.7, 1.4)
  const drift = random.between(0, 6)
  inks.forEach((ink, i) => {
    const level = height * (0.12 + i * 0.15)
    const points = Array.from({ length: 13 }, (_, k) => ({
      x: (width * (k - 1)) / 10,
      y: level + Math.sin(k * long + drift + i * 0.5) * height * 0.06,
    }))
    shapes.push(
      shape(`${curve(points)} L${width * 1.2} ${height} L${-width * 0.2} ${height} Z`, ink),
    )
    if (i === 3)
      shapes.push(line(curve(points.map((p) => ({ x: p.x, y: p.y - 14 }))), 4, colors.accent))
  })
  return shapes
}

export const terrazzo: Painter = (width, height, colors, random) => {
  const inks: [string, ...string[]] = [colors.accent, colors.dark, ...colors.ground]
  const shapes = [shape(rect(0, 0, width, height), colors.light)]
  const step = random.pick([58, 72, 90])
  for (let y = step / 2; y < height + step; y += step) {
    for (let x = step / 2; x < width + step; x += step) {
      const [cx, cy] = [x + random.between(-0.3, 0.3) * step, y + random.between(-0.3, 0.3) * step]
      const sides = random.pick([4, 5, 6])
      const turn = random.between(0, 6)
      const points = Array.from({ length: sides }, (_, k) => {
        const r = step * random.between(0.16, 0.4)
        const angle = turn + (k * 2 * Math.PI) / sides
        return { x: cx + r * Math.cos(angle), y: cy + r * Math.sin(angle) }
      })
      shapes.push(shape(polygon(points), random.pick(inks)))
    }
  }
  return shapes
}

export const leaves: Painter = (width, height, colors, random) => {
  const ground = linear({ x: 0, y: 0 }, { x: width, y: height }, colors.sky[0], colors.sky[1])
  const shapes = [shape(rect(0, 0, width, height), ground)]
  const stems = random.pick([3, 4, 5])
  for (let i = 0; i < stems; i++) {
    const foot = (width * (i + 0.5)) / stems
    const bend = random.between(-60, 60)
    const ink = random.pick([colors.ground[1], colors.ground[2], colors.ground[3], colors.accent])
    const top = height * random.between(0.12, 0.34)
    const at = (t: number): { x: number; y: number } => ({
      x: foot + bend * t * t,
      y: height - (height - top) * t,
    })
    shapes.push(line(curve([at(0), at(0.35), at(0.7), at(1)]), 4, ink))
    for (let t = 0.22; t < 1.05; t += 0.13) {
      const { x, y } = at(t)
      const size = 46 * (1.25 - t * 0.7)
      for (const side of [-1, 1]) {
        const angle = side * 0.75 - Math.PI / 2
        const [lx, ly] = [x + Math.cos(angle) * size * 0.8, y + Math.sin(angle) * size * 0.8]
        shapes.push(shape(ellipse(lx, ly, size, size * 0.32, angle), ink, 0.88))
      }
    }
  }
  return shapes
}

/** A simple sign on a tile, transparent around it. */
export const icon: Painter = (width, height, colors, random) => {
  const [w, h] = [width, height]
  const ink = colors.light
  const ground = random.pick([colors.accent, colors.ground[2], colors.ground[3], colors.ground[1]])
  const tile = roundRect(w * 0.06, h * 0.06, w * 0.88, h * 0.88, w * 0.2)
  const [x, y, u] = [w / 2, h / 2, w / 24]
  const signs: [Shape[], ...Shape[][]] = [
    [
      line(circle(x, y, 5 * u), 1.6 * u, ink),
      line(`M${x} ${y - 8 * u} L${x} ${y + 8 * u}`, 1.6 * u, ink),
    ],
    [0, 1, 2].map((i) => line(arc(x, y + 5 * u, (3 + i * 3) * u, 200, 340), 1.6 * u, ink)),
    [0, 1, 2].map((i) =>
      line(
        `M${x - 6 * u} ${y + (i - 1) * 4 * u} L${x + (6 - i * 3) * u} ${y + (i - 1) * 4 * u}`,
        1.6 * u,
        ink,
      ),
    ),
    [
      shape(ellipse(x, y, 7 * u, 4 * u, -0.8), ink),
      line(`M${x - 4 * u} ${y + 4 * u} L${x + 4 * u} ${y - 4 * u}`, u, ground),
    ],
    [line(`M${x - 6 * u} ${y} L${x - 2 * u} ${y + 5 * u} L${x + 7 * u} ${y - 5 * u}`, 2 * u, ink)],
    [
      line(
        `M${x - 6 * u} ${y - 4 * u} L${x + 4 * u} ${y - 4 * u} L${x + 3 * u} ${y + 6 * u} L${x - 5 * u} ${y + 6 * u} Z`,
        1.6 * u,
        ink,
      ),
      line(arc(x + 5 * u, y, 2.6 * u, -90, 100), 1.6 * u, ink),
    ],
    [
      line(
        polygon(
          [0, 1, 2, 3, 4].map((k) => {
            const angle = (k * 4 * Math.PI) / 5 - Math.PI / 2
            return { x: x + 7 * u * Math.cos(angle), y: y + 7 * u * Math.sin(angle) }
          }),
        ),
        1.4 * u,
        ink,
      ),
    ],
    [
      line(arc(x, y - 2 * u, 4.5 * u, 150, 390), 1.6 * u, ink),
      line(`M${x - 4 * u} ${y} L${x} ${y + 8 * u} L${x + 4 * u} ${y}`, 1.6 * u, ink),
    ],
  ]
  const shine = linear(
    { x: 0, y: 0 },
    { x: 0, y: h },
    { at: 0, color: '#ffffff', opacity: 0.2 },
    { at: 1, color: '#ffffff', opacity: 0 },
  )
  return [shape(tile, ground), shape(tile, shine), ...random.pick(signs)]
}
