import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import type { Size } from '../../shared/placement.ts'
import { sizeAfterKey } from './resize-keys.ts'
import './resize-handle.css'

export interface ResizeHandleProps {
  readonly onResize: (size: Size) => void
}

/** The window's bottom right corner: to be dragged, or moved with the arrow keys. */
export function ResizeHandle({ onResize }: ResizeHandleProps): VNode {
  /** From the pointer to the window's far corner, when it was pressed. */
  const gripRef = useRef({ x: 0, y: 0 })
  return (
    <button
      type="button"
      class="resize-handle"
      aria-label="Resize window"
      aria-description="Use the arrow keys."
      title="Resize"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        // Without the capture, a fast pointer leaves the window and the handle loses it.
        event.currentTarget.setPointerCapture(event.pointerId)
        gripRef.current = { x: innerWidth - event.clientX, y: innerHeight - event.clientY }
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        onResize({
          width: Math.round(event.clientX + gripRef.current.x),
          height: Math.round(event.clientY + gripRef.current.y),
        })
      }}
      onKeyDown={(event) => {
        const size = sizeAfterKey(event.key, { width: innerWidth, height: innerHeight })
        if (size === null) return
        event.preventDefault()
        onResize(size)
      }}
    >
      <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
        <path d="M7.5 0.5v7h-7" fill="none" stroke="currentColor" />
      </svg>
    </button>
  )
}
