/** What the canvas shows: the canvas point at the middle of the area, and screen pixels for each canvas pixel. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** The area of the page that shows the canvas, in page pixels. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

const ZOOM = { min: 0.02, max: 32 }

/** Canvas coordinates to page pixels. */
export function toScreen(view: View, area: Area, point: Point): Point {
  return {
    x: area.left + area.width / 2 + (point.x - view.x) * view.zoom,
    y: area.top + area.height / 2 + (point.y - view.y) * view.zoom,
  }
}

/** Page pixels to canvas coordinates. */
export function toCanvas(view: View, area: Area, point: Point): Point {
  return {
    x: view.x + (point.x - area.left - area.width / 2) / view.zoom,
    y: view.y + (point.y - area.top - area.height / 2) / view.zoom,
  }
}

/** Moves the content by page pixels, as a hand does. */
export function pan(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x - dx / view.zoom, y: view.y - dy / view.zoom }
}

/** Zooms and keeps the canvas point under `around` (page pixels) where it is. */
export function zoomAround(view: View, area: Area, around: Point, factor: number): View {
  const zoom = Math.min(ZOOM.max, Math.max(ZOOM.min, view.zoom * factor))
  const fixed = toCanvas(view, area, around)
  const moved = toCanvas({ ...view, zoom }, area, around)
  return { x: view.x + fixed.x - moved.x, y: view.y + fixed.y - moved.y, zoom }
}

/** The view that shows all of the rectangle with a margin (page pixels), never magnified. */
export function fit(area: Area, rect: Rect, margin: number): View {
  const zoom = Math.min(
    1,
    (area.width - 2 * margin) / Math.max(1, rect.width),
    (area.height - 2 * margin) / Math.max(1, rect.height),
  )
  return {
    x: rect.x + rect.width / 2,
    y: rect.y + rect.height / 2,
    zoom: Math.max(ZOOM.min, zoom),
  }
}

/** The smallest rectangle around all of them; null for none. */
export function bounds(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null
  const left = Math.min(...rects.map(({ x }) => x))
  const top = Math.min(...rects.map(({ y }) => y))
  const right = Math.max(...rects.map(({ x, width }) => x + width))
  const bottom = Math.max(...rects.map(({ y, height }) => y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}
