/**
 * Follows whether Alt is held during a drag; the returned function says so at its end.
 *
 * Chromium makes `dragend` without any keys (seen in a `data:` frame), and tells of none that are
 * pressed outside the frame. So Alt counts there from the moment when the drag begins, or is still
 * over the window; Firefox and Safari tell it at the end too.
 */
export function followAlt(start: DragEvent): (end: DragEvent) => boolean {
  let held = start.altKey
  const { target } = start
  const follow = (event: Event): void => {
    held ||= event instanceof DragEvent && event.altKey
  }
  target?.addEventListener('drag', follow)
  return (end) => {
    target?.removeEventListener('drag', follow)
    return held || end.altKey
  }
}
