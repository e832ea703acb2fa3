/** The first such element that shows: what lies under Settings does not. */
export function inSight(selector: string): HTMLElement | undefined {
  const all = document.querySelectorAll<HTMLElement>(selector)
  return [...all].find(({ offsetParent }) => offsetParent !== null)
}
