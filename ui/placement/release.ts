/** A point, in CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** How a drag began, as its `dragstart` event tells. */
export interface Grab {
  /** In the plugin's window. */
  readonly client: Point
  readonly screen: Point
  /** Where the pointer holds the picture that it carries. */
  readonly hotSpot: Point
  /** Safari and whatever else is made of WebKit. */
  readonly isWebKit: boolean
}

/** What a `dragend` event tells of where it ended. */
export interface Release {
  readonly client: Point
  readonly screen: Point
  /**
   * How many frames the window has in which the pointer was released: none for the plugin's own
   * window, at least one for Figma's, which holds the plugin's. Null where the browser does not tell.
   */
  readonly framesInView: number | null
  /** Whether Escape ended the drag; null where the browser does not tell, as only Firefox does. */
  readonly userCancelled: boolean | null
}

/** Where a drag ended. */
export type DragEnd =
  /** In the plugin's window, beside the browser, or without a pointer. */
  | { readonly type: 'nowhere' }
  /** Over Figma, in the coordinates of its page. */
  | { readonly type: 'page'; readonly at: Point }
  /** Over Figma, in those of the plugin's window, whose place in the page has to be known. */
  | { readonly type: 'beside'; readonly at: Point }

const NOWHERE: DragEnd = { type: 'nowhere' }

/**
 * Where a drag ended, as measured in three engines in November 2026, with a `data:` frame. `frame` is
 * the size of the plugin's window.
 *
 * Chromium tells where the pointer is in Figma's page once it is outside the frame. Firefox tells it
 * in the frame's coordinates all the time. WebKit's client coordinates say nothing, and its screen
 * coordinates are off by where the pointer holds what it carries. Only Firefox tells Escape from a
 * release; what was dropped so elsewhere is one undo away. A drag that the system ended, without a
 * pointer, gives zeros.
 */
export function dragEndOf(
  grab: Grab,
  release: Release,
  frame: { readonly width: number; readonly height: number },
): DragEnd {
  const { client, screen, framesInView, userCancelled } = release
  if (userCancelled === true || isZero(client, screen)) return NOWHERE
  if (userCancelled === false) return besideFrame(client, frame)
  if (grab.isWebKit) {
    const at = {
      x: screen.x - grab.hotSpot.x - (grab.screen.x - grab.client.x),
      y: screen.y - grab.hotSpot.y - (grab.screen.y - grab.client.y),
    }
    return besideFrame(at, frame)
  }
  if (framesInView === null || framesInView === 0) return NOWHERE
  return client.x >= 0 && client.y >= 0 ? { type: 'page', at: client } : NOWHERE
}

function isZero(client: Point, screen: Point): boolean {
  return client.x === 0 && client.y === 0 && screen.x === 0 && screen.y === 0
}

function besideFrame(at: Point, { width, height }: { width: number; height: number }): DragEnd {
  const isInside = at.x >= 0 && at.y >= 0 && at.x < width && at.y < height
  return isInside ? NOWHERE : { type: 'beside', at }
}

/** Reads a `dragstart` event; `hotSpot` as it was given to `setDragImage`. */
export function readGrab(event: DragEvent, hotSpot: Point): Grab {
  return {
    ...placesOf(event),
    hotSpot,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells the engine
    isWebKit: navigator.vendor.startsWith('Apple'),
  }
}

function placesOf({ clientX, clientY, screenX, screenY }: DragEvent) {
  return { client: { x: clientX, y: clientY }, screen: { x: screenX, y: screenY } }
}

/** Reads a `dragend` event. */
export function readRelease(event: DragEvent): Release {
  const { view, dataTransfer } = event
  return {
    ...placesOf(event),
    framesInView: view === null ? null : view.length,
    userCancelled:
      dataTransfer !== null && 'mozUserCancelled' in dataTransfer
        ? dataTransfer.mozUserCancelled === true
        : null,
  }
}
