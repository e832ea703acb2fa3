import type { ComponentChildren, VNode } from 'preact'
import './icons.css'

/** Icons in the manner of Figma's: 24 px, one thin line, the color of the text around them. */
function icon(children: ComponentChildren): VNode {
  return (
    <svg class="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  )
}

export function IconBack(): VNode {
  return icon(<path d="M13.5 7.5 9 12l4.5 4.5" />)
}

export function IconClose(): VNode {
  return icon(<path d="m7.5 7.5 9 9m0-9-9 9" />)
}

export function IconChevron(): VNode {
  return icon(<path d="m10.5 8.5 3.5 3.5-3.5 3.5" />)
}

export function IconFilter(): VNode {
  return icon(<path d="M6 8.5h12m-9.5 3.5h7m-4.5 3.5h2" />)
}

export function IconFolder(): VNode {
  return icon(<path d="M5.5 8v8.5h13v-7h-7l-1.5-2h-4.5z" />)
}

export function IconView(): VNode {
  return icon(<path d="M6.5 6.5h4v4h-4zm7 0h4v4h-4zm-7 7h4v4h-4zm7 0h4v4h-4z" />)
}

export function IconMore(): VNode {
  return icon(<path d="M8 12h.01M12 12h.01M16 12h.01" stroke-width="2" />)
}

export function IconSearch(): VNode {
  return icon(
    <>
      <circle cx="11" cy="11" r="4.5" />
      <path d="m14.5 14.5 3.5 3.5" />
    </>,
  )
}

export function IconSettings(): VNode {
  return icon(
    <>
      <circle cx="14.5" cy="8.5" r="2" />
      <circle cx="9.5" cy="15.5" r="2" />
      <path d="M5.5 8.5h7m4 0h2m-13 7h2m4 0h7" />
    </>,
  )
}

export function IconShown(): VNode {
  return icon(
    <>
      <path d="M4.5 12q3-5 7.5-5t7.5 5q-3 5-7.5 5t-7.5-5z" />
      <circle cx="12" cy="12" r="2" />
    </>,
  )
}

export function IconHidden(): VNode {
  return icon(
    <path d="M5 10.5q3 4 7 4t7-4m-11.5 2.5-1.5 2.5m4-1.200-.5 3m4.5-3 .5 3m2.5-4.300 1.5 2.5" />,
  )
}

export function IconWarning(): VNode {
  return icon(<path d="M12 5.5 19 18H5zm0 4.5v4m0 1.5v1" />)
}

/** Something is going on; what it is, the text around it tells. */
export function Spinner(): VNode {
  return (
    <svg class="icon spinner" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1.5A6.5 6.5 0 1 1 1.5 8" />
    </svg>
  )
}

export function IconCheck(): VNode {
  return icon(<path d="m8 12.5 2.5 2.5 5.5-6" />)
}

export function IconDetails(): VNode {
  return icon(
    <>
      <circle cx="12" cy="12" r="5.5" />
      <path d="M12 11.5v3m0-5.5v.01" />
    </>,
  )
}

export function IconForward(): VNode {
  return icon(<path d="M10.5 7.5 15 12l-4.5 4.5" />)
}

export function IconReload(): VNode {
  return icon(<path d="M17 9.5A5.5 5.5 0 1 0 17.5 12m0-5v3h-3" />)
}

/** Filled, it marks a favourite. */
export function IconStar({ filled = false }: { readonly filled?: boolean }): VNode {
  return icon(
    <path
      d="m12 6.5 1.7 3.5 3.8.5-2.8 2.65.7 3.85-3.4-1.85-3.4 1.85.7-3.85L6.5 10.5l3.8-.5z"
      fill={filled ? 'currentcolor' : 'none'}
    />,
  )
}
