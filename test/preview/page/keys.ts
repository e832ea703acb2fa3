import type { Preview } from './preview.ts'
import { zoomAround } from './view.ts'

/** The keyboard as in Figma: undo, zoom, delete, deselect. */
export function handleKey(preview: Preview, event: KeyboardEvent): void {
  const { target, key } = event
  if (target instanceof HTMLElement && target.closest('input, select, textarea') !== null) return
  const done = act(preview, key, event.ctrlKey || event.metaKey, event.shiftKey)
  if (done) event.preventDefault()
}

function act(preview: Preview, key: string, control: boolean, shift: boolean): boolean {
  // Dev Mode only reads.
  const canEdit = preview.document.value.editor !== 'dev'
  if (canEdit && control && key.toLowerCase() === 'z' && !shift) preview.undo()
  else if (key === '+' || key === '=') zoomBy(preview, 2)
  else if (key === '-') zoomBy(preview, 0.5)
  else if (control && key === '0') preview.setView({ ...preview.view.value, zoom: 1 })
  else if (shift && (key === '!' || key === '1')) preview.zoomToFit()
  else if (key === 'Escape') preview.select([])
  else if (canEdit && (key === 'Delete' || key === 'Backspace')) {
    for (const id of preview.document.value.selection) preview.edit({ type: 'remove-node', id })
  } else return false
  return true
}

/** Zooms around the middle of the canvas. */
export function zoomBy(preview: Preview, factor: number): void {
  const { left, top, width, height } = preview.area.value
  const middle = { x: left + width / 2, y: top + height / 2 }
  preview.setView(zoomAround(preview.view.value, preview.area.value, middle, factor))
}
