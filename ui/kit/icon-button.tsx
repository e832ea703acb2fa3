import type { ComponentChildren, VNode } from 'preact'
import './icon-button.css'

export interface IconButtonProps {
  /** Its accessible name and its tooltip. */
  readonly label: string
  readonly onClick: () => void
  readonly children: ComponentChildren
  /** Only for a button that switches something on and off. */
  readonly pressed?: boolean
  /** Only for a button that shows and hides what stands below it: Escape hides it, too. */
  readonly expanded?: boolean
  /** Pressed by Escape, too. */
  readonly leaves?: boolean
}

export function IconButton({
  label,
  onClick,
  children,
  pressed,
  expanded,
  leaves,
}: IconButtonProps): VNode {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={label}
      aria-keyshortcuts={leaves || expanded ? 'Escape' : undefined}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
