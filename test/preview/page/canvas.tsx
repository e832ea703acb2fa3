import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { PreviewProps } from './preview.ts'
import { CanvasOverlay } from './canvas-overlay.tsx'
import { followPointer } from './canvas-pointer.ts'
import { NodeView } from './node-view.tsx'

/** The canvas: what is on the current page, and the pointer on it. */
export function Canvas({ preview }: PreviewProps): JSX.Element {
  const ref = useRef<HTMLDivElement>(null)
  // Before anything else asks where things are on the screen.
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = (): void => {
      const { left, top, width, height } = element.getBoundingClientRect()
      preview.setArea({ left, top, width, height })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    const stopFollowing = followPointer(element, preview)
    return () => {
      observer.disconnect()
      stopFollowing()
    }
  }, [preview])

  const { x, y, zoom } = preview.view.value
  const { width, height } = preview.area.value
  const { colorProfile } = preview.document.value
  return (
    <div class="canvas" ref={ref} data-drop-target aria-label="Canvas">
      <div
        class="world"
        style={{
          transform: `translate(${width / 2 - x * zoom}px, ${height / 2 - y * zoom}px) scale(${zoom})`,
        }}
      >
        {(preview.currentPage.value?.children ?? []).map((node) => (
          <NodeView key={node.id} node={node} profile={colorProfile} imageUrl={preview.imageUrl} />
        ))}
      </div>
      <CanvasOverlay preview={preview} />
    </div>
  )
}
