import type { ColorFinder, FoundColor } from './find-color.ts'
import { fillsOf, strokesOf, type Painted } from './read-layer.ts'

/** So that an answer is there at once, however much is in a layer. */
const MOST_LAYERS = 1_000

/** So that finding the nearest colors takes no time to speak of. */
const MOST_COLORS = 24

export interface ColorsInside {
  /** The most used first. */
  readonly colors: readonly { readonly found: FoundColor; readonly uses: number }[]
  /** How many more there are. */
  readonly moreColors: number
  /** Whether only the first layers were looked at. */
  readonly isCut: boolean
}

/** The colors of the layers that are seen in a layer. */
export async function readColorsInside(
  node: SceneNode,
  finder: ColorFinder,
): Promise<ColorsInside> {
  const used = new Map<string, { readonly painted: Painted; uses: number }>()
  let left = MOST_LAYERS
  const look = (layer: SceneNode): void => {
    if (left-- <= 0 || !layer.visible) return
    for (const painted of [...fillsOf(layer), ...strokesOf(layer)]) {
      const { type } = painted.paint
      if (type !== 'SOLID' && !type.startsWith('GRADIENT')) continue
      const key = keyOf(painted)
      const before = used.get(key)
      if (before === undefined) used.set(key, { painted, uses: 1 })
      else before.uses++
    }
    if ('children' in layer) for (const child of layer.children) look(child)
  }
  if ('children' in node) for (const child of node.children) look(child)
  const sorted = [...used.values()].sort((one, other) => other.uses - one.uses)
  const colors: { found: FoundColor; uses: number }[] = []
  for (const { painted, uses } of sorted.slice(0, MOST_COLORS)) {
    const found = await finder.paint(painted.paint, painted.styleId)
    if (found !== null) colors.push({ found, uses })
  }
  const moreColors = Math.max(0, sorted.length - MOST_COLORS)
  return { colors, moreColors, isCut: left < 0 }
}

function keyOf({ paint, styleId }: Painted): string {
  if (styleId !== '') return styleId
  if (paint.type !== 'SOLID') return JSON.stringify(paint)
  const { r, g, b } = paint.color
  return `${paint.boundVariables?.color?.id ?? ''} ${r} ${g} ${b} ${paint.opacity ?? 1}`
}
