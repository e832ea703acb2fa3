/** What has a color: a solid paint, a stop of a gradient, a shadow. */
export type Colored = SolidPaint | ColorStop | DropShadowEffect | InnerShadowEffect

/** Gives what takes its place; the very same where it stays. */
export type Recolor = <T extends Colored>(colored: T) => T

/** Paints or effects of a layer or style. */
export interface Part {
  readonly shown: readonly (Paint | Effect)[]
  /** Writes what was recolored; null where nothing was. `seen`: without what is hidden. */
  readonly recolored: (recolor: Recolor, seen?: boolean) => (() => void) | null
}

/** What of a layer has colors: its fills, or those of each range of a text, its strokes, its effects. */
export interface LayerPart extends Part {
  /** What Figma calls it where an instance has one of its own. */
  readonly fields: readonly NodeChangeProperty[]
  /** None of effects. */
  readonly paints: readonly Paint[]
  /** Empty where it has no style. */
  readonly styleId: string
  /** Puts a paint style there; null where none can be. */
  readonly restyle: ((styleId: string) => Promise<void>) | null
}

export function layerParts(node: BaseNode): readonly LayerPart[] {
  const parts: LayerPart[] = []
  if ('fills' in node) {
    const { fills, fillStyleId } = node
    const fields = ['fills', 'fillStyleId', 'styledTextSegments'] as const
    if (typeof fills !== 'symbol' && typeof fillStyleId === 'string') {
      const restyle: LayerPart['restyle'] = (id) => node.setFillStyleIdAsync(id)
      const part = paintsPart(fills, (next) => (node.fills = next))
      parts.push({ ...part, fields, paints: fills, styleId: fillStyleId, restyle })
    } else if (node.type === 'TEXT') {
      for (const range of node.getStyledTextSegments(['fills', 'fillStyleId'])) {
        const { start, end, fillStyleId: styleId } = range
        const restyle: LayerPart['restyle'] = (id) => node.setRangeFillStyleIdAsync(start, end, id)
        const part = paintsPart(range.fills, (next) => node.setRangeFills(start, end, [...next]))
        parts.push({ ...part, fields, paints: range.fills, styleId, restyle })
      }
    }
  }
  if ('strokes' in node) {
    const restyle: LayerPart['restyle'] = (id) => node.setStrokeStyleIdAsync(id)
    const part = paintsPart(node.strokes, (next) => (node.strokes = next))
    const fields = ['strokes', 'strokeStyleId'] as const
    parts.push({ ...part, fields, paints: node.strokes, styleId: node.strokeStyleId, restyle })
  }
  if ('effects' in node) {
    const part = effectsPart(node.effects, (next) => (node.effects = next))
    parts.push({
      ...part,
      fields: ['effects'],
      paints: [],
      styleId: node.effectStyleId,
      restyle: null,
    })
  }
  return parts
}

/** The id of the variable that it is bound to; empty where it is to none. */
export function variableOf({ boundVariables }: Colored): string {
  return boundVariables?.color?.id ?? ''
}

/** Ids of all the variables that its colors are bound to. */
export function boundIds({ recolored }: Pick<Part, 'recolored'>): ReadonlySet<string> {
  const ids = new Set<string>()
  recolored((colored) => {
    ids.add(variableOf(colored))
    return colored
  })
  ids.delete('')
  return ids
}

export function paintsPart(
  shown: readonly Paint[],
  write: (paints: readonly Paint[]) => void,
): Part {
  return partOf(shown, write, (paint, recolor) => {
    if (paint.type === 'SOLID') return recolor(paint)
    if (!('gradientStops' in paint)) return paint
    const gradientStops = rewritten(paint.gradientStops, (stop) => recolor(stop))
    return gradientStops === null ? paint : { ...paint, gradientStops }
  })
}

export function effectsPart(
  shown: readonly Effect[],
  write: (effects: readonly Effect[]) => void,
): Part {
  return partOf(shown, write, (effect, recolor) =>
    effect.type === 'DROP_SHADOW' || effect.type === 'INNER_SHADOW' ? recolor(effect) : effect,
  )
}

function partOf<T extends Paint | Effect>(
  shown: readonly T[],
  write: (items: readonly T[]) => void,
  recoloredItem: (item: T, recolor: Recolor) => T,
): Part {
  return {
    shown,
    recolored(recolor, seen = false) {
      const next = rewritten(shown, (item) => {
        const isHidden = item.visible === false || ('opacity' in item && item.opacity === 0)
        return seen && isHidden ? item : recoloredItem(item, recolor)
      })
      return next === null ? null : () => write(next)
    },
  }
}

/** The list with each as it is given back; null where all are the very same. */
function rewritten<T>(list: readonly T[], rewrite: (item: T) => T): readonly T[] | null {
  const next = list.map(rewrite)
  return next.every((item, index) => item === list[index]) ? null : next
}
