import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PreviewProps } from './preview.ts'
import { CloseIcon, PluginIcon } from './icons.tsx'
import type { OpenWindow } from './plugin-window-state.ts'
import type { Preview } from './preview.ts'
import type { Point } from './view.ts'

/** The plugin's window with its title bar; nothing while no plugin shows one. */
export function PluginWindow({ preview }: PreviewProps): JSX.Element | null {
  const open = preview.pluginWindow.open.value
  if (open === null) return null
  return <Window key={open.key} preview={preview} open={open} />
}

function Window({ preview, open }: PreviewProps & { readonly open: OpenWindow }): JSX.Element {
  const frame = useRef<HTMLIFrameElement>(null)
  const [place, setPlace] = useState(() => storedPlace() ?? firstPlace(preview, open))
  useEffect(() => {
    if (frame.current === null) return
    return preview.pluginWindow.attach(frame.current)
  }, [preview])

  // Also where it is opened, resized or drawn anew.
  useLayoutEffect(() => {
    const rect = frame.current?.getBoundingClientRect()
    if (rect !== undefined) preview.pluginWindow.placed({ x: rect.x, y: rect.y })
  })

  function drag(start: PointerEvent & { readonly currentTarget: HTMLElement }): void {
    if (start.target instanceof Element && start.target.closest('button') !== null) return
    const bar = start.currentTarget
    bar.setPointerCapture(start.pointerId)
    const offset = { x: start.clientX - place.x, y: start.clientY - place.y }
    const follow = (event: PointerEvent): void => {
      const x = clamp(event.clientX - offset.x, 0, innerWidth - 80)
      const y = clamp(event.clientY - offset.y, 0, innerHeight - BAR_HEIGHT)
      localStorage.setItem(PLACE_KEY, JSON.stringify({ x, y }))
      setPlace({ x, y })
    }
    bar.addEventListener('pointermove', follow)
    bar.addEventListener('pointerup', () => bar.removeEventListener('pointermove', follow), {
      once: true,
    })
  }

  return (
    <section
      class="window"
      aria-label={`Plugin window: ${open.title}`}
      hidden={!open.visible}
      style={{ left: `${place.x}px`, top: `${place.y}px`, width: `${open.width}px` }}
    >
      <header class="window-bar" onPointerDown={drag}>
        <PluginIcon />
        <h2>{open.title}</h2>
        <button class="icon-button" aria-label="Close plugin" onClick={() => preview.closePlugin()}>
          <CloseIcon />
        </button>
      </header>
      <iframe ref={frame} title={open.title} style={{ height: `${open.height}px` }} />
    </section>
  )
}

const PLACE_KEY = 'preview:window'
const BAR_HEIGHT = 40
const MARGIN = 16

/** At the right of the canvas, where it covers the least of the design. */
function firstPlace(preview: Preview, { width, height }: OpenWindow): Point {
  const { left, top, width: canvasWidth, height: canvasHeight } = preview.area.value
  const free = canvasHeight - height - BAR_HEIGHT
  return {
    x: Math.max(left, left + canvasWidth - width - MARGIN),
    y: Math.max(top, top + Math.min(free / 2, 64)),
  }
}

function storedPlace(): Point | null {
  const text = localStorage.getItem(PLACE_KEY)
  if (text === null) return null
  const { x, y } = JSON.parse(text) as Point
  return { x: clamp(x, 0, innerWidth - 80), y: clamp(y, 0, innerHeight - BAR_HEIGHT) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
