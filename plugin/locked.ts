import { memberOf } from './member-of.ts'
import { upFrom } from './up-from.ts'

/** Whether the layer, or anything that holds it, is locked: then Figma's own tools leave it alone. */
export function isLocked(node: BaseNode): boolean {
  return upFrom(node).some((each) => memberOf(each, 'locked'))
}
