/** The types of what people draw. */
export const SHAPES = [
  'RECTANGLE',
  'ELLIPSE',
  'POLYGON',
  'STAR',
  'VECTOR',
  'BOOLEAN_OPERATION',
] as const

/** Whether a node or a paint is of one of these types. */
export function isOfType<Item extends { readonly type: string }, Type extends Item['type']>(
  item: Item,
  ...types: readonly Type[]
): item is Extract<Item, { readonly type: Type }> {
  return types.some((type) => type === item.type)
}
