/** Whether what leaves an element, the focus or what is dragged, only goes to another in it. */
export function staysInside(event: {
  readonly currentTarget: Element
  readonly relatedTarget: EventTarget | null
}): boolean {
  const { currentTarget, relatedTarget } = event
  return relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
}
