import type { JSX } from 'preact'
import type { PreviewProps } from './preview.ts'
import { UndoIcon, ZoomInIcon, ZoomOutIcon } from './icons.tsx'
import { zoomBy } from './keys.ts'

/** The bar at the bottom of the canvas. */
export function ToolBar({ preview }: PreviewProps): JSX.Element {
  const { undoSteps, editor } = preview.document.value
  return (
    <div class="tool-bar" role="toolbar" aria-label="Canvas">
      <button
        class="icon-button"
        aria-label="Undo"
        disabled={undoSteps === 0 || editor === 'dev'}
        onClick={preview.undo}
      >
        <UndoIcon />
      </button>
      <hr />
      <button class="icon-button" aria-label="Zoom out" onClick={() => zoomBy(preview, 0.5)}>
        <ZoomOutIcon />
      </button>
      <button class="zoom" aria-label="Zoom to fit" onClick={() => preview.zoomToFit()}>
        {Math.round(preview.view.value.zoom * 100)}%
      </button>
      <button class="icon-button" aria-label="Zoom in" onClick={() => zoomBy(preview, 2)}>
        <ZoomInIcon />
      </button>
    </div>
  )
}
