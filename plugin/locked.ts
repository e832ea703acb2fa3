/** Whether the layer, or anything that holds it, is locked: then Figma's own tools leave it alone. */
export function isLocked(node: BaseNode): boolean {
  for (let step: BaseNode | null = node; step !== null; step = step.parent) {
    if ('locked' in step && step.locked) return true
  }
  return false
}
