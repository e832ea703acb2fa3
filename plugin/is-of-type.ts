/** Whether a node or a paint is of one of these types. */
export function isOfType<Item extends { readonly type: string }, Type extends Item['type']>(
  item: Item,
  ...types: readonly Type[]
): item is Extract<Item, { readonly type: Type }> {
  return types.some((type) => type === item.type)
}
