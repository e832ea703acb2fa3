import { memberOf } from './member-of.ts'

/** None of what cannot hold any; by their number, as in some editors every node has such a list. */
export function childrenOf(node: PageNode | SceneNode): readonly SceneNode[]
export function childrenOf(node: BaseNode): readonly BaseNode[]
export function childrenOf(node: BaseNode): readonly BaseNode[] {
  return memberOf(node, 'children') ?? []
}
