/** A layer whose fill can be a picture, and whose look is its fill. */
export type Fillable =
  | RectangleNode
  | EllipseNode
  | PolygonNode
  | StarNode
  | VectorNode
  | BooleanOperationNode
  | FrameNode
  | ComponentNode
  | ComponentSetNode
  | InstanceNode
  | SlideNode

const TYPES: Readonly<Record<Fillable['type'], true>> = {
  RECTANGLE: true,
  ELLIPSE: true,
  POLYGON: true,
  STAR: true,
  VECTOR: true,
  BOOLEAN_OPERATION: true,
  FRAME: true,
  COMPONENT: true,
  COMPONENT_SET: true,
  INSTANCE: true,
  SLIDE: true,
}

/** Text, groups, sections, lines and what is flat as a line show no picture. */
export function isFillable(node: BaseNode): node is Fillable {
  return node.type in TYPES && 'width' in node && node.width > 0 && node.height > 0
}
