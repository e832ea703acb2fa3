/** The nearest element that scrolls this one up and down. */
export function scrollerOf(element: Element): HTMLElement | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}

/** How much of a scroller's view a bar covers that sticks to its top, before the element or around it. */
export function coverAbove(element: Element | null, scroller: Element): number {
  let covered = 0
  for (let at = element; at !== null && at !== scroller; at = at.parentElement) {
    for (let one = at.previousElementSibling; one !== null; one = one.previousElementSibling) {
      if (getComputedStyle(one).position === 'sticky') {
        covered += one.getBoundingClientRect().height
      }
    }
  }
  return covered
}
