/** Deeper than any drawing program nests, and as deep as the importers of SVG follow. */
const DEEPEST = 250

/** Whether the elements of a drawing lie deeper than is safe to walk; itself it does not recurse. */
export function isTooDeep(root: Element): boolean {
  let depth = 0
  let element: Element | null = root
  while (element !== null) {
    if (element.firstElementChild !== null) {
      element = element.firstElementChild
      depth += 1
      if (depth > DEEPEST) return true
      continue
    }
    while (
      element !== root &&
      element.nextElementSibling === null &&
      element.parentElement !== null
    ) {
      element = element.parentElement
      depth -= 1
    }
    element = element === root ? null : element.nextElementSibling
  }
  return false
}
