import { memberOf } from '../member-of.ts'
import { fillOf, rangeFillOf, strokeOf, type Paintable } from './paintable.ts'

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
  /** Puts a paint style there; undefined where none can be. */
  readonly restyle: Paintable['restyle']
}

export function layerParts(node: BaseNode): readonly LayerPart[] {
  const parts: LayerPart[] = []
  const add = (
    fields: LayerPart['fields'],
    paints: readonly Paint[],
    styleId: string,
    { repaint, restyle }: Paintable,
  ): void => void parts.push({ ...partOf(paints, repaint), fields, paints, styleId, restyle })
  const fills = memberOf(node, 'fills')
  if ('fills' in node && fills) {
    // Undefined in an editor that has none: it is empty then.
    const fillStyleId = memberOf(node, 'fillStyleId') ?? ''
    const fields = ['fills', 'fillStyleId', 'styledTextSegments'] as const
    if (typeof fills !== 'symbol' && typeof fillStyleId === 'string') {
      add(fields, fills, fillStyleId, fillOf(node))
    } else if (node.type === 'TEXT' && memberOf(node, 'getStyledTextSegments')) {
      for (const range of node.getStyledTextSegments(['fills', 'fillStyleId'])) {
        add(fields, range.fills, range.fillStyleId, rangeFillOf(node, range.start, range.end))
      }
    }
  }
  const strokes = memberOf(node, 'strokes')
  if ('strokes' in node && strokes) {
    add(
      ['strokes', 'strokeStyleId'],
      strokes,
      memberOf(node, 'strokeStyleId') ?? '',
      strokeOf(node),
    )
  }
  const effects = memberOf(node, 'effects')
  if ('effects' in node && effects) {
    const part = partOf(effects, (next) => (node.effects = next))
    const styleId = memberOf(node, 'effectStyleId') ?? ''
    parts.push({ ...part, fields: ['effects'], paints: [], styleId, restyle: undefined })
  }
  return parts
}

export function stylePart(style: PaintStyle): Part {
  return partOf(style.paints, (paints) => (style.paints = paints))
}

/** The id of the variable that it is bound to; empty where it is to none. */
export function variableOf({ boundVariables }: Colored): string {
  return boundVariables?.color?.id ?? ''
}

/** Its opacity, which only a solid paint has beside its color, and not in it. */
export function alphaOf(colored: Colored): number {
  return memberOf(colored.color, 'a') ?? memberOf(colored, 'opacity') ?? 1
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

export function partOf<T extends Paint | Effect>(
  shown: readonly T[],
  write: (items: readonly T[]) => void,
): Part {
  return {
    shown,
    recolored(recolor, seen = false) {
      const next = rewritten(shown, (item) => {
        if (seen && !isSeen(item)) return item
        if (isColored(item)) return recolor(item)
        if (!('gradientStops' in item)) return item
        const gradientStops = rewritten(item.gradientStops, (stop) => recolor(stop))
        return gradientStops ? { ...item, gradientStops } : item
      })
      return next ? () => write(next) : null
    },
  }
}

function isSeen(item: Paint | Effect): boolean {
  const opacity = isColored(item) ? alphaOf(item) : memberOf(item, 'opacity')
  return item.visible !== false && opacity !== 0
}

function isColored<T extends Paint | Effect>(item: T): item is T & Exclude<Colored, ColorStop> {
  return /SOLID|SHADOW/.test(item.type)
}

/** The list with each as it is given back; null where all are the very same. */
function rewritten<T>(list: readonly T[], rewrite: (item: T) => T): readonly T[] | null {
  const next = list.map(rewrite)
  return next.every((item, index) => item === list[index]) ? null : next
}
