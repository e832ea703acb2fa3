/** A ref for what must be seen once it is there, in a row that scrolls. */
export function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
