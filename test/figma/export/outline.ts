import { absoluteBox, type Box } from '../geometry.ts'
import type { FigmaDocument } from '../document.ts'
import type { NodeRecord } from '../records.ts'
import { parsePath } from '../svg-path.ts'

/** A closed line of x and y in turn. */
export type Polygon = readonly number[]

export interface Outline {
  readonly polygons: readonly Polygon[]
  readonly evenOdd: boolean
}

const STEPS = 12

/** What a layer's fills cover, on the canvas. */
export function outlinesOf(document: FigmaDocument, node: NodeRecord): readonly Outline[] {
  const box = absoluteBox(document, node)
  if (node.type !== 'VECTOR') {
    return [{ polygons: [node.type === 'ELLIPSE' ? ellipse(box) : rectangle(box)], evenOdd: false }]
  }
  return node.vectorPaths
    .filter(({ windingRule }) => windingRule !== 'NONE')
    .map(({ data, windingRule }) => ({
      polygons: flattened(data, box),
      evenOdd: windingRule === 'EVENODD',
    }))
}

/** What a layer's strokes cover, on the canvas: a bar along each piece of its lines. */
export function strokesOf(document: FigmaDocument, node: NodeRecord): Outline {
  const box = absoluteBox(document, node)
  const lines =
    node.type === 'VECTOR'
      ? node.vectorPaths.flatMap(({ data }) => flattened(data, box))
      : outlinesOf(document, node).flatMap(({ polygons }) => polygons.map(closed))
  return { polygons: lines.flatMap((line) => bars(line, node.strokeWeight)), evenOdd: false }
}

function rectangle({ x, y, width, height }: Box): Polygon {
  return [x, y, x + width, y, x + width, y + height, x, y + height]
}

function ellipse({ x, y, width, height }: Box): Polygon {
  return Array.from({ length: 4 * STEPS }, (_, step) => (step / (2 * STEPS)) * Math.PI).flatMap(
    (angle) => [x + (width / 2) * (1 + Math.cos(angle)), y + (height / 2) * (1 + Math.sin(angle))],
  )
}

function flattened(data: string, { x, y }: Box): readonly Polygon[] {
  const polygons: number[][] = []
  let line: number[] = []
  for (const { command, points } of parsePath(data) ?? []) {
    if (command === 'M') {
      line = []
      polygons.push(line)
    }
    if (command === 'Z') line.push(...line.slice(0, 2))
    else if (command === 'M' || command === 'L') line.push(...points)
    else line.push(...curve([...line.slice(-2), ...points]))
  }
  return polygons.map((polygon) => polygon.map((value, index) => value + (index % 2 === 0 ? x : y)))
}

/** Points along a curve of Bézier, by its control points of x and y in turn; without the first. */
function curve(controls: readonly number[]): number[] {
  const points: number[] = []
  for (let step = 1; step <= STEPS; step++) points.push(...pointOn(controls, step / STEPS))
  return points
}

/** By de Casteljau. */
function pointOn(controls: readonly number[], part: number): readonly number[] {
  if (controls.length <= 2) return controls
  const nearer = controls
    .slice(0, -2)
    .map((value, index) => value + ((controls[index + 2] ?? value) - value) * part)
  return pointOn(nearer, part)
}

function closed(polygon: Polygon): Polygon {
  return [...polygon, ...polygon.slice(0, 2)]
}

function bars(line: Polygon, weight: number): readonly Polygon[] {
  const all: Polygon[] = []
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.slice(at, at + 4)
    const length = Math.hypot(x2 - x1, y2 - y1)
    if (length === 0) continue
    const dx = ((y1 - y2) / length) * (weight / 2)
    const dy = ((x2 - x1) / length) * (weight / 2)
    all.push([x1 + dx, y1 + dy, x2 + dx, y2 + dy, x2 - dx, y2 - dy, x1 - dx, y1 - dy])
  }
  return all
}
