import { isShown } from '../placement/paints.ts'
import type { ColorFinder, FoundColor } from './find-color.ts'

/** What of a layer has a color, or is an effect of it. */
export type Part =
  | {
      readonly type: 'paint'
      readonly on: 'fill' | 'text' | 'stroke'
      /** Null for pictures and the like. */
      readonly found: FoundColor | null
      /** What the paint is, where it is no color that code can say. */
      readonly what: string
      /** The characters that it colors, where those of a text differ. */
      readonly characters: string | null
      /** Pixels; only of strokes that are alike on all sides. */
      readonly width: number | null
    }
  | {
      readonly type: 'shadow'
      readonly isInner: boolean
      readonly found: FoundColor
      /** Pixels. */
      readonly x: number
      readonly y: number
      readonly blur: number
      readonly spread: number
    }
  | { readonly type: 'blur'; readonly isBehind: boolean; readonly radius: number }

/** What draws a layer in code. */
export type LayerKind = 'box' | 'text' | 'shape'

export function kindOf({ type }: SceneNode): LayerKind {
  if (type === 'TEXT') return 'text'
  return SHAPES.has(type) ? 'shape' : 'box'
}

const SHAPES: ReadonlySet<string> = new Set([
  ...['VECTOR', 'BOOLEAN_OPERATION', 'STAR', 'POLYGON', 'LINE', 'ELLIPSE'],
])

/** What is seen of the layer itself, without the layers in it; fills first, the lowest of them first. */
export async function readParts(node: SceneNode, finder: ColorFinder): Promise<readonly Part[]> {
  const parts: Part[] = []
  const add = async (
    { paint, styleId }: Painted,
    on: 'fill' | 'text' | 'stroke',
    characters: string | null,
    width: number | null,
  ): Promise<void> => {
    const found = await finder.paint(paint, styleId)
    parts.push({ type: 'paint', on, found, what: WHAT[paint.type] ?? 'paint', characters, width })
  }
  if (node.type === 'TEXT') {
    const segments = node.getStyledTextSegments(['fills', 'fillStyleId'])
    for (const { characters, fills, fillStyleId } of segments) {
      const ofPart = segments.length > 1 ? characters : null
      for (const painted of seen(fills, fillStyleId)) await add(painted, 'text', ofPart, null)
    }
  } else for (const painted of fillsOf(node)) await add(painted, 'fill', null, null)
  for (const painted of strokesOf(node)) {
    const weight = 'strokeWeight' in node ? node.strokeWeight : null
    await add(painted, 'stroke', null, typeof weight === 'number' ? weight : null)
  }
  for (const effect of 'effects' in node ? node.effects : []) {
    const part = await readEffect(effect, finder)
    if (part !== null) parts.push(part)
  }
  return parts
}

/** How paints that are no colors are called. */
const WHAT: Readonly<Partial<Record<Paint['type'], string>>> = {
  IMAGE: 'picture',
  VIDEO: 'video',
  PATTERN: 'pattern',
  GRADIENT_DIAMOND: 'diamond gradient',
  GRADIENT_LINEAR: 'gradient',
  GRADIENT_RADIAL: 'gradient',
  GRADIENT_ANGULAR: 'gradient',
}

async function readEffect(effect: Effect, finder: ColorFinder): Promise<Part | null> {
  if (!effect.visible) return null
  if (effect.type === 'DROP_SHADOW' || effect.type === 'INNER_SHADOW') {
    const { color, offset, radius: blur, spread = 0, boundVariables } = effect
    const found = await finder.effect(color, boundVariables?.color?.id)
    const isInner = effect.type === 'INNER_SHADOW'
    return { type: 'shadow', isInner, found, x: offset.x, y: offset.y, blur, spread }
  }
  if (effect.type !== 'LAYER_BLUR' && effect.type !== 'BACKGROUND_BLUR') return null
  const isBehind = effect.type === 'BACKGROUND_BLUR'
  return { type: 'blur', isBehind, radius: effect.radius }
}

/** A paint that is seen, and the style that it comes from; empty where it comes from none. */
export interface Painted {
  readonly paint: Paint
  readonly styleId: string
}

/** Of a text whose parts differ: of the parts. */
export function fillsOf(node: SceneNode): readonly Painted[] {
  if (!('fills' in node)) return []
  const { fills } = node
  if (typeof fills !== 'symbol') {
    const styleId = 'fillStyleId' in node ? node.fillStyleId : ''
    return seen(fills, typeof styleId === 'symbol' ? '' : styleId)
  }
  if (node.type !== 'TEXT') return []
  return node
    .getStyledTextSegments(['fills', 'fillStyleId'])
    .flatMap((segment) => seen(segment.fills, segment.fillStyleId))
}

export function strokesOf(node: SceneNode): readonly Painted[] {
  if (!('strokes' in node)) return []
  return seen(node.strokes, 'strokeStyleId' in node ? node.strokeStyleId : '')
}

function seen(paints: readonly Paint[], styleId: string): readonly Painted[] {
  return paints.filter(isShown).map((paint) => ({ paint, styleId }))
}
