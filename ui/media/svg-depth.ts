/** Deeper than any drawing program nests, and as deep as the importers of SVG follow. */
const DEEPEST = 250

/** Whether the elements of a drawing lie deeper than is safe to walk; itself it does not recurse. */
export function isTooDeep(root: Element): boolean {
  const depths = new Map<Element | null, number>()
  // Parents come before what is in them.
  for (const element of root.querySelectorAll('*')) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1
    if (depth > DEEPEST) return true
    depths.set(element, depth)
  }
  return false
}
