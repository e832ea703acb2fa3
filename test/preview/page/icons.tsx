import type { JSX } from 'preact'

function icon(path: string): () => JSX.Element {
  return () => (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-linecap="round" />
    </svg>
  )
}

export const CloseIcon = icon('M4 4l8 8M12 4l-8 8')
export const PluginIcon = icon('M6.5 2v3M9.500 2v3M4 5.500h8v2.500a4 4 0 0 1-8 0zM8 12v2.500')
export const FrameIcon = icon('M5 2v12M11 2v12M2 5h12M2 11h12')
export const RectangleIcon = icon('M2.500 3.500h11v9h-11z')
export const TextIcon = icon('M3.500 5V3.500h9V5M8 3.500v9M6.500 12.500h3')
export const VectorIcon = icon('M3.500 12.500C4 7 8 3.500 12.500 3.500M2 12h3v2H2zM11 2h3v3h-3z')
export const ImageIcon = icon(
  'M2.500 3.500h11v9h-11zM3 11l3.500-3.500 3 3 1.500-1.500 2.500 2.500M10.500 6h.01',
)
export const AutoLayoutIcon = icon('M2.500 2.500h11v11h-11zM5.500 5v6M8 5v6M10.500 5v6')
export const ZoomInIcon = icon('M8 3.500v9M3.500 8h9')
export const ZoomOutIcon = icon('M3.500 8h9')
export const UndoIcon = icon('M5.500 3L2.500 6l3 3M3 6h6.500a3.500 3.500 0 0 1 0 7H7')
export const ConsoleIcon = icon('M3 4.500L6.500 8 3 11.500M8 12h5')
