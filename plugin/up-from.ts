/** The node and all that holds it up to its page, from the inside out; nothing of what is on none. */
export function upFrom(node: BaseNode | null): readonly BaseNode[] {
  // Only the document has nothing that holds it, whatever type an editor gives it.
  return node?.parent ? [node, ...upFrom(node.parent)] : []
}
