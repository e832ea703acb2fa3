/** The page that a node is on, or is; null where it is on none. */
export function pageOf(node: BaseNode | null): PageNode | null {
  for (let step = node; step !== null; step = step.parent) {
    if (step.type === 'PAGE') return step
  }
  return null
}
