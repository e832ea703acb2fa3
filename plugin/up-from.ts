import { memberOf } from './member-of.ts'

/** The node and all that holds it up to its page, from the inside out; nothing of what is on none. */
export function upFrom(node: BaseNode | null): readonly BaseNode[] {
  const parent = node && memberOf(node, 'parent')
  // Only the document has nothing that holds it, whatever type an editor gives it.
  return parent ? [node, ...upFrom(parent)] : []
}

/** The outermost of the node and all that holds it for which this holds. */
export function outermost<Node extends BaseNode>(
  node: BaseNode | null,
  is: (each: BaseNode) => each is Node,
): Node | undefined {
  return upFrom(node).filter(is).pop()
}
