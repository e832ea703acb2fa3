import type { FigmaDocument } from '../document.ts'
import { absoluteBox, type Box } from '../geometry.ts'
import type { Members } from '../members.ts'
import { fromText, toText, type NodeRecord } from '../records.ts'
import {
  expectAtLeast,
  expectKeys,
  expectOneOf,
  expectType,
  NotDrawn,
  NotEmulated,
  Refusal,
} from '../refusal.ts'
import type { Session } from '../session.ts'
import { outlinesOf, strokesOf, type Outline } from './outline.ts'
import { encodePng } from './png.ts'
import { blankRaster, paintOutline, type Raster } from './raster.ts'

const KEYS = ['format', 'constraint', 'contentsOnly', 'useAbsoluteBounds', 'suffix']

const FORMATS = ['PNG', 'JPG', 'SVG', 'PDF'] as const

interface Exported {
  exportSettings: readonly ExportSettings[]
  exportAsync(settings?: unknown): Promise<Uint8Array>
}

/**
 * PNGs of shapes and vectors; not of a text, nor of what an image or video fills, but where they lie in a
 * larger picture: a text is a bar there, an image a grey box.
 */
export function exportMembers({ document }: Session): Members<Exported, string> {
  return {
    exportSettings: {
      get: (id) => fromText(document.node(id).exportSettings),
      set(id, value) {
        if (!Array.isArray(value)) {
          throw new Refusal(
            `Expected "exportSettings" to have type array but got ${typeof value} instead`,
          )
        }
        for (const each of value) {
          const settings = expectType(each, 'exportSettings', 'object') as Record<string, unknown>
          expectOneOf(settings['format'], 'format', FORMATS)
        }
        const exportSettings = toText<readonly ExportSettings[]>(value)
        document.write('set exportSettings', id, value, () =>
          document.patchNode(id, { exportSettings }),
        )
      },
    },
    async exportAsync(id, settings) {
      const given = settings === undefined ? { format: 'PNG' } : settings
      const wanted = expectType(given, 'settings', 'object') as Record<string, unknown>
      if (wanted['format'] !== 'PNG') throw new NotEmulated('exportAsync but as PNG')
      expectKeys(wanted, 'settings', KEYS)
      const node = document.node(id)
      const scale = readScale(wanted['constraint'], node)
      await Promise.resolve()
      if (!node.visible) throw new Refusal('This node has no visible layers to export')
      return draw(document, node, scale)
    },
  }
}

function readScale(constraint: unknown, { width, height }: NodeRecord): number {
  if (constraint === undefined) return 1
  const wanted = expectType(constraint, 'constraint', 'object') as Record<string, unknown>
  expectKeys(wanted, 'constraint', ['type', 'value'])
  const type = expectOneOf(wanted['type'], 'type', ['SCALE', 'WIDTH', 'HEIGHT'])
  const value = expectAtLeast(wanted['value'], 'value', 0.01)
  if (type === 'SCALE') return value
  return value / (type === 'WIDTH' ? width : height)
}

function draw(document: FigmaDocument, root: NodeRecord, scale: number): Uint8Array {
  const box = absoluteBox(document, root)
  const side = (length: number): number => Math.max(1, Math.round(length * scale))
  const raster = blankRaster(side(box.width), side(box.height))
  const place = (outline: Outline): Outline => scaled(outline, box, scale)
  const drawing = { document, raster, place }
  const visit = (node: NodeRecord, opacity: number): void => {
    if (!node.visible) return
    const own = opacity * node.opacity
    drawNode(drawing, node === root ? node : asPart(node), own)
    for (const child of node.children) visit(document.node(child), own)
  }
  visit(root, 1)
  return encodePng(raster.width, raster.height, raster.pixels)
}

/** What is drawn of a layer in a larger picture: a text as a bar, an image as a grey box. */
function asPart(node: NodeRecord): NodeRecord {
  const fills = node.fills.map((paint): Paint =>
    paint.type === 'SOLID' || 'gradientStops' in paint ? paint : GREY,
  )
  return node.type === 'TEXT'
    ? { ...node, type: 'RECTANGLE', fills: fills.map(half) }
    : { ...node, fills }
}

const GREY: Paint = { type: 'SOLID', color: { r: 0.5, g: 0.5, b: 0.5 } }

function half(paint: Paint): Paint {
  return { ...paint, opacity: (paint.opacity ?? 1) / 2 }
}

interface Drawing {
  readonly document: FigmaDocument
  readonly raster: Raster
  /** From the canvas into the picture. */
  readonly place: (outline: Outline) => Outline
}

function drawNode({ document, raster, place }: Drawing, node: NodeRecord, opacity: number): void {
  if (node.type === 'TEXT') throw new NotDrawn('exportAsync of text')
  const paint = (outline: Outline, paints: readonly Paint[]): void => {
    for (const each of paints) {
      if (each.visible === false) continue
      const { r, g, b, a } = colorOf(each)
      paintOutline(raster, place(outline), { r, g, b, a: a * opacity })
    }
  }
  for (const outline of outlinesOf(document, node)) paint(outline, node.fills)
  if (node.strokes.length > 0) paint(strokesOf(document, node), node.strokes)
}

/** A gradient is drawn in the middle of its colors. */
function colorOf(paint: Paint): RGBA {
  const opacity = paint.opacity ?? 1
  if (paint.type === 'SOLID') return { ...paint.color, a: opacity }
  if (!('gradientStops' in paint)) throw new NotDrawn(`exportAsync of ${paint.type}`)
  const { gradientStops: stops } = paint
  const middle = (channel: 'r' | 'g' | 'b' | 'a'): number =>
    stops.reduce((sum, { color }) => sum + color[channel], 0) / stops.length
  return { r: middle('r'), g: middle('g'), b: middle('b'), a: middle('a') * opacity }
}

function scaled({ polygons, evenOdd }: Outline, { x, y }: Box, scale: number): Outline {
  const moved = polygons.map((polygon) =>
    polygon.map((value, index) => (value - (index % 2 === 0 ? x : y)) * scale),
  )
  return { polygons: moved, evenOdd }
}
