/** The node and all that holds it, from the inside out. */
export function upFrom(node: BaseNode | null): readonly BaseNode[] {
  return node ? [node, ...upFrom(node.parent)] : []
}
