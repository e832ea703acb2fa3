import type { NodeSnapshot } from '../../figma/host-api.ts'
import { clicked, doubleClicked, findNode } from './hit.ts'
import type { Preview } from './preview.ts'
import { pan, toCanvas, zoomAround, type Point } from './view.ts'

type Gesture =
  | { readonly type: 'none' }
  | { readonly type: 'pan' }
  | {
      /** A press turns into a move once the pointer has gone further than a hand trembles. */
      readonly type: 'press' | 'move'
      readonly nodes: readonly NodeSnapshot[]
      /** Canvas coordinates. */
      readonly from: Point
    }

/** Page pixels. */
const SLACK = 3

/** Lets the pointer pan, zoom, select and move; returns what ends it. */
export function followPointer(element: HTMLElement, preview: Preview): () => void {
  let gesture: Gesture = { type: 'none' }
  let last: Point = { x: 0, y: 0 }
  let spaceHeld = false
  const ended = new AbortController()
  const { signal } = ended

  const nodes = (): readonly NodeSnapshot[] => preview.currentPage.value?.children ?? []
  const canvasPoint = ({ clientX, clientY }: MouseEvent): Point =>
    toCanvas(preview.view.value, preview.area.value, { x: clientX, y: clientY })

  function press(event: PointerEvent): void {
    last = { x: event.clientX, y: event.clientY }
    element.setPointerCapture(event.pointerId)
    if (event.button === 1 || spaceHeld) {
      gesture = { type: 'pan' }
      return
    }
    if (event.button !== 0) return
    const point = canvasPoint(event)
    const hit = clicked(nodes(), point, event.ctrlKey || event.metaKey)
    const { selection } = preview.document.value
    if (event.shiftKey && hit !== null) {
      const rest = selection.filter((id) => id !== hit.id)
      preview.select(rest.length === selection.length ? [...rest, hit.id] : rest)
    } else if (hit === null || !selection.includes(hit.id)) {
      preview.select(hit === null ? [] : [hit.id])
    }
    const selected = preview.document.value.selection.flatMap((id) => findNode(nodes(), id) ?? [])
    gesture = hit === null ? { type: 'none' } : { type: 'press', nodes: selected, from: point }
  }

  function move(event: PointerEvent): void {
    const here = { x: event.clientX, y: event.clientY }
    if (gesture.type === 'pan') {
      preview.setView(pan(preview.view.value, here.x - last.x, here.y - last.y))
      last = here
    }
    if (gesture.type === 'press' && Math.hypot(here.x - last.x, here.y - last.y) > SLACK) {
      gesture = { ...gesture, type: 'move' }
    }
    if (gesture.type === 'move') {
      const to = canvasPoint(event)
      for (const { id, x, y } of gesture.nodes) {
        preview.edit({
          type: 'move-node',
          id,
          x: Math.round(x + to.x - gesture.from.x),
          y: Math.round(y + to.y - gesture.from.y),
        })
      }
    }
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault()
    const { view, area } = preview
    if (event.ctrlKey || event.metaKey) {
      const around = { x: event.clientX, y: event.clientY }
      preview.setView(zoomAround(view.value, area.value, around, Math.exp(-event.deltaY / 300)))
    } else {
      const sideways = event.shiftKey && event.deltaX === 0
      const [dx, dy] = sideways ? [event.deltaY, 0] : [event.deltaX, event.deltaY]
      preview.setView(pan(view.value, -dx, -dy))
    }
  }

  element.addEventListener('pointerdown', press, { signal })
  element.addEventListener('pointermove', move, { signal })
  element.addEventListener('pointerup', () => (gesture = { type: 'none' }), { signal })
  element.addEventListener('wheel', wheel, { signal, passive: false })
  element.addEventListener(
    'dblclick',
    (event) => {
      const { selection } = preview.document.value
      const hit = doubleClicked(nodes(), canvasPoint(event), selection)
      if (hit !== null) preview.select([hit.id])
    },
    { signal },
  )
  const hold = (held: boolean) => (event: KeyboardEvent) => {
    if (event.code !== 'Space' || event.target !== document.body) return
    event.preventDefault()
    spaceHeld = held
    element.classList.toggle('panning', held)
  }
  addEventListener('keydown', hold(true), { signal })
  addEventListener('keyup', hold(false), { signal })
  return () => ended.abort()
}
