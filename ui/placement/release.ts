/** What a `dragend` event tells of where it ended. */
export interface Release {
  readonly clientX: number
  readonly clientY: number
  readonly screenX: number
  readonly screenY: number
  /**
   * How many frames the window has in which the pointer was released: none for the plugin's own
   * window, at least one for Figma's, which holds the plugin's. Null where the browser does not tell.
   */
  readonly framesInView: number | null
  /** Firefox alone tells that Escape ended the drag. */
  readonly userCancelled: boolean
}

/**
 * Whether a drag ended over Figma, so that it is to be dropped there.
 *
 * Measured in Chromium 156, with a `data:` frame: a release outside the frame and Escape pressed
 * outside it give the same event (`dropEffect` is `none` in both, the coordinates are the
 * pointer's), so Escape cannot be told from a release; what was dropped so is one undo away. A drag
 * that the system ended, without a pointer, gives zeros; one that ended left of or above the browser
 * gives negative coordinates. Neither is a drop.
 */
export function isDrop(release: Release): boolean {
  const { clientX, clientY, screenX, screenY, framesInView, userCancelled } = release
  if (userCancelled || framesInView === null || framesInView === 0) return false
  if (clientX === 0 && clientY === 0 && screenX === 0 && screenY === 0) return false
  return clientX >= 0 && clientY >= 0
}

/** Reads a `dragend` event. */
export function readRelease(event: DragEvent): Release {
  const { clientX, clientY, screenX, screenY, view, dataTransfer } = event
  return {
    clientX,
    clientY,
    screenX,
    screenY,
    framesInView: view === null ? null : view.length,
    userCancelled:
      dataTransfer !== null &&
      'mozUserCancelled' in dataTransfer &&
      dataTransfer.mozUserCancelled === true,
  }
}
