import { memberOf } from '../member-of.ts'

/** What takes a color: of a layer its fill or stroke, or the fill of a part of its text. */
export interface Paintable {
  /** The one that it has now; a symbol where there are several. */
  readonly styleId: () => string | symbol | undefined
  readonly repaint: (paints: readonly Paint[]) => void
  /** Undefined where an editor puts no styles there. */
  readonly restyle: ((styleId: string) => Promise<void>) | undefined
}

export function fillOf(node: MinimalFillsMixin): Paintable {
  return {
    styleId: () => memberOf(node, 'fillStyleId'),
    repaint: (paints) => (node.fills = paints),
    restyle: memberOf(node, 'setFillStyleIdAsync'),
  }
}

export function strokeOf(node: MinimalStrokesMixin): Paintable {
  return {
    styleId: () => memberOf(node, 'strokeStyleId'),
    repaint: (paints) => (node.strokes = paints),
    restyle: memberOf(node, 'setStrokeStyleIdAsync'),
  }
}

export function rangeFillOf(node: TextNode, start: number, end: number): Paintable {
  return {
    styleId: () => node.getRangeFillStyleId(start, end),
    repaint: (paints) => node.setRangeFills(start, end, [...paints]),
    restyle: memberOf(node, 'setRangeFillStyleIdAsync')?.bind(null, start, end),
  }
}
