import type { VNode } from 'preact'
import './icons.css'

interface IconProps {
  /** Filled, a star marks a favourite. */
  readonly filled?: boolean
}

/** Icons in the manner of Figma's: 24 px, one thin line, the color of the text around them. */
function icon(path: string, strokeWidth?: number): (props: IconProps) => VNode {
  return ({ filled }) => (
    <svg class="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} stroke-width={strokeWidth} fill={filled ? 'currentcolor' : undefined} />
    </svg>
  )
}

/** Of two half circles. */
function circle(x: number, y: number, radius: number): string {
  const half = `${radius} ${radius} 0 0 0`
  return `M${x - radius} ${y}a${half} ${2 * radius} 0a${half} ${-2 * radius} 0`
}

export const IconBack = icon('M13.5 7.5 9 12l4.5 4.5')
export const IconCheck = icon('m8 12.5 2.5 2.5 5.5-6')
export const IconClose = icon('m7.5 7.5 9 9m0-9-9 9')
export const IconDetails = icon(`${circle(12, 12, 5.5)}M12 11.5v3m0-5.5v.01`)
export const IconFilter = icon('M6 8.5h12m-9.5 3.5h7m-4.5 3.5h2')
export const IconFolder = icon('M5.5 8v8.5h13v-7h-7l-1.5-2h-4.5z')
export const IconForward = icon('M10.5 7.5 15 12l-4.5 4.5')
export const IconHidden = icon(
  'M5 10.5q3 4 7 4t7-4m-11.5 2.5-1.5 2.5m4-1.2-.5 3m4.5-3 .5 3m2.5-4.3 1.5 2.5',
)
export const IconLibrary = icon(
  'M12 9v7.5m0-7.5q-2-1.5-5-1.5v7.5q3 0 5 1.5 2-1.5 5-1.5v-7.5q-3 0-5 1.5',
)
export const IconMore = icon('M8 12h.01M12 12h.01M16 12h.01', 2)
export const IconReload = icon('M17 9.5A5.5 5.5 0 1 0 17.5 12m0-5v3h-3')
export const IconSearch = icon(`${circle(11, 11, 4.5)}M14.5 14.5l3.5 3.5`)
export const IconSend = icon('M18.5 5.5 5.5 10.5l5 3 3 5zm0 0-8 8')
export const IconSettings = icon(
  `${circle(14.5, 8.5, 2)}${circle(9.5, 15.5, 2)}M5.5 8.5h7m4 0h2m-13 7h2m4 0h7`,
)
export const IconShown = icon(`M4.5 12q3-5 7.5-5t7.5 5q-3 5-7.5 5t-7.5-5z${circle(12, 12, 2)}`)
export const IconStar = icon(
  'm12 6.5 1.7 3.5 3.8.5-2.8 2.65.7 3.85-3.4-1.85-3.4 1.85.7-3.85L6.5 10.5l3.8-.5z',
)
export const IconView = icon('M6.5 6.5h4v4h-4zm7 0h4v4h-4zm-7 7h4v4h-4zm7 0h4v4h-4z')
export const IconWarning = icon('M12 5.5 19 18H5zm0 4.5v4m0 1.5v1')

/** Something is going on; what it is, the text around it tells. */
export function Spinner(): VNode {
  return (
    <svg class="icon spinner" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1.5A6.5 6.5 0 1 1 1.5 8" />
    </svg>
  )
}
