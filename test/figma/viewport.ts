import { focusedIn, requireGrid } from './canvas-grid.ts'
import { absoluteBox, boxAround } from './geometry.ts'
import type { Members } from './members.ts'
import { nodeArgument } from './node-tree.ts'
import { expectAtLeast, expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

/** What the person sees of the canvas; it belongs to the window, so it outlives a run. */
export interface View {
  /** The centre, in canvas pixels. */
  x: number
  y: number
  /** 1 is 100 %. */
  zoom: number
  /** How much of the canvas shows, in canvas pixels. */
  width: number
  height: number
}

export function viewportMembers(session: Session, view: View): Members<ViewportAPI, void> {
  const { document } = session
  const zoomTo = (zoom: number): void => {
    view.width *= view.zoom / zoom
    view.height *= view.zoom / zoom
    view.zoom = zoom
  }
  return {
    center: {
      get: () => Object.freeze({ x: view.x, y: view.y }),
      set(_self, value) {
        const center = expectType(value, 'center', 'object') as Partial<Vector>
        view.x = expectType(center.x, 'x', 'number')
        view.y = expectType(center.y, 'y', 'number')
        document.onChange()
      },
    },
    zoom: {
      get: () => view.zoom,
      set(_self, value) {
        zoomTo(expectAtLeast(value, 'zoom', 0.01))
        document.onChange()
      },
    },
    bounds: {
      get: () =>
        Object.freeze({
          x: view.x - view.width / 2,
          y: view.y - view.height / 2,
          width: view.width,
          height: view.height,
        }),
    },
    canvasView: {
      get() {
        requireGrid(session)
        return focusedIn(session) === null ? 'grid' : 'single-asset'
      },
    },
    scrollAndZoomIntoView(_self, nodes) {
      if (!Array.isArray(nodes)) {
        throw new Refusal(`Expected "nodes" to have type array but got ${typeof nodes} instead`)
      }
      const boxes = nodes.map((node: unknown) =>
        absoluteBox(document, nodeArgument(session, node, 'nodes')),
      )
      const box = boxAround(boxes)
      if (box === null) return
      view.x = box.x + box.width / 2
      view.y = box.y + box.height / 2
      const scale = Math.max(box.width / view.width, box.height / view.height)
      if (scale > 1) zoomTo(view.zoom / scale)
      document.onChange()
    },
  }
}
