/** What takes a color: of a layer its fill or stroke, or the fill of a part of its text. */
export interface Paintable {
  /** The one that it has now; a symbol where there are several. */
  readonly styleId: () => string | symbol
  readonly repaint: (paints: readonly Paint[]) => void
  readonly restyle: (styleId: string) => Promise<void>
}

export function fillOf(node: MinimalFillsMixin): Paintable {
  return {
    styleId: () => node.fillStyleId,
    repaint: (paints) => (node.fills = paints),
    restyle: (styleId) => node.setFillStyleIdAsync(styleId),
  }
}

export function strokeOf(node: MinimalStrokesMixin): Paintable {
  return {
    styleId: () => node.strokeStyleId,
    repaint: (paints) => (node.strokes = paints),
    restyle: (styleId) => node.setStrokeStyleIdAsync(styleId),
  }
}

export function rangeFillOf(node: TextNode, start: number, end: number): Paintable {
  return {
    styleId: () => node.getRangeFillStyleId(start, end),
    repaint: (paints) => node.setRangeFills(start, end, [...paints]),
    restyle: (styleId) => node.setRangeFillStyleIdAsync(start, end, styleId),
  }
}
